package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.at;
import static health.anbu.outreach.plan.Scene.atOnce;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.holidays;
import static health.anbu.outreach.plan.Scene.in;
import static health.anbu.outreach.plan.Scene.on;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something may go that was due earlier. Treated on 10 February, asked a week later. */
@DisplayName("C15, C18, C19: a message that is late keeps the days and hours of its step")
class OpenHoursTest {

  private final Scene scene = new Scene();

  private String open(Step step, String now) {
    PlannedMessage message =
        scene
            .plans(scenario("care", procedures(Scene.BOTOX), step))
            .clock("2026-02-10T12:00:00+09:00")
            .procedure("a", "2026-02-10")
            .only();
    return OpenHours.from(message, scene.facts(), scene.clinic(), at(now))
        .atZone(Scene.SEOUL)
        .toOffsetDateTime()
        .toString();
  }

  private static Step ask() {
    return after("ask", days(8), Purpose.TREATMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-18T09:59:59+09:00, 2026-02-18T10:00+09:00",
    "2026-02-18T10:00:00+09:00, 2026-02-18T10:00+09:00",
    "2026-02-18T17:59:59+09:00, 2026-02-18T17:59:59+09:00",
    "2026-02-18T18:00:00+09:00, 2026-02-19T10:00+09:00",
    "2026-02-18T23:30:00+09:00, 2026-02-19T10:00+09:00"
  })
  void itsHours(String now, String open) {
    assertThat(open(ask(), now)).isEqualTo(open);
  }

  @Test
  void itsWeekdays() {
    Step step = at(ask(), t -> on(t, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY));
    assertThat(open(step, "2026-02-19T18:30:00+09:00")).isEqualTo("2026-02-24T10:00+09:00");
  }

  @ParameterizedTest
  @CsvSource({
    "SEND, 2026-02-17T10:00+09:00",
    "NEXT_WORKING_DAY, 2026-02-19T10:00+09:00",
    "PREVIOUS_WORKING_DAY, 2026-02-19T10:00+09:00"
  })
  void itsDaysOfRestAndNeverBackwards(HolidayRule rule, String open) {
    Step step = at(ask(), t -> holidays(t, rule));
    assertThat(open(step, "2026-02-16T19:00:00+09:00")).isEqualTo(open);
  }

  @Test
  void theNightOfThePerson() {
    scene.zone = ZoneId.of("Europe/London");
    Step step = in(new SendWindow(LocalTime.of(9, 0), LocalTime.of(20, 0)), ask());
    assertThat(open(step, "2026-02-18T21:00:00+09:00")).isEqualTo("2026-02-19T17:00+09:00");
  }

  @Test
  void theNightAloneWhereTheWindowLiesInIt() {
    Step step = in(new SendWindow(LocalTime.of(22, 0), LocalTime.of(23, 0)), ask());
    assertThat(open(step, "2026-02-18T12:00:00+09:00")).isEqualTo("2026-02-18T12:00+09:00");
  }

  @Test
  void exceptWhatGoesAtOnce() {
    assertThat(open(atOnce("thanks"), "2026-02-10T19:00:00+09:00"))
        .isEqualTo("2026-02-10T19:00+09:00");
  }
}
