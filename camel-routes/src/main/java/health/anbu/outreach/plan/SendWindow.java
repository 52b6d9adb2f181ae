package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of a day in which a step is sent, in local time.
 *
 * @param start first minute
 * @param end first minute after it; later than {@code start}
 */
public record SendWindow(LocalTime start, LocalTime end) {

  public static final SendWindow OFFICE_HOURS =
      new SendWindow(LocalTime.of(10, 0), LocalTime.of(18, 0));

  public SendWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "a send window ends after it starts: " + start + "-" + end);
    }
  }

  ZonedDateTime opens(LocalDate date, ZoneId zone) {
    return date.atTime(start).atZone(zone);
  }

  ZonedDateTime closes(LocalDate date, ZoneId zone) {
    return date.atTime(end).atZone(zone);
  }

  /**
   * The moment where the window is open, else the next opening. Counted as time goes by: it opens
   * and closes once a day also where the clocks go forward or back in it.
   */
  ZonedDateTime clamp(ZonedDateTime moment) {
    ZonedDateTime opening = opens(moment.toLocalDate(), moment.getZone());
    if (!moment.isAfter(opening)) {
      return opening;
    }
    return moment.isBefore(closes(moment.toLocalDate(), moment.getZone()))
        ? moment
        : opens(moment.toLocalDate().plusDays(1), moment.getZone());
  }
}
