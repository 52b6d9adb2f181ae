package health.anbu.outreach.contact;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * The hours in which nobody is disturbed, in the local time of the person; they may pass midnight.
 *
 * @param from first quiet minute
 * @param until first minute that is no longer quiet; equal to {@code from} means never quiet
 */
public record QuietHours(LocalTime from, LocalTime until) {

  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public QuietHours {
    Objects.requireNonNull(from);
    Objects.requireNonNull(until);
  }

  public boolean contains(LocalTime time) {
    if (from.equals(until)) {
      return false;
    }
    boolean afterStart = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(until);
    return from.isBefore(until) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }

  /** The given moment where it is not quiet, else the first moment after it that is not. */
  public ZonedDateTime nextAllowed(ZonedDateTime moment) {
    if (!contains(moment.toLocalTime())) {
      return moment;
    }
    boolean endsTomorrow = !moment.toLocalTime().isBefore(until);
    ZonedDateTime end =
        moment.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(until).atZone(moment.getZone());
    // Where the clocks go back, the end comes twice: the first one may be over.
    ZonedDateTime next = end.isAfter(moment) ? end : end.withLaterOffsetAtOverlap();
    // Where they go forward, the hour between two nights may not exist at all.
    return contains(next.toLocalTime()) ? nextAllowed(next) : next;
  }
}
