package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.appointments;
import static health.anbu.outreach.plan.Scene.at;
import static health.anbu.outreach.plan.Scene.atOnce;
import static health.anbu.outreach.plan.Scene.before;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.hours;
import static health.anbu.outreach.plan.Scene.in;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.says;
import static health.anbu.outreach.plan.Scene.scenario;
import static health.anbu.outreach.plan.Scene.step;
import static health.anbu.outreach.plan.Scene.version;
import static health.anbu.outreach.plan.Scene.when;
import static health.anbu.outreach.plan.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is planned when, under which key, and for which reason not. */
class OutreachPlannerTest {

  private final Scene scene = new Scene();

  private Scene followUp() {
    return scene.plans(
        scenario("care", procedures(Scene.BOTOX), after("ask", days(7), Purpose.TREATMENT)));
  }

  private Scene reminders() {
    return scene.plans(
        scenario(
            "visit",
            appointments(),
            atOnce("confirmation"),
            before("three-days", days(3)),
            before("one-day", days(1))));
  }

  @Nested
  class AFinishedTreatment {

    @Test
    void isAskedAboutOnTheDayThatTheScenarioSays() {
      followUp().procedure("a", "2026-03-30T16:40:00+09:00");
      assertThat(scene.keys()).containsExactly("care:ask:Procedure/a");
      assertThat(scene.due()).isEqualTo("2026-04-06T10:00+09:00");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-01-31, 1, 2026-02-28",
      "2028-01-31, 1, 2028-02-29",
      "2026-11-30, 3, 2027-02-28",
      "2026-03-31, 1, 2026-04-30"
    })
    void isRemindedOfAtTheEndOfAShortMonth(String done, int later, String due) {
      scene
          .plans(
              scenario(
                  "care", procedures(Scene.BOTOX), after("ask", months(later), Purpose.TREATMENT)))
          .procedure("a", done)
          .clock(done + "T12:00:00+09:00");
      assertThat(scene.only().due().toLocalDate()).isEqualTo(LocalDate.parse(due));
    }

    @Test
    void countsTheDayInTheClinicsZone() {
      followUp().procedure("a", "2026-03-30T15:30:00Z");
      assertThat(scene.due()).isEqualTo("2026-04-07T10:00+09:00");
    }

    @Test
    void isOneAnchorWhenTwoFeedsTellOfIt() {
      followUp().procedure("a", "2026-03-30").procedure("b", "2026-03-30T16:00:00+09:00");
      assertThat(scene.keys()).containsExactly("care:ask:Procedure/a");
    }

    @Test
    void isOneAnchorWhenTheFeedsShareOneCodeOfMany() {
      scene
          .plans(
              scenario(
                  "care", procedures(Scene.BOTOX, "snomed"), after("ask", days(7), Purpose.SURVEY)))
          .event("Procedure", "a", "completed", when("2026-03-30"), null, Scene.BOTOX)
          .event("Procedure", "b", "completed", when("2026-03-30"), null, Scene.BOTOX, "snomed");
      assertThat(scene.keys()).containsExactly("care:ask:Procedure/a");
    }

    @Test
    void staysWithTheFeedThatWasPlannedFirst() {
      followUp().procedure("b", "2026-03-30").reconcile().procedure("a", "2026-03-30");
      assertThat(scene.keys()).containsExactly("care:ask:Procedure/b");
    }

    @Test
    void isTwoAnchorsOnTwoDays() {
      followUp().procedure("a", "2026-03-29").procedure("b", "2026-03-30");
      assertThat(scene.keys()).hasSize(2);
    }

    @Test
    void isNotAskedAboutOnceItsDayIsOver() {
      followUp().procedure("a", "2026-03-25").clock("2026-04-01T18:00:00+09:00");
      assertThat(scene.reasons()).containsExactly(Reason.TOO_LATE);
    }

    @Test
    void isStillAskedAboutUntilTheWindowCloses() {
      followUp().procedure("a", "2026-03-25").clock("2026-04-01T17:59:59+09:00");
      assertThat(scene.keys()).hasSize(1);
    }

    @Test
    void isNotAskedAboutTwiceWhenItsTimeIsCorrected() {
      followUp().procedure("a", "2026-03-30T16:40:00+09:00").reconcile();
      scene.becomes("care:ask:Procedure/a", RequestRecord.Status.COMPLETED, null);
      scene.procedure("a", "2026-03-30T16:45:00+09:00");
      assertThat(scene.keys()).containsExactly("care:ask:Procedure/a");
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void isAskedAboutAgainUnderADatedKeyWhenItsDayIsCorrected() {
      followUp().procedure("a", "2026-03-30T16:40:00+09:00").reconcile();
      scene.becomes("care:ask:Procedure/a", RequestRecord.Status.COMPLETED, null);
      scene.procedure("a", "2026-04-20T16:40:00+09:00");
      assertThat(scene.keys()).containsExactly("care:ask:Procedure/a@2026-04-20");
    }

    @Test
    void staysInThePlanAfterItsDayOnceItExists() {
      followUp().procedure("a", "2026-03-30").reconcile().clock("2026-04-08T09:00:00+09:00");
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void mayBePlannedLaterWhereTheStepIsValidForLonger() {
      scene
          .plans(
              scenario(
                  "care",
                  procedures(Scene.BOTOX),
                  step("ask", Step.Direction.AFTER, days(7), Purpose.TREATMENT, days(3))))
          .procedure("a", "2026-03-24")
          .clock("2026-04-03T09:59:00+09:00");
      assertThat(scene.keys()).hasSize(1);
      assertThat(scene.clock("2026-04-03T10:00:00+09:00").reasons())
          .containsExactly(Reason.TOO_LATE);
    }
  }

  @Nested
  class AStepByTheHour {

    @ParameterizedTest
    @CsvSource({
      "2026-04-01T11:00:00+09:00, 2, 2026-04-01T13:00+09:00",
      "2026-04-01T07:00:00+09:00, 2, 2026-04-01T10:00+09:00",
      "2026-04-01T17:00:00+09:00, 2, 2026-04-02T10:00+09:00"
    })
    void isMovedIntoItsWindow(String done, int later, String due) {
      scene
          .plans(
              scenario(
                  "care", procedures(Scene.BOTOX), after("ask", hours(later), Purpose.TREATMENT)))
          .procedure("a", done)
          .clock(done);
      assertThat(scene.due()).isEqualTo(due);
    }

    @Test
    void leavesTheQuietHoursEvenWhereItsWindowDoesNot() {
      SendWindow late = new SendWindow(LocalTime.of(8, 0), LocalTime.of(23, 0));
      scene
          .plans(
              scenario(
                  "care",
                  procedures(Scene.BOTOX),
                  in(late, after("ask", hours(2), Purpose.TREATMENT))))
          .procedure("a", "2026-04-01T20:00:00+09:00")
          .clock("2026-04-01T20:00:00+09:00");
      assertThat(scene.due()).isEqualTo("2026-04-02T08:00+09:00");
    }

    @Test
    void goesByTheQuietHoursWhereThePatientIs() {
      scene.zone = ZoneId.of("America/New_York");
      followUp().procedure("a", "2026-03-30");
      assertThat(scene.only().due().withZoneSameInstant(scene.zone).toLocalTime())
          .isEqualTo(LocalTime.of(8, 0));
    }

    @Test
    void keepsToTheSecondSoThatNothingMovesForEver() {
      scene
          .plans(
              scenario("care", procedures(Scene.BOTOX), after("ask", hours(2), Purpose.TREATMENT)))
          .procedure("a", "2026-04-01T11:00:00.123+09:00")
          .reconcile();
      assertThat(scene.difference().isEmpty()).isTrue();
    }
  }

  @Nested
  @DisplayName("C28 an appointment")
  class AnAppointment {

    @Test
    void isConfirmedAtOnceAndRemindedOfTwice() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked");
      assertThat(scene.plan().messages().stream().map(m -> m.due().toOffsetDateTime().toString()))
          .containsExactly(
              "2026-04-01T09:00+09:00", "2026-04-07T10:00+09:00", "2026-04-09T10:00+09:00");
    }

    @Test
    void keepsTheInstantOfItsFirstPlan() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.clock("2026-04-02T12:00:00+09:00");
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void bookedAtNightIsConfirmedInTheMorning() {
      reminders()
          .clock("2026-04-01T22:00:00+09:00")
          .appointment("a", "2026-04-10T11:00:00+09:00", "booked");
      assertThat(scene.due()).isEqualTo("2026-04-02T08:00+09:00");
    }

    @Test
    void bookedTheDayBeforeHasNoReminderThreeDaysBefore() {
      reminders().appointment("a", "2026-04-02T11:00:00+09:00", "booked");
      assertThat(scene.keys())
          .containsExactly("visit:confirmation:Appointment/a", "visit:one-day:Appointment/a");
      assertThat(scene.reasons()).containsExactly(Reason.TOO_LATE);
    }

    @Test
    void isNeverConfirmedAfterIt() {
      reminders()
          .clock("2026-04-01T23:00:00+09:00")
          .appointment("a", "2026-04-02T07:30:00+09:00", "booked");
      assertThat(scene.keys()).isEmpty();
    }

    @Test
    void isRemindedOfTheEveningBeforeWhenTheWindowOpensAfterIt() {
      scene
          .plans(scenario("visit", appointments(), before("hours-before", hours(2))))
          .appointment("a", "2026-04-02T09:00:00+09:00", "booked");
      assertThat(scene.due()).isEqualTo("2026-04-01T17:59+09:00");
    }

    @Test
    void isNotRemindedOfWhenTheEveningBeforeHasPassed() {
      scene
          .plans(scenario("visit", appointments(), before("hours-before", hours(2))))
          .clock("2026-04-01T18:30:00+09:00")
          .appointment("a", "2026-04-02T09:00:00+09:00", "booked");
      assertThat(scene.reasons()).containsExactly(Reason.TOO_LATE);
    }

    @Test
    void thatMovesMovesItsReminders() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-20T11:00:00+09:00", "booked");
      assertThat(scene.difference().moves().stream().map(m -> m.message().due().getDayOfMonth()))
          .containsExactly(17, 19);
      assertThat(scene.difference().creates()).isEmpty();
      assertThat(scene.difference().revokes()).isEmpty();
    }

    @Test
    void thatMovesCloserWithdrawsTheReminderWhoseDayHasPassed() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-02T11:00:00+09:00", "booked");
      assertThat(scene.difference().revokes())
          .extracting(r -> r.request().key(), Reconciliation.Revoke::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "visit:three-days:Appointment/a", Reason.APPOINTMENT_MOVED));
    }

    @Test
    void thatMovesBackBringsTheReminderBack() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-02T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-10T11:00:00+09:00", "booked");
      assertThat(scene.difference().creates())
          .extracting(c -> c.message().key())
          .containsExactly("visit:three-days:Appointment/a");
    }

    @Test
    void thatMovesAfterItWasConfirmedIsConfirmedAgainUnderADatedKey() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.becomes("visit:confirmation:Appointment/a", RequestRecord.Status.COMPLETED, null);
      scene.appointment("a", "2026-04-20T11:00:00+09:00", "booked");
      assertThat(scene.keys())
          .containsExactly(
              "visit:confirmation:Appointment/a@2026-04-20",
              "visit:three-days:Appointment/a",
              "visit:one-day:Appointment/a");
    }

    @Test
    void thatMovesOnceMoreWithdrawsWhatTheLastMovePlanned() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.becomes("visit:confirmation:Appointment/a", RequestRecord.Status.COMPLETED, null);
      scene.appointment("a", "2026-04-20T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-21T11:00:00+09:00", "booked");
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.APPOINTMENT_MOVED);
    }

    @Test
    void isNotSaidTwiceWhenItsTimeHasAFraction() {
      reminders().appointment("a", "2026-04-10T11:00:00.500+09:00", "booked").reconcile();
      scene.becomes("visit:confirmation:Appointment/a", RequestRecord.Status.COMPLETED, null);
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void cancelledWithdrawsEverything() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-10T11:00:00+09:00", "cancelled");
      assertThat(scene.difference().revokes())
          .hasSize(3)
          .allSatisfy(r -> assertThat(r.reason()).isEqualTo(Reason.APPOINTMENT_CANCELLED));
    }

    @Test
    void bookedAgainIsConfirmedAsOfThen() {
      reminders().appointment("a", "2026-04-10T11:00:00+09:00", "booked").reconcile();
      scene.appointment("a", "2026-04-10T11:00:00+09:00", "cancelled").reconcile();
      scene.clock("2026-04-03T12:00:00+09:00");
      scene.appointment("a", "2026-04-10T11:00:00+09:00", "booked");
      assertThat(scene.difference().creates()).hasSize(3);
      assertThat(scene.due()).isEqualTo("2026-04-03T12:00+09:00");
    }
  }

  @Nested
  class AYearlyDay {

    @ParameterizedTest
    @CsvSource({
      "1988-04-12, 2026-04-01, 2026-04-12",
      "1988-03-20, 2026-04-01, 2026-03-20",
      "1988-02-20, 2026-04-01, 2027-02-20",
      "1988-02-29, 2026-02-01, 2026-02-28",
      "1988-02-29, 2028-02-01, 2028-02-29",
      "1988-01-05, 2026-12-20, 2027-01-05",
      "1988-12-28, 2027-01-05, 2026-12-28"
    })
    void isTheBirthdayThatIsNextOrJustGone(LocalDate born, String today, String birthday) {
      scene.birthDate = born;
      scene
          .plans(
              scenario(
                  "birthday",
                  new Anchor.Birthday(),
                  step("wish", Step.Direction.AFTER, days(1), Purpose.TREATMENT, days(60))))
          .clock(today + "T09:00:00+09:00");
      assertThat(scene.keys()).containsExactly("birthday:wish:Patient/p@" + birthday);
    }

    @Test
    @DisplayName("C21 the birthday of next year waits as soon as this year's is done")
    void isPlannedForNextYearOnceNothingOfThisYearIsLeft() {
      scene.birthDate = LocalDate.of(1988, 4, 12);
      scene
          .plans(
              scenario(
                  "birthday",
                  new Anchor.Birthday(),
                  step("wish", Step.Direction.AFTER, days(1), Purpose.TREATMENT, days(2))))
          .clock("2026-04-01T09:00:00+09:00")
          .reconcile()
          .clock("2026-04-13T10:00:00+09:00");
      assertThat(scene.keys()).containsExactly("birthday:wish:Patient/p@2026-04-12");
      scene.becomes("birthday:wish:Patient/p@2026-04-12", RequestRecord.Status.COMPLETED, null);
      assertThat(scene.difference().creates())
          .extracting(create -> create.message().key())
          .containsExactly("birthday:wish:Patient/p@2027-04-12");
      scene.requests.clear();
      scene.clock("2026-04-20T09:00:00+09:00");
      assertThat(scene.keys()).containsExactly("birthday:wish:Patient/p@2027-04-12");
    }

    @Test
    void staysUntilItsLastStepIsOver() {
      scene.birthDate = LocalDate.of(1988, 1, 10);
      scene
          .plans(
              scenario(
                  "birthday", new Anchor.Birthday(), after("later", months(3), Purpose.TREATMENT)))
          .clock("2026-01-05T09:00:00+09:00")
          .reconcile()
          .clock("2026-04-09T09:00:00+09:00");
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void needsABirthDate() {
      scene.birthDate = null;
      scene.plans(
          scenario("birthday", new Anchor.Birthday(), after("wish", days(1), Purpose.TREATMENT)));
      assertThat(scene.reasons()).containsExactly(Reason.NO_BIRTH_DATE);
    }

    @ParameterizedTest
    @DisplayName("C20 a week of the year, counted from the start or the end of its month")
    @CsvSource({
      "12, -1, 2026-12-28",
      "12, 1, 2026-12-07",
      "12, 3, 2026-12-21",
      "5, -1, 2026-05-25",
      "3, -1, 2027-03-29"
    })
    void isTheMondayOfAProgrammesWeek(int month, int week, String monday) {
      scene
          .plans(
              scenario(
                  "thanks",
                  new Anchor.ProgrammeWeek(month, week),
                  after("thank", days(1), Purpose.TREATMENT)))
          .clock("2026-05-10T09:00:00+09:00");
      assertThat(scene.keys()).containsExactly("thanks:thank:Patient/p@" + monday);
    }

    @Test
    void endsWithItsProgramme() {
      scene
          .plans(
              scenario(
                  "thanks",
                  new Anchor.ProgrammeWeek(3, 1),
                  after("thank", days(1), Purpose.TREATMENT)))
          .clock("2026-02-20T09:00:00+09:00")
          .reconcile()
          .clock("2026-06-20T09:00:00+09:00");
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.PROGRAMME_OVER);
    }
  }

  @Nested
  class NothingIsPlanned {

    private Trace.Entry no() {
      followUp();
      if (scene.events.isEmpty()) {
        scene.procedure("a", "2026-03-30");
      }
      assertThat(scene.keys()).isEmpty();
      return scene.decisive();
    }

    private void assertDecides(String rule, Reason reason) {
      Trace.Entry no = no();
      assertThat(no.rule()).isEqualTo(rule);
      assertThat(no.reason()).isEqualTo(reason);
      assertThat(no.inputs()).isNotEmpty().allMatch(input -> input.contains("/_history/"));
    }

    @Test
    void forTheDead() {
      scene.deceased = true;
      assertDecides("patient-alive", Reason.DECEASED);
    }

    @Test
    void forARecordThatIsNotInUse() {
      scene.active = false;
      assertDecides("patient-active", Reason.INACTIVE);
    }

    @Test
    void forARecordThatWasMergedIntoAnother() {
      scene.mergedInto = "q";
      assertDecides("patient-not-merged", Reason.MERGED);
    }

    @ParameterizedTest
    @CsvSource({
      "entered-in-error, ANCHOR_ENTERED_IN_ERROR",
      "not-done, ANCHOR_CANCELLED",
      "stopped, ANCHOR_CANCELLED",
      "in-progress, ANCHOR_CANCELLED"
    })
    void afterATreatmentThatDoesNotStand(String status, Reason reason) {
      scene.event("Procedure", "a", status, when("2026-03-30"), null, Scene.BOTOX);
      assertDecides("anchor-stands", reason);
    }

    @ParameterizedTest
    @CsvSource({"2026", "2026-03"})
    void fromADateThatIsTooCoarse(String date) {
      scene.procedure("a", date);
      assertDecides("anchor-dated", Reason.IMPRECISE_DATE);
    }

    @Test
    @DisplayName("D16 a year that means never, such as 9999, is no date to count from")
    void fromADateThatMeansNever() {
      scene.procedure("a", "9999-12-31");
      assertDecides("anchor-dated", Reason.IMPRECISE_DATE);
    }

    @Test
    void fromBeforeTheClinicWentLive() {
      scene.goLive = at("2026-03-31T00:00:00+09:00");
      assertDecides("after-go-live", Reason.GO_LIVE);
    }

    @Test
    void withoutAnAddress() {
      scene.addresses = List.of();
      assertDecides("contact-permitted", Reason.NO_ADDRESS);
    }

    @Test
    void againstAnOptOut() {
      scene.optOut(Set.of());
      assertDecides("contact-permitted", Reason.OPT_OUT);
    }

    @Test
    void forATreatmentOfAnotherKind() {
      followUp().event("Procedure", "a", "completed", when("2026-03-30"), null, "filler");
      assertThat(scene.plan().trace().steps()).isEmpty();
    }
  }

  @Nested
  class ThePlanGoesOn {

    @Test
    void overTheOtherChannelsWhereOneHasNoAddress() {
      scene.channels = List.of("line", "sms");
      followUp().procedure("a", "2026-03-30");
      OutreachPlan plan = scene.plan();
      assertThat(plan.messages().get(0).permit().channels()).containsExactly("sms");
      assertThat(plan.trace().steps().get(0).entries())
          .filteredOn(entry -> entry.rule().equals("channel-has-address"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.detail()).isEqualTo("line: no-address"));
    }

    @Test
    void fromTheInstantTheClinicWentLive() {
      scene.goLive = at("2026-03-30T00:00:00+09:00");
      assertThat(followUp().procedure("a", "2026-03-30").keys()).hasSize(1);
    }

    @Test
    void whereANumberIsSharedOrAZoneUnknownAndSaysSo() {
      scene.sharedWith = 2;
      scene.zoneText = "Mars/Olympus";
      followUp().procedure("a", "2026-03-30");
      assertThat(scene.keys()).hasSize(1);
      assertThat(scene.plan().trace().steps().get(0).entries())
          .extracting(Trace.Entry::detail)
          .anyMatch(detail -> detail.startsWith("shared-number"))
          .anyMatch(detail -> detail.startsWith("unknown-zone"));
    }
  }

  @Nested
  class AQuestionOfTheScenario {

    private Scene asks(List<Condition> conditions, List<Condition> exits) {
      Scenario plain =
          scenario("care", procedures(Scene.BOTOX), after("ask", days(7), Purpose.TREATMENT));
      return scene.plans(with(plain, conditions, Set.of(), exits)).procedure("a", "2026-03-30");
    }

    @ParameterizedTest
    @CsvSource({"TRUE, ", "FALSE, CONDITION_FALSE", "FAILED, CONDITION_FAILED"})
    void mustBeAnsweredWithYes(Condition.Answer answer, Reason reason) {
      asks(List.of(says(answer)), List.of());
      assertThat(scene.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({"FALSE, ", "TRUE, EXIT_CONDITION", "FAILED, EXIT_CONDITION"})
    void endsItUnlessAnsweredWithNo(Condition.Answer answer, Reason reason) {
      asks(List.of(), List.of(says(answer)));
      assertThat(scene.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }
  }

  @Nested
  class AVisitSince {

    private Scene recall(Purpose purpose, Set<String> exitRules) {
      Scenario plain = scenario("r", procedures(Scene.BOTOX), after("ask", months(3), purpose));
      return scene
          .plans(with(plain, List.of(), exitRules, List.of()))
          .consent(Purpose.RECALL)
          .encounter("own", "2026-03-30T10:00:00+09:00")
          .event(
              "Procedure", "a", "completed", when("2026-03-30T11:00:00+09:00"), "own", Scene.BOTOX);
    }

    @Test
    void withdrawsARecall() {
      recall(Purpose.RECALL, Set.of()).encounter("next", "2026-03-31T09:00:00+09:00");
      assertThat(scene.decisive().reason()).isEqualTo(Reason.VISITED_SINCE);
      assertThat(scene.decisive().inputs()).containsExactly("Encounter/next/_history/1");
    }

    @Test
    void onTheSameDayWithdrawsNothing() {
      recall(Purpose.RECALL, Set.of()).encounter("next", "2026-03-30T17:00:00+09:00");
      assertThat(scene.keys()).hasSize(1);
    }

    @Test
    void beforeItWithdrawsNothing() {
      recall(Purpose.RECALL, Set.of()).encounter("earlier", "2026-03-20T17:00:00+09:00");
      assertThat(scene.keys()).hasSize(1);
    }

    @Test
    void thatIsNotFinishedWithdrawsNothing() {
      recall(Purpose.RECALL, Set.of())
          .event("Encounter", "next", "planned", when("2026-04-10"), "next", "AMB");
      assertThat(scene.keys()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = Purpose.class,
        names = {"TREATMENT", "TRANSACTIONAL", "SURVEY", "EDUCATION"})
    void leavesEverythingElse(Purpose purpose) {
      recall(purpose, Set.of()).encounter("next", "2026-03-31T09:00:00+09:00");
      assertThat(scene.keys()).hasSize(1);
    }

    @Test
    void withdrawsOtherStepsWhereTheScenarioSaysSo() {
      recall(Purpose.TREATMENT, Set.of("visited-since"))
          .encounter("next", "2026-03-31T09:00:00+09:00");
      assertThat(scene.reasons()).containsExactly(Reason.VISITED_SINCE);
    }

    @Test
    void countsFromTheAnchorsDateWhereItHasNoVisitOfItsOwn() {
      recall(Purpose.RECALL, Set.of())
          .procedure("a", "2026-03-30")
          .encounter("own", "2026-03-30T10:00:00+09:00");
      assertThat(scene.keys()).hasSize(1);
      assertThat(scene.encounter("next", "2026-03-31T00:00:00+09:00").reasons())
          .containsExactly(Reason.VISITED_SINCE);
    }
  }

  @Nested
  class ANewerVersion {

    private final Scenario old =
        scenario("care", procedures(Scene.BOTOX), after("ask", days(7), Purpose.TREATMENT));
    private final Scenario fresh =
        version(
            scenario("care", procedures(Scene.BOTOX), after("ask", days(9), Purpose.TREATMENT)),
            "2");

    @Test
    void leavesWhatIsPendingAsItWas() {
      scene.plans(old).procedure("a", "2026-03-30").reconcile();
      scene.plans(fresh).scenarios.add(old.pinned());
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    void isFollowedByEverythingElse() {
      scene.plans(fresh).procedure("a", "2026-03-30").scenarios.add(old.pinned());
      assertThat(scene.only().scenario().canonical()).isEqualTo("care|2");
      assertThat(scene.due()).isEqualTo("2026-04-08T10:00+09:00");
    }

    @Test
    void thatIsInactiveWithdrawsWhatIsPending() {
      scene.plans(old).procedure("a", "2026-03-30").reconcile();
      scene.scenarios.clear();
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.SCENARIO_INACTIVE);
    }
  }
}
