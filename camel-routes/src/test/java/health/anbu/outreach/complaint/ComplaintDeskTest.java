package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.complaint.SenderMatch.Ambiguous;
import health.anbu.outreach.complaint.SenderMatch.Known;
import health.anbu.outreach.complaint.SenderMatch.Unknown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComplaintDeskTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant WEDNESDAY_TEN = Instant.parse("2026-03-04T01:00:00Z");
  private static final List<AssignmentRule> RULES =
      List.of(
          AssignmentRule.everything("CareTeam/front"),
          new AssignmentRule("medication", null, "CareTeam/pharmacy"),
          new AssignmentRule(null, "Location/ward-3", "CareTeam/ward-3"),
          new AssignmentRule("medication", "Location/ward-3", "CareTeam/ward-3-pharmacy"));
  private static final ComplaintDesk DESK =
      ComplaintDesk.usual(
          RULES, BusinessCalendar.usual("KR", SEOUL, Set.of()), Language.KO, key -> "id-of-" + key);

  private static IncomingFeedback feedback(String channel, Sender sender, String key) {
    return new IncomingFeedback(
        channel, "기다리다 지쳤습니다", null, sender, "Location/ward-3", WEDNESDAY_TEN, key);
  }

  private static Classification as(FeedbackCategory category, Urgency urgency, double confidence) {
    return new Classification(category, urgency, "waiting", confidence, "test-1", List.of());
  }

  private static ComplaintCase open(
      IncomingFeedback feedback, Classification classification, SenderMatch match) {
    return DESK.open(new IntakeDecision.Accepted(feedback), classification, match, "fresh");
  }

  private static ComplaintTask complaint(Urgency urgency, SenderMatch match) {
    return open(
            feedback("web", Sender.NOBODY, "k1"),
            as(FeedbackCategory.COMPLAINT, urgency, 0.9),
            match)
        .task()
        .orElseThrow();
  }

  @Nested
  class AComplaint {
    @Test
    void isPromisedAnswersByTwoDeadlines() {
      ComplaintTask task = complaint(Urgency.STAT, new Known("kim"));
      assertThat(task.acknowledgeBy()).isEqualTo("2026-03-05T01:00:00Z");
      assertThat(task.resolveBy()).isEqualTo("2026-03-05T01:00:00Z");
      assertThat(complaint(Urgency.ROUTINE, new Known("kim")).resolveBy())
          .isEqualTo("2026-03-11T01:00:00Z");
    }

    @Test
    void hasAnOwnerAndAPatient() {
      ComplaintTask task = complaint(Urgency.ROUTINE, new Known("kim"));
      assertThat(task.owner()).isEqualTo("CareTeam/ward-3");
      assertThat(task.forPatient()).isEqualTo("kim");
      assertThat(task.businessStatus()).isEqualTo("assigned");
      assertThat(task.status()).isEqualTo("requested");
    }

    @Test
    void fromAnUnknownSenderIsVisiblyUnassigned() {
      ComplaintTask task = complaint(Urgency.ROUTINE, new Unknown());
      assertThat(task.owner()).isNull();
      assertThat(task.forPatient()).isNull();
      assertThat(task.businessStatus()).isEqualTo("received");
      assertThat(task.assignment()).isInstanceOf(Assignment.Unassigned.class);
    }

    @Test
    void fromASharedNumberNamesNoPatientAnywhere() {
      ComplaintCase opened =
          open(
              feedback("sms", Sender.ofPhone("01012345678"), "SM1"),
              as(FeedbackCategory.COMPLAINT, Urgency.STAT, 0.9),
              new Ambiguous("Several patients share the address given"));
      assertThat(opened.message().patientId()).isNull();
      assertThat(opened.task().orElseThrow().forPatient()).isNull();
      assertThat(opened.task().orElseThrow().owner()).isNull();
      assertThat(opened.acknowledgement())
          .isEqualTo(new Acknowledgement.Reply("sms", "01012345678", "ko"));
    }

    @Test
    void keepsItsWordsAndItsFocus() {
      IncomingFeedback said = feedback("web", Sender.NOBODY, "k1");
      ComplaintCase opened =
          open(said, as(FeedbackCategory.COMPLAINT, Urgency.ROUTINE, 0.9), new Unknown());
      assertThat(opened.message().feedback()).isEqualTo(said);
      assertThat(opened.task().orElseThrow().focus()).isEqualTo(opened.message().id());
    }

    @Test
    void goesToAPersonWhenTheClassifierIsUnsure() {
      ComplaintCase unsure =
          open(
              feedback("web", Sender.NOBODY, "k1"),
              as(FeedbackCategory.COMPLAINT, Urgency.ROUTINE, 0.3),
              new Known("kim"));
      assertThat(unsure.task().orElseThrow().needsTriage()).isTrue();
    }
  }

  @Nested
  class Ids {
    @Test
    void areTheSameForTheSameKey() {
      assertThat(id("k1")).isEqualTo(id("k1")).isNotEqualTo(id("k2"));
    }

    @Test
    void doNotMeetAcrossChannels() {
      Classification classification = as(FeedbackCategory.COMPLAINT, Urgency.ROUTINE, 0.9);
      assertThat(open(feedback("sms", null, "k1"), classification, new Unknown()).message().id())
          .isNotEqualTo(id("k1"));
    }

    @Test
    void areFreshWithoutAKey() {
      assertThat(id(null)).isEqualTo("fresh");
    }

    private String id(String key) {
      Classification classification = as(FeedbackCategory.COMPLAINT, Urgency.ROUTINE, 0.9);
      return open(feedback("web", null, key), classification, new Unknown()).message().id();
    }
  }

  @Nested
  class OtherFeedback {
    @Test
    void opensNoTaskForPraise() {
      assertThat(task(FeedbackCategory.PRAISE, Urgency.ROUTINE, 0.9)).isFalse();
    }

    @Test
    void opensATaskForPraiseThatNamesADangerOrIsInDoubt() {
      assertThat(task(FeedbackCategory.PRAISE, Urgency.STAT, 0.9)).isTrue();
      assertThat(task(FeedbackCategory.PRAISE, Urgency.ROUTINE, 0.5)).isTrue();
    }

    @Test
    void opensATaskForSuggestionsAndQuestions() {
      assertThat(task(FeedbackCategory.SUGGESTION, Urgency.ROUTINE, 0.9)).isTrue();
      assertThat(task(FeedbackCategory.QUESTION, Urgency.ROUTINE, 0.9)).isTrue();
    }

    private boolean task(FeedbackCategory category, Urgency urgency, double confidence) {
      return open(
              feedback("web", Sender.NOBODY, "k1"),
              as(category, urgency, confidence),
              new Known("kim"))
          .task()
          .isPresent();
    }
  }

  @Nested
  class TheAcknowledgement {
    private final Classification classification =
        as(FeedbackCategory.COMPLAINT, Urgency.ROUTINE, 0.9);

    @Test
    void goesBackTheWayTheMessageCame() {
      assertThat(acknowledge("kakao", new Sender(null, "01012345678", "a@example.org", null)))
          .isEqualTo(new Acknowledgement.Reply("kakao", "01012345678", "ko"));
      assertThat(acknowledge("email", new Sender(null, "01012345678", "a@example.org", null)))
          .isEqualTo(new Acknowledgement.Reply("email", "a@example.org", "ko"));
    }

    @Test
    void goesByTextMessageToANumberLeftOnThePage() {
      assertThat(acknowledge("web", Sender.ofPhone("01012345678")))
          .isEqualTo(new Acknowledgement.Reply("sms", "01012345678", "ko"));
    }

    @Test
    void goesToTheKnownPatientWhoLeftNoAddress() {
      assertThat(
              open(feedback("app", null, null), classification, new Known("kim")).acknowledgement())
          .isEqualTo(new Acknowledgement.ToPatient("kim", "ko"));
    }

    @Test
    void isNotSentWhereNobodyLeftAnAddress() {
      assertThat(acknowledge("visit", Sender.NOBODY))
          .isEqualTo(new Acknowledgement.None("no-address"));
    }

    @Test
    void speaksTheLanguageOfTheTag() {
      IncomingFeedback said =
          new IncomingFeedback(
              "web", "hello", "fa-IR", Sender.ofPhone("01012345678"), null, WEDNESDAY_TEN, null);
      assertThat(open(said, classification, new Unknown()).acknowledgement())
          .isEqualTo(new Acknowledgement.Reply("sms", "01012345678", "fa"));
    }

    @Test
    void speaksTheLanguageOfTheClinicWhenNothingTells() {
      IncomingFeedback said =
          new IncomingFeedback(
              "web", "👍", "fr", Sender.ofPhone("01012345678"), null, WEDNESDAY_TEN, null);
      assertThat(open(said, classification, new Unknown()).acknowledgement())
          .isEqualTo(new Acknowledgement.Reply("sms", "01012345678", "ko"));
    }

    private Acknowledgement acknowledge(String channel, Sender sender) {
      return open(feedback(channel, sender, null), classification, new Unknown()).acknowledgement();
    }
  }

  @Nested
  class Assigning {
    @Test
    void prefersTheMoreSpecificRule() {
      assertThat(owner("medication", "Location/ward-3")).isEqualTo("CareTeam/ward-3-pharmacy");
      assertThat(owner("medication", "Location/ward-9")).isEqualTo("CareTeam/pharmacy");
      assertThat(owner("billing", "Location/ward-3")).isEqualTo("CareTeam/ward-3");
      assertThat(owner("billing", null)).isEqualTo("CareTeam/front");
      assertThat(owner(null, null)).isEqualTo("CareTeam/front");
    }

    @Test
    void takesTheFirstOfEqualRules() {
      List<AssignmentRule> rules =
          List.of(AssignmentRule.everything("CareTeam/a"), AssignmentRule.everything("CareTeam/b"));
      assertThat(Assignment.of("x", "y", rules))
          .isInstanceOfSatisfying(
              Assignment.Assigned.class,
              assigned -> assertThat(assigned.owner()).isEqualTo("CareTeam/a"));
    }

    @Test
    void saysWhyNobodyIsAssigned() {
      assertThat(Assignment.of("x", "y", List.of()))
          .isInstanceOfSatisfying(
              Assignment.Unassigned.class,
              unassigned -> assertThat(unassigned.reason()).contains("No rule"));
    }

    private String owner(String type, String location) {
      return ((Assignment.Assigned) Assignment.of(type, location, RULES)).owner();
    }
  }
}
