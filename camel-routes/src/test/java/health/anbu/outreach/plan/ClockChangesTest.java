package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.appointments;
import static health.anbu.outreach.plan.Scene.before;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.hours;
import static health.anbu.outreach.plan.Scene.in;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In each of the six zones, on every day around every change of the clocks of four years. */
@DisplayName("D4, C17: by the local clock, whatever the clocks do")
class ClockChangesTest {

  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(TO)) {
      changes.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes;
  }

  static Stream<ZoneId> zones() {
    return RandomLife.ZONES.stream();
  }

  /** The days of every change and around it; where there is none, those of London's. */
  private static List<LocalDate> daysAround(ZoneId zone) {
    List<ZoneOffsetTransition> changes =
        changes(zone).isEmpty() ? changes(ZoneId.of("Europe/London")) : changes(zone);
    return changes.stream()
        .map(change -> change.getDateTimeBefore().toLocalDate())
        .flatMap(day -> day.minusDays(2).datesUntil(day.plusDays(3)))
        .toList();
  }

  private static Scene clinicIn(ZoneId zone) {
    Scene scene = new Scene();
    scene.clinicZone = zone;
    scene.channels = List.of("sms");
    return scene;
  }

  @Test
  void areEightOfEachClockThatChangesAndNoneElsewhere() {
    assertThat(zones().map(zone -> changes(zone).size())).containsExactly(0, 0, 0, 8, 8, 8);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void aFollowUpGoesAtTenOnItsDay(ZoneId zone) {
    for (LocalDate day : daysAround(zone)) {
      for (int later = 1; later <= 3; later++) {
        ZonedDateTime due =
            clinicIn(zone)
                .plans(
                    scenario(
                        "s", procedures(Scene.BOTOX), after("a", days(later), Purpose.TREATMENT)))
                .clock(day + "T00:00:00Z")
                .procedure("p", day.toString())
                .only()
                .due();
        assertThat(due.toLocalDateTime()).isEqualTo(day.plusDays(later).atTime(10, 0));
        assertThat(due.getZone()).isEqualTo(zone);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("zones")
  void aReminderGoesTheDayBeforeAtTen(ZoneId zone) {
    for (LocalDate day : daysAround(zone)) {
      ZonedDateTime visit = day.atTime(9, 30).atZone(zone);
      ZonedDateTime due =
          clinicIn(zone)
              .plans(scenario("s", appointments(), before("b", days(1))))
              .clock(day.minusDays(10) + "T00:00:00Z")
              .appointment("v", visit.toOffsetDateTime().toString(), "booked")
              .only()
              .due();
      assertThat(due.toLocalDateTime()).isEqualTo(day.minusDays(1).atTime(10, 0));
    }
  }

  /** Hours are counted as they go by: two hours before half past one in the afternoon. */
  @ParameterizedTest
  @MethodSource("zones")
  void hoursAreHoursThatPass(ZoneId zone) {
    for (LocalDate day : daysAround(zone)) {
      ZonedDateTime visit = day.atTime(13, 30).atZone(zone);
      ZonedDateTime due =
          clinicIn(zone)
              .plans(scenario("s", appointments(), before("b", hours(2))))
              .clock(day.minusDays(10) + "T00:00:00Z")
              .appointment("v", visit.toOffsetDateTime().toString(), "booked")
              .only()
              .due();
      assertThat(due.toInstant()).isEqualTo(visit.minusHours(2).toInstant());
    }
  }

  /** A window in the hour that does not exist opens with the first minute that does. */
  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026-03-29, 2026-03-29T08:00+01:00",
    "America/New_York, 2026-03-08, 2026-03-08T08:00-04:00",
    "Australia/Lord_Howe, 2026-10-04, 2026-10-04T08:00+11:00"
  })
  void aWindowInTheMissingHourLeavesTheNight(String zone, LocalDate day, String due) {
    SendWindow early = new SendWindow(LocalTime.of(1, 30), LocalTime.of(9, 0));
    assertThat(
            clinicIn(ZoneId.of(zone))
                .plans(
                    scenario(
                        "s",
                        procedures(Scene.BOTOX),
                        in(early, after("a", days(1), Purpose.TREATMENT))))
                .clock(day.minusDays(1) + "T00:00:00Z")
                .procedure("p", day.minusDays(1).toString())
                .due())
        .isEqualTo(due);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void aMonthAfterTheEndOfJanuaryIsTheEndOfFebruary(ZoneId zone) {
    for (int year = 2024; year <= 2028; year++) {
      ZonedDateTime due =
          clinicIn(zone)
              .plans(
                  scenario("s", procedures(Scene.BOTOX), after("a", months(1), Purpose.TREATMENT)))
              .clock(year + "-02-01T12:00:00Z")
              .procedure("p", year + "-01-31")
              .only()
              .due();
      int last = LocalDate.of(year, 2, 1).lengthOfMonth();
      assertThat(due.toLocalDateTime()).isEqualTo(LocalDate.of(year, 2, last).atTime(10, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"2024, 2024-02-29", "2025, 2025-02-28", "2028, 2028-02-29"})
  void aBirthdayOnALeapDayIsTheLastOfFebruary(int year, LocalDate birthday) {
    for (ZoneId zone : RandomLife.ZONES) {
      Scene scene = clinicIn(zone);
      scene.birthDate = LocalDate.of(1988, 2, 29);
      scene
          .plans(scenario("b", new Anchor.Birthday(), after("wish", days(1), Purpose.TREATMENT)))
          .clock(year + "-02-10T12:00:00Z");
      assertThat(scene.only().due().toLocalDateTime())
          .isEqualTo(birthday.plusDays(1).atTime(10, 0));
    }
  }
}
