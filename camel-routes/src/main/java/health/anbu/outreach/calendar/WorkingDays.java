package health.anbu.outreach.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The days on which a clinic works: those of its country without the weekend and the public
 * holidays, corrected by what the clinic itself says.
 *
 * @param weekend which weekdays are days of rest
 * @param closed further days on which nobody is there
 * @param open days of rest on which somebody is there all the same; stronger than all the others
 */
public record WorkingDays(
    Set<DayOfWeek> weekend, Holidays holidays, Set<LocalDate> closed, Set<LocalDate> open) {

  public WorkingDays {
    weekend = Set.copyOf(weekend);
    closed = Set.copyOf(closed);
    open = Set.copyOf(open);
  }

  /** As usual in a country: Thursday and Friday are the weekend of Iran. */
  public static Set<DayOfWeek> usualWeekend(String country) {
    return "IR".equals(country)
        ? Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
        : Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  public static WorkingDays usual(String country) {
    return new WorkingDays(usualWeekend(country), Holidays.of(country), Set.of(), Set.of());
  }

  /** The same for a clinic with days of its own; those that it works besides stay. */
  public WorkingDays with(OwnDays own) {
    if (own.equals(OwnDays.UNSAID)) {
      return this;
    }
    Set<LocalDate> all = new HashSet<>(closed);
    all.addAll(own.closed());
    return new WorkingDays(own.rest() == null ? weekend : own.rest(), holidays, all, open);
  }

  public boolean contains(LocalDate date) {
    return restOn(date).isEmpty();
  }

  /** Why nobody works on this day; empty when it is a working day. */
  public Optional<String> restOn(LocalDate date) {
    if (open.contains(date)) {
      return Optional.empty();
    }
    if (closed.contains(date)) {
      return Optional.of("closed by the clinic");
    }
    Optional<String> holiday = holidays.name(date);
    return holiday.isEmpty() && weekend.contains(date.getDayOfWeek())
        ? Optional.of("weekend")
        : holiday;
  }
}
