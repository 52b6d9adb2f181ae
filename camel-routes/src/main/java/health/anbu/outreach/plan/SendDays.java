package health.anbu.outreach.plan;

import health.anbu.outreach.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The days on which a step is sent.
 *
 * @param weekdays empty for any
 * @param working null where days of rest do not matter
 */
record SendDays(Set<DayOfWeek> weekdays, WorkingDays working) {

  /** No clinic rests for longer; a step that finds no day keeps its own. */
  private static final int FURTHEST = 60;

  static SendDays of(Step step, WorkingDays working) {
    Timing timing = step.timing();
    return new SendDays(timing.weekdays(), timing.holidays() == HolidayRule.SEND ? null : working);
  }

  boolean has(LocalDate date) {
    return (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()))
        && (working == null || working.contains(date));
  }

  /** The moment where the window is open on such a day, else the next opening. */
  ZonedDateTime open(SendWindow window, ZonedDateTime moment) {
    ZonedDateTime open = window.clamp(moment);
    LocalDate date = open.toLocalDate();
    LocalDate day = nearest(date, 1);
    return day.equals(date) ? open : window.opens(day, open.getZone());
  }

  /** This day, else the nearest one in the given direction. */
  LocalDate nearest(LocalDate date, int step) {
    LocalDate day = date;
    for (int i = 0; i < FURTHEST && !has(day); i++) {
      day = day.plusDays(step);
    }
    return has(day) ? day : date;
  }
}
