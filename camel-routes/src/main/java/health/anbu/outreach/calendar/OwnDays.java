package health.anbu.outreach.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * What one clinic among several says of its days.
 *
 * @param rest weekdays on which nobody is there; null where it says nothing
 * @param closed further days on which nobody is there
 */
public record OwnDays(Set<DayOfWeek> rest, Set<LocalDate> closed) {

  public static final OwnDays UNSAID = new OwnDays(null, Set.of());

  public OwnDays {
    rest = rest == null ? null : Set.copyOf(rest);
    closed = Set.copyOf(closed);
  }
}
