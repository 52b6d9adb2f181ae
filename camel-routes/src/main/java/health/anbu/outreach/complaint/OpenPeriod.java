package health.anbu.outreach.complaint;

import java.time.LocalTime;

/**
 * Opening hours without a break, in local time, the start included and the end not.
 *
 * @param to midnight means the end of the day
 */
public record OpenPeriod(LocalTime from, LocalTime to) {

  public OpenPeriod {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Opening hours end after they start, not " + from + "-" + to);
    }
  }

  public static OpenPeriod of(String from, String to) {
    return new OpenPeriod(LocalTime.parse(from), LocalTime.parse(to));
  }

  boolean overlaps(OpenPeriod other) {
    return from.toNanoOfDay() < other.endNano() && other.from.toNanoOfDay() < endNano();
  }

  boolean endsAtMidnight() {
    return to.equals(LocalTime.MIDNIGHT);
  }

  long nanos() {
    return endNano() - from.toNanoOfDay();
  }

  private long endNano() {
    return endsAtMidnight() ? LocalTime.MAX.toNanoOfDay() + 1 : to.toNanoOfDay();
  }
}
