package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.fhir.PackagedRowsTest.Case;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged scenarios make of a person's whole record. */
class CareRowsTest {

  @ParameterizedTest
  @DisplayName("S1.6 S1.8 each treatment has its time, and words that fit that time")
  @CsvSource(
      delimiter = '|',
      value = {
        "botox-retouch/month-end.json | three-months-after | 2026-06-30T10:00:00+09:00 | kakao | 석 달, 어떠신가요",
        "filler-followup/month-end.json | one-month-after | 2026-02-28T10:00:00+09:00 | kakao | 어떠신가요",
        "implant-checkup/not-seen-since.json | six-months-after | 2026-07-15T10:00:00+09:00 | kakao | 임플란트, 검진",
        "orthodontic-checkup/in-tehran.json | six-months-after | 2026-09-01T10:00:00+03:30 | whatsapp | شش‌ماهه, راضی باشید",
        "scaling-recall/month-end.json | six-months-after | 2027-02-28T10:00:00+09:00 | line | いかが"
      })
  void theRightWordsAtTheRightTime(
      String file, String step, OffsetDateTime due, String channel, String words)
      throws IOException {
    Case treated = Case.of(file);
    assertThat(treated.message(step).due().toOffsetDateTime()).isEqualTo(due);
    assertThat(treated.rendered(step, channel).text()).contains(words.split(", "));
  }

  @Nested
  @DisplayName("S4.7 registration, treatments, notes, follow-ups and feedback decide together")
  class TheWholeRecord {

    private static final String FILE = "implant-checkup/not-seen-since.json";
    private static final Instant LATER = Instant.parse("2026-05-01T00:00:00Z");

    private OutreachPlan with(String... records) throws IOException {
      JsonNode known = new ObjectMapper().readTree(PackagedScenariosTest.text("expected/" + FILE));
      MemoryFhirStore store = new MemoryFhirStore();
      known.at("/input/entry").forEach(entry -> store.put(entry.path("resource").toString()));
      Stream.of(records).forEach(store::put);
      ClinicPolicy clinic = PackagedScenariosTest.clinic(known);
      PatientFacts facts =
          new FactsReader(store, store, new PhoneNumbers("KR"))
              .read(List.of("haneul"), clinic.zone())
              .get("haneul");
      return OutreachPlanner.plan(
          facts,
          PackagedScenariosTest.catalog("implant-checkup").scenarios(List.of()),
          clinic,
          LATER);
    }

    private static List<String> keys(OutreachPlan plan) {
      return plan.messages().stream().map(PlannedMessage::key).toList();
    }

    private static Stream<Reason> reasons(OutreachPlan plan) {
      return plan.trace().steps().stream()
          .flatMap(step -> step.entries().stream())
          .map(entry -> entry.reason())
          .filter(reason -> reason != null);
    }

    @Test
    @DisplayName("S4.7 the registration gives the name and the language, the treatment the time")
    void personalises() throws IOException {
      assertThat(with().messages())
          .extracting(message -> message.due().toLocalDate().toString())
          .containsExactly("2026-07-15", "2027-01-15");
      assertThat(Case.of(FILE).rendered("six-months-after", "kakao").text())
          .contains("김하늘 님", "2026년 1월 15일", "임플란트");
    }

    @Test
    @DisplayName("S4.7 a follow-up visit takes the reminder's place")
    void countsFollowUps() throws IOException {
      OutreachPlan plan =
          with(
              """
              {"resourceType": "Encounter", "id": "e9", "status": "finished", "class": {"code": "AMB"},
               "subject": {"reference": "Patient/haneul"},
               "period": {"start": "2026-04-20T10:00:00+09:00", "end": "2026-04-20T11:00:00+09:00"}}
              """);
      assertThat(keys(plan)).isEmpty();
      assertThat(reasons(plan)).contains(Reason.VISITED_SINCE);
    }

    @Test
    @DisplayName("S4.7 a note that no reminders are wanted is kept to")
    void heedsNotes() throws IOException {
      OutreachPlan plan =
          with(
              """
              {"resourceType": "Consent", "id": "no", "status": "active", "scope": {"text": "privacy"},
               "patient": {"reference": "Patient/haneul"}, "dateTime": "2026-04-20",
               "provision": {"type": "deny"}}
              """);
      assertThat(keys(plan)).isEmpty();
      assertThat(reasons(plan)).contains(Reason.OPT_OUT);
    }

    @Test
    @DisplayName("S4.7 feedback that waits for an answer is answered first")
    void heedsFeedback() throws IOException {
      OutreachPlan plan =
          with(
              """
              {"resourceType": "Communication", "id": "c", "status": "completed",
               "subject": {"reference": "Patient/haneul"}, "received": "2026-04-20T10:00:00+09:00",
               "category": [{"coding": [{"code": "complaint",
                 "system": "https://anbu-health.github.io/fhir/CodeSystem/feedback-category"}]}]}
              """,
              """
              {"resourceType": "Task", "id": "t", "status": "in-progress", "intent": "order",
               "code": {"coding": [{"code": "handle-complaint",
                 "system": "https://anbu-health.github.io/fhir/CodeSystem/task-code"}]},
               "for": {"reference": "Patient/haneul"}, "focus": {"reference": "Communication/c"},
               "authoredOn": "2026-04-20T10:00:00+09:00"}
              """);
      assertThat(keys(plan)).isEmpty();
      assertThat(reasons(plan)).contains(Reason.OPEN_COMPLAINT);
    }
  }

  @Nested
  @DisplayName("S5.5 after the check-ups: health news that comes again with each visit")
  class StayingInTouch {

    @ParameterizedTest
    @CsvSource({
      "second-visit.json, Encounter/e2, 2026-03-31, 2026-06-30",
      "third-visit.json, Encounter/e3, 2026-05-01, 2026-08-01"
    })
    @DisplayName("S5.5 counts anew from the latest visit, and from no earlier one")
    void comesAgainWithEachVisit(String file, String visit, String first, String second)
        throws IOException {
      List<PlannedMessage> messages = Case.of("first-visit-steps-afterwards/" + file).messages();
      assertThat(messages)
          .allSatisfy(
              news -> {
                assertThat(news.anchor().reference()).isEqualTo(visit);
                assertThat(news.step().purpose()).isEqualTo(Purpose.EDUCATION);
              })
          .extracting(news -> news.due().toLocalDate().toString())
          .containsExactly(first, second);
    }

    @Test
    @DisplayName("S5.5 speaks of health and prevention, and sells nothing")
    void isAboutHealth() throws IOException {
      Case visited = Case.of("first-visit-steps-afterwards/third-visit.json");
      for (PlannedMessage news : visited.messages()) {
        assertThat(visited.rendered(news, "line", news.due().toInstant()).text())
            .doesNotContain("割引", "無料", "キャンペーン")
            .containsAnyOf("健康", "予防", "お口", "体調");
      }
    }
  }

  @Nested
  @DisplayName("S5.11 what is written around a first visit takes worry away")
  class WithoutWorry {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "first-visit-steps-right-after-booking",
          "first-visit-steps-two-days-before",
          "first-visit-steps-one-day-before",
          "first-visit-steps-the-same-day",
          "first-visit-steps-within-a-week"
        })
    @DisplayName("S5.11 in every language it says whom to ask, and nothing alarming in the title")
    void saysWhomToAsk(String id) throws IOException {
      ActivityDefinition words =
          (ActivityDefinition)
              BundleStore.parse(
                  Resource.class,
                  PackagedScenariosTest.text("resources/ActivityDefinition-" + id + ".json"));
      List<String> languages = List.of("ko", "ja", "fa", "en");
      assertThat(Extensions.of(words, "message-content"))
          .extracting(content -> Extensions.part(content, "language").orElse(""))
          .containsAll(languages);
      assertThat(Extensions.of(words, "message-content"))
          .allSatisfy(
              content -> {
                assertThat(Extensions.part(content, "body").orElse("")).contains("#{clinicPhone}");
                assertThat(Extensions.part(content, "title").orElse(""))
                    .doesNotContain("!", "！", "긴급", "至急", "فوری", "rgent");
              });
    }

    @ParameterizedTest
    @CsvSource({"kakao, 1. 접수", "kakao, 2. 상담과 진찰", "kakao, 3. 설명"})
    @DisplayName("S5.11 who was never here reads beforehand what will happen")
    void saysHowTheDayGoes(String channel, String part) throws IOException {
      assertThat(
              Case.of("first-visit-steps/booked-ahead.json")
                  .rendered("right-after-booking", channel)
                  .text())
          .contains(part);
    }
  }
}
