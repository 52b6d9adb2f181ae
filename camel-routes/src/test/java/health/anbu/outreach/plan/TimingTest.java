package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.appointments;
import static health.anbu.outreach.plan.Scene.at;
import static health.anbu.outreach.plan.Scene.before;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.every;
import static health.anbu.outreach.plan.Scene.holidays;
import static health.anbu.outreach.plan.Scene.hours;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.on;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static health.anbu.outreach.plan.Scene.spread;
import static health.anbu.outreach.plan.Scene.step;
import static health.anbu.outreach.plan.Scene.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.calendar.OwnDays;
import health.anbu.outreach.calendar.WorkingDays;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a step goes: its day, its hour, how often, and until when. */
class TimingTest {

  private final Scene scene = new Scene();

  private Scene treated(String date, Step... steps) {
    return scene
        .plans(scenario("care", procedures(Scene.BOTOX), steps))
        .clock(date.length() == 10 ? date + "T12:00:00+09:00" : date)
        .procedure("a", date);
  }

  private static Step ask(Offset later) {
    return after("ask", later, Purpose.TREATMENT);
  }

  private String day() {
    return scene.only().due().toLocalDate().toString();
  }

  @Nested
  @DisplayName("C15 a weekday")
  class AWeekday {

    @ParameterizedTest
    @CsvSource({"2026-03-30, 2026-04-07", "2026-03-31, 2026-04-07", "2026-04-01, 2026-04-09"})
    void isWaitedForAfterAnAnchor(String done, String due) {
      treated(done, at(ask(days(7)), t -> on(t, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)));
      assertThat(day()).isEqualTo(due);
      assertThat(scene.only().due().toLocalTime()).isEqualTo(LocalTime.of(10, 0));
    }

    @Test
    void comesEarlierBeforeAnAppointment() {
      scene
          .plans(
              scenario(
                  "visit",
                  appointments(),
                  at(before("remind", days(1)), t -> on(t, DayOfWeek.FRIDAY))))
          .appointment("a", "2026-04-13T11:00:00+09:00", "booked");
      assertThat(day()).isEqualTo("2026-04-10");
    }
  }

  @Nested
  @DisplayName("C19 a day of rest")
  class ADayOfRest {

    @ParameterizedTest
    @CsvSource({
      "SEND, 2026-02-17",
      "NEXT_WORKING_DAY, 2026-02-19",
      "PREVIOUS_WORKING_DAY, 2026-02-13"
    })
    void isWhatTheScenarioMakesOfIt(HolidayRule rule, String due) {
      treated("2026-02-10", at(ask(days(7)), t -> holidays(t, rule)));
      assertThat(day()).isEqualTo(due);
    }

    @Test
    void neverMovesAReminderBehindItsAppointment() {
      scene
          .plans(
              scenario(
                  "visit",
                  appointments(),
                  at(before("remind", days(1)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY))))
          .clock("2026-02-10T09:00:00+09:00")
          .appointment("a", "2026-02-18T11:00:00+09:00", "booked");
      assertThat(day()).isEqualTo("2026-02-13");
    }

    @Test
    void neverMovesAFollowUpBeforeItsTreatment() {
      treated("2026-02-13", at(ask(days(2)), t -> holidays(t, HolidayRule.PREVIOUS_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-02-19");
    }

    @Test
    @DisplayName("C24 an Organization that works on Saturdays and closes for a week is believed")
    void isWhatTheOrganizationSays() {
      scene.days =
          new OwnDays(
              Set.of(DayOfWeek.SUNDAY),
              Set.of(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10)));
      treated("2026-02-28", at(ask(days(7)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-03-07");
      treated("2026-03-01", at(ask(days(7)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-03-11");
    }

    @Test
    void isCorrectedByTheClinic() {
      WorkingDays usual = WorkingDays.usual("KR");
      scene.workingDays =
          new WorkingDays(
              usual.weekend(),
              usual.holidays(),
              Set.of(LocalDate.of(2026, 2, 19)),
              Set.of(LocalDate.of(2026, 2, 21)));
      treated("2026-02-10", at(ask(days(7)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-02-20");
      treated("2026-02-14", at(ask(days(7)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-02-21");
    }

    @Test
    @DisplayName("S4.27 is Thursday and Friday in Iran")
    void isThursdayAndFridayInIran() {
      inTehran();
      treated("2026-04-08", at(ask(days(1)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-04-11");
    }
  }

  @Nested
  @DisplayName("S4.27 a clinic in Iran that works on Thursday")
  class WorkingOnThursday {

    @Test
    void writesThenAndNotOnFriday() {
      inTehran();
      scene.workingDays =
          new WorkingDays(
              Set.of(DayOfWeek.FRIDAY), scene.workingDays.holidays(), Set.of(), Set.of());
      treated("2026-04-08", at(ask(days(1)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-04-09");
      treated("2026-04-09", at(ask(days(1)), t -> holidays(t, HolidayRule.NEXT_WORKING_DAY)));
      assertThat(day()).isEqualTo("2026-04-11");
    }
  }

  @Nested
  @DisplayName("S5.7 a booking at night")
  class ABookingAtNight {

    private Scene bookedAtNight() {
      return scene
          .plans(scenario("visit", appointments(), Scene.atOnce("confirm")))
          .clock("2026-04-01T23:30:00+09:00")
          .appointment("a", "2026-04-10T11:00:00+09:00", "booked");
    }

    @Test
    void isConfirmedInTheMorning() {
      assertThat(bookedAtNight().due()).isEqualTo("2026-04-02T08:00+09:00");
    }

    @Test
    void isConfirmedAtOnceWhereCounselAllowsWhatIsTransactional() {
      scene.override = List.of("quiet | transactional | * | never | counsel");
      assertThat(bookedAtNight().due()).isEqualTo("2026-04-01T23:30+09:00");
    }

    @Test
    void staysQuietForAllElseWhereOnlyThatIsAllowed() {
      scene.override = List.of("quiet | transactional | * | never | counsel");
      scene
          .plans(
              scenario(
                  "care",
                  procedures(Scene.BOTOX),
                  step("ask", Step.Direction.AT_ONCE, Offset.ZERO, Purpose.TREATMENT, null)))
          .clock("2026-04-01T23:30:00+09:00")
          .procedure("p", "2026-04-01");
      assertThat(scene.due()).isEqualTo("2026-04-02T08:00+09:00");
    }
  }

  private void inTehran() {
    scene.jurisdiction = "IR";
    scene.channels = List.of("sms");
    scene.clinicZone = ZoneId.of("Asia/Tehran");
    scene.workingDays = WorkingDays.usual("IR");
  }

  @Nested
  @DisplayName("S4.10 in Tehran")
  class InTehran {

    @Test
    void aReminderGoesThreeDaysBeforeAndMovesWithItsAppointment() {
      inTehran();
      scene
          .plans(scenario("visit", appointments(), before("remind", days(3))))
          .clock("2026-03-15T09:00:00+03:30")
          .appointment("a", "2026-03-24T00:15:00+03:30", "booked");
      assertThat(scene.due()).isEqualTo("2026-03-21T10:00+03:30");
      scene.reconcile().appointment("a", "2026-03-31T09:00:00+03:30", "booked");
      assertThat(scene.difference().moves())
          .extracting(move -> move.message().due().toOffsetDateTime().toString())
          .containsExactly("2026-03-28T10:00+03:30");
      scene.appointment("a", "2026-03-31T09:00:00+03:30", "cancelled");
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.APPOINTMENT_CANCELLED);
    }

    @Test
    void aFollowUpGoesSevenDaysAfterTheLocalDay() {
      inTehran();
      // Late in the evening of UTC it is the next day in Tehran already.
      treated("2026-03-15T20:45:00Z", ask(days(7)));
      assertThat(scene.due()).isEqualTo("2026-03-23T10:00+03:30");
    }
  }

  @Nested
  @DisplayName("S5.8 a shift out of the quiet hours")
  class AShiftOutOfTheQuietHours {

    private void reminded(Offset hoursBefore, String appointment) {
      Step remind =
          Scene.in(
              new SendWindow(LocalTime.MIN, LocalTime.of(23, 59)), before("remind", hoursBefore));
      scene
          .plans(scenario("visit", appointments(), remind))
          .appointment("a", appointment, "booked");
    }

    @Test
    void waitsUntilTheMorningWhereThatIsEarlyEnough() {
      reminded(hours(3), "2026-04-10T10:00:00+09:00");
      assertThat(scene.due()).isEqualTo("2026-04-10T08:00+09:00");
    }

    @Test
    void goesTheEveningBeforeWhereTheMorningIsTooLate() {
      reminded(hours(2), "2026-04-10T07:30:00+09:00");
      assertThat(scene.only().due()).isBefore(ZonedDateTime.parse("2026-04-09T21:00+09:00"));
      assertThat(scene.only().due()).isAfter(ZonedDateTime.parse("2026-04-09T20:30+09:00"));
    }
  }

  @Nested
  @DisplayName("C16 a patient in another zone")
  class APatientInAnotherZone {

    @Test
    void isWrittenToInTheWindowOfTheClinicOutsideTheirOwnNight() {
      scene.zone = ZoneId.of("Europe/London");
      treated("2026-04-01", ask(days(7)));
      // 10:00 in Seoul is 02:00 in London; their night ends at 16:00 in Seoul.
      assertThat(scene.due()).isEqualTo("2026-04-08T16:00+09:00");
    }

    @Test
    void isWrittenToInTheirMorningWhereTheWindowIsAllNight() {
      scene.zone = ZoneId.of("America/New_York");
      treated("2026-04-01", ask(days(7)));
      // 10:00 to 18:00 in Seoul is 21:00 to 05:00 in New York.
      assertThat(scene.due()).isEqualTo("2026-04-08T21:00+09:00");
    }

    @Test
    void isTreatedAsOneOfTheClinicsWhereNoZoneIsKnown() {
      treated("2026-04-01", ask(days(7)));
      assertThat(scene.due()).isEqualTo("2026-04-08T10:00+09:00");
    }
  }

  @Nested
  @DisplayName("C22 a spread")
  class ASpread {

    private List<ZonedDateTime> dues(Offset over, int patients) {
      return java.util.stream.IntStream.range(0, patients)
          .mapToObj(
              i -> {
                scene.events.clear();
                scene
                    .plans(
                        scenario(
                            "care",
                            procedures(Scene.BOTOX),
                            at(ask(days(7)), t -> spread(t, over))))
                    .procedure("p" + i, "2026-03-30");
                return scene.only().due();
              })
          .toList();
    }

    @Test
    void fillsItsTimeAndNoMore() {
      List<ZonedDateTime> dues = dues(hours(2), 400);
      assertThat(dues)
          .allSatisfy(
              due ->
                  assertThat(due.toLocalTime())
                      .isBetween(LocalTime.of(10, 0), LocalTime.of(11, 59, 59)));
      for (int quarter = 0; quarter < 8; quarter++) {
        LocalTime from = LocalTime.of(10, 0).plusMinutes(15L * quarter);
        LocalTime to = from.plusMinutes(15);
        assertThat(dues)
            .filteredOn(d -> !d.toLocalTime().isBefore(from) && d.toLocalTime().isBefore(to))
            .as("from %s", from)
            .hasSizeBetween(25, 80);
      }
    }

    @Test
    void staysInTheWindow() {
      assertThat(dues(days(3), 200))
          .allSatisfy(due -> assertThat(due.toLocalTime()).isBefore(LocalTime.of(18, 0)));
    }

    @Test
    void isTheSameForTheSameKey() {
      assertThat(dues(hours(5), 20)).isEqualTo(dues(hours(5), 20));
      assertThat(new HashSet<>(dues(hours(5), 20))).hasSizeGreaterThan(15);
    }
  }

  @Nested
  @DisplayName("C32 an end")
  class AnEnd {

    @ParameterizedTest
    @CsvSource({
      "2026-04-07, ",
      "2026-04-06, ",
      "2026-04-05, PAST_UNTIL",
      "2026-04-06T10:00:00+09:00, PAST_UNTIL",
      "2026-04-06T10:00:01+09:00, "
    })
    void stopsWhatIsDueAtItOrLater(String end, Reason reason) {
      treated("2026-03-30", at(ask(days(7)), t -> until(t, end)));
      assertThat(scene.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void withdrawsWhatWasDeferredBeyondIt() {
      treated("2026-03-30", at(ask(days(7)), t -> until(t, "2026-04-06")))
          .reconcile()
          .clock("2026-04-07T08:00:00+09:00");
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.PAST_UNTIL);
    }

    @Test
    void isTheLastMomentToSend() {
      treated("2026-03-30", at(ask(days(7)), t -> until(t, "2026-04-06")));
      assertThat(scene.only().sendBy()).isEqualTo(Scene.at("2026-04-07T00:00:00+09:00"));
    }

    @Test
    void ofItsValidityIsTheLastMomentToSendToo() {
      treated(
          "2026-03-30", step("ask", Step.Direction.AFTER, days(7), Purpose.TREATMENT, hours(30)));
      assertThat(scene.only().sendBy()).isEqualTo(Scene.at("2026-04-07T16:00:00+09:00"));
      assertThat(scene.clock("2026-04-07T16:00:00+09:00").reasons())
          .containsExactly(Reason.TOO_LATE);
    }
  }

  @Nested
  @DisplayName("C21 a recurring step")
  class ARecurringStep {

    @Test
    void goesOnWhereEachIsValidForLongerThanUntilTheNext() {
      treated(
          "2026-03-02",
          at(
              step("ask", Step.Direction.AFTER, days(1), Purpose.TREATMENT, days(90)),
              t -> every(t, months(1), null)));
      for (String day : List.of("2026-03-02", "2026-04-02", "2026-05-02", "2026-06-02")) {
        scene.reconcile();
        scene.becomes("care:ask:Procedure/a@" + day, RequestRecord.Status.COMPLETED, null);
      }
      assertThat(scene.reconcile().keys()).contains("care:ask:Procedure/a@2026-07-02");
    }

    private Scene quarterly(Integer count) {
      return treated("2026-01-31", at(ask(days(1)), t -> every(t, months(3), count)));
    }

    @Test
    void plansTheNextTwo() {
      assertThat(quarterly(null).keys())
          .containsExactly("care:ask:Procedure/a@2026-01-31", "care:ask:Procedure/a@2026-04-30");
    }

    @Test
    void countsFromItsAnchorSoThatMonthEndsDoNotDrift() {
      quarterly(null).clock("2026-09-01T09:00:00+09:00");
      assertThat(scene.plan().messages())
          .extracting(message -> message.due().toLocalDate().toString())
          .containsExactly("2026-11-01", "2027-02-01");
    }

    @Test
    void goesOnWhenOneHasGoneOut() {
      quarterly(null).reconcile();
      scene
          .becomes("care:ask:Procedure/a@2026-01-31", RequestRecord.Status.COMPLETED, null)
          .clock("2026-02-02T09:00:00+09:00");
      assertThat(scene.difference().creates())
          .extracting(create -> create.message().key())
          .containsExactly("care:ask:Procedure/a@2026-07-31");
      assertThat(scene.difference().revokes()).isEmpty();
    }

    @Test
    void keepsOneThatStillWaitsToGo() {
      quarterly(null).reconcile().clock("2026-02-03T09:00:00+09:00");
      assertThat(scene.difference().revokes()).isEmpty();
      assertThat(scene.keys())
          .containsExactly(
              "care:ask:Procedure/a@2026-01-31",
              "care:ask:Procedure/a@2026-04-30",
              "care:ask:Procedure/a@2026-07-31");
    }

    @Test
    void endsAfterSoManyTimes() {
      assertThat(quarterly(1).keys()).containsExactly("care:ask:Procedure/a@2026-01-31");
      scene.clock("2026-03-01T09:00:00+09:00");
      assertThat(scene.reasons()).containsExactly(Reason.TOO_LATE);
    }

    @Test
    void endsWithTheScenario() {
      treated("2026-01-31", at(ask(days(1)), t -> every(until(t, "2026-06-30"), months(3), null)));
      assertThat(scene.keys()).hasSize(2);
      assertThat(scene.clock("2026-05-15T09:00:00+09:00").reasons()).contains(Reason.PAST_UNTIL);
      assertThat(scene.keys()).isEmpty();
    }

    @Test
    @DisplayName("D18 late enrolment makes up for nothing")
    void makesUpForNothing() {
      treated("2020-01-31", at(ask(days(1)), t -> every(t, months(3), null)), ask(months(6)))
          .clock("2026-03-10T09:00:00+09:00");
      assertThat(scene.plan().messages())
          .extracting(message -> message.due().toLocalDate().toString())
          .containsExactly("2026-05-01", "2026-08-01");
    }

    @Test
    void changesNothingTheSecondTime() {
      assertThat(quarterly(null).reconcile().difference().isEmpty()).isTrue();
    }

    @Test
    void recursInDaysAtLeast() {
      assertThatThrownBy(() -> new Recurrence(hours(5), null))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Recurrence(days(5), 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  @DisplayName("C14 after more than a year")
  class AfterMoreThanAYear {

    @Test
    void aStepIsStillTheSameAndGoesOnItsDay() {
      treated("2026-04-01", ask(months(18))).reconcile();
      for (String day : List.of("2026-08-01", "2027-01-01", "2027-09-30")) {
        assertThat(scene.clock(day + "T09:00:00+09:00").difference().isEmpty()).isTrue();
      }
      assertThat(scene.clock("2027-10-01T10:00:00+09:00").due())
          .isEqualTo("2027-10-01T10:00+09:00");
    }
  }

  @Nested
  @DisplayName("C12, C13, S1.13a an interval of a treatment")
  class AnInterval {

    @ParameterizedTest
    @CsvSource({"3, MONTH, 2026-06-30", "1, YEAR, 2027-03-31", "2, WEEK, 2026-04-14"})
    void isCountedOnTheCalendar(int amount, Offset.Unit unit, String due) {
      treated("2026-03-31", ask(new Offset(amount, unit)));
      assertThat(day()).isEqualTo(due);
    }
  }
}
