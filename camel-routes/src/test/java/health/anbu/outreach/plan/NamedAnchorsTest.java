package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.atOnce;
import static health.anbu.outreach.plan.Scene.before;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.RequestRecord.Status;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scenarios count from when no single resource starts them. */
class NamedAnchorsTest {

  private final Scene scene = new Scene();

  @Nested
  class TheFirstContact {

    private Scene welcome() {
      return scene
          .plans(
              scenario(
                  "welcome",
                  new Anchor.FirstContact(),
                  atOnce("hello"),
                  after("week", days(7), Purpose.TREATMENT)))
          .clock("2026-04-01T11:00:00+09:00");
    }

    @Test
    void isTheEarliestOfThoseThatAreDated() {
      welcome()
          .contact("Encounter/e", "2026-04-05")
          .contact("Communication/c", "2026-04-01T10:30:00+09:00")
          .contact("Communication/undated", "2026");
      assertThat(scene.keys())
          .containsExactly("welcome:hello:Communication/c", "welcome:week:Communication/c");
    }

    @Test
    @DisplayName("X14 one schedule per person, also when an earlier contact is recorded afterwards")
    void staysTheOneThatWasPlannedFrom() {
      welcome().contact("Communication/c", "2026-04-01T10:30:00+09:00").reconcile();
      scene.contact("Appointment/a", "2026-03-31T17:00:00+09:00");
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void thatIsGoneIsNotAnsweredAgain() {
      welcome().contact("Communication/c", "2026-04-01T10:30:00+09:00").reconcile();
      scene.becomes("welcome:hello:Communication/c", Status.COMPLETED, null);
      scene.contacts.clear();
      scene.contact("Encounter/e", "2026-04-01T10:40:00+09:00");
      assertThat(scene.keys()).isEmpty();
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.ANCHOR_GONE);
    }

    @Test
    @DisplayName("D18 who came years ago is not welcomed when the scenario is switched on")
    void longAgoStartsNothing() {
      welcome().contact("Encounter/e", "2019-04-01T10:30:00+09:00");
      assertThat(scene.reasons()).containsOnly(Reason.TOO_LATE);
    }
  }

  @Nested
  class TheLastVisit {

    private static final String FIRST = "stale:ask:Encounter/first";

    private Scene stale() {
      return scene
          .plans(
              scenario("stale", new Anchor.LastVisit(), after("ask", months(6), Purpose.TREATMENT)))
          .encounter("first", "2026-02-02T11:00:00+09:00");
    }

    @Test
    @DisplayName("C8 a patient without a visit for six months is asked after")
    void isCountedFrom() {
      assertThat(stale().keys()).containsExactly(FIRST);
      assertThat(scene.due()).isEqualTo("2026-08-02T10:00+09:00");
    }

    @Test
    @DisplayName("C27 S4.8 a visit before the message withdraws it, and the count begins anew")
    void movesOnWithTheNextVisit() {
      stale().reconcile().clock("2026-06-01T09:00:00+09:00");
      scene.encounter("second", "2026-05-31T11:00:00+09:00");
      assertThat(scene.difference().revokes())
          .extracting(revoke -> revoke.request().key() + " " + revoke.reason())
          .containsExactly(FIRST + " VISITED_SINCE");
      assertThat(scene.reconcile().keys()).containsExactly("stale:ask:Encounter/second");
    }

    @Test
    void isOneWhereADayHadTwo() {
      stale().encounter("earlier", "2026-02-02T09:00:00+09:00");
      assertThat(scene.keys()).containsExactly(FIRST);
      scene.reconcile().encounter("later", "2026-02-02T15:00:00+09:00");
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void isTheOneBeforeWhereTheLastWasAnError() {
      stale().encounter("wrong", "2026-03-02T11:00:00+09:00").reconcile();
      scene.event(
          "Encounter",
          "wrong",
          "entered-in-error",
          Scene.when("2026-03-02T11:00:00+09:00"),
          "wrong",
          "AMB");
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.ANCHOR_ENTERED_IN_ERROR);
      assertThat(scene.keys()).containsExactly(FIRST);
    }
  }

  @Nested
  class AFixedDate {

    private String key(Anchor anchor, String today) {
      scene
          .plans(
              scenario(
                  "day", anchor, before("eve", days(1)), after("day", days(1), Purpose.TREATMENT)))
          .clock(today + "T09:00:00+09:00");
      return String.join(" ", scene.keys());
    }

    @ParameterizedTest
    @CsvSource({
      "--05-08, 2026-04-01, 2026-05-08",
      "--05-08, 2026-09-01, 2027-05-08",
      "--02-29, 2027-01-15, 2027-02-28",
      "--02-29, 2028-01-15, 2028-02-29"
    })
    void comesEveryYear(String day, String today, String comes) {
      assertThat(key(new Anchor.FixedDate(null, MonthDay.parse(day)), today))
          .isEqualTo("day:eve:Patient/p@" + comes + " day:day:Patient/p@" + comes);
    }

    @Test
    void comesOnce() {
      Anchor once = new Anchor.FixedDate(LocalDate.of(2026, 5, 8), null);
      assertThat(key(once, "2026-05-08")).isEqualTo("day:day:Patient/p@2026-05-08");
      assertThat(key(once, "2026-09-01")).isEmpty();
      assertThat(scene.reasons()).containsOnly(Reason.TOO_LATE);
    }
  }

  @Nested
  class ABirthday {

    @Test
    @DisplayName("C12 dates lie before and after a birthday")
    void hasADayBeforeAndADayAfter() {
      scene.plans(
          scenario(
              "birthday",
              new Anchor.Birthday(),
              before("eve", days(3)),
              after("wish", days(2), Purpose.TREATMENT)));
      assertThat(scene.plan().messages())
          .extracting(message -> message.due().toLocalDate().toString())
          .containsExactly("2026-04-09", "2026-04-14");
    }
  }
}
