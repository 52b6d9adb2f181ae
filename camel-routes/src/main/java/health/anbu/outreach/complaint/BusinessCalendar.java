package health.anbu.outreach.complaint;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When a clinic works: several periods a day, days off, holidays, in its own zone.
 *
 * @param week the periods of each weekday; a weekday that is absent is a day off
 */
public record BusinessCalendar(
    ZoneId zone, Map<DayOfWeek, List<OpenPeriod>> week, Set<LocalDate> holidays) {

  public BusinessCalendar {
    Objects.requireNonNull(zone, "zone");
    week = sorted(week);
    holidays = Set.copyOf(holidays);
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("A clinic that never opens can keep no promise");
    }
  }

  /**
   * Usual hours of a country with a lunch break: KR and JP rest on Saturday and Sunday, IR on
   * Friday and on Thursday afternoon; elsewhere as in KR.
   *
   * @param country ISO 3166 code of two letters
   */
  public static BusinessCalendar usual(String country, ZoneId zone, Set<LocalDate> holidays) {
    return new BusinessCalendar(zone, "IR".equals(country) ? iran() : mondayToFriday(), holidays);
  }

  /** The open time of the fullest weekday: what "one business day" means in a promise. */
  public Duration businessDay() {
    return week.values().stream()
        .map(BusinessCalendar::total)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  List<OpenPeriod> periods(LocalDate date) {
    return holidays.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private static Duration total(Collection<OpenPeriod> periods) {
    return Duration.ofNanos(periods.stream().mapToLong(OpenPeriod::nanos).sum());
  }

  private static Map<DayOfWeek, List<OpenPeriod>> mondayToFriday() {
    List<OpenPeriod> day =
        List.of(OpenPeriod.of("09:00", "12:00"), OpenPeriod.of("13:00", "18:00"));
    Map<DayOfWeek, List<OpenPeriod>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (weekday.compareTo(DayOfWeek.SATURDAY) < 0) {
        week.put(weekday, day);
      }
    }
    return week;
  }

  private static Map<DayOfWeek, List<OpenPeriod>> iran() {
    List<OpenPeriod> day =
        List.of(OpenPeriod.of("08:00", "12:00"), OpenPeriod.of("13:00", "17:00"));
    Map<DayOfWeek, List<OpenPeriod>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      week.put(weekday, day);
    }
    week.put(DayOfWeek.THURSDAY, List.of(OpenPeriod.of("08:00", "12:00")));
    week.remove(DayOfWeek.FRIDAY);
    return week;
  }

  private static Map<DayOfWeek, List<OpenPeriod>> sorted(Map<DayOfWeek, List<OpenPeriod>> week) {
    Map<DayOfWeek, List<OpenPeriod>> copy = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, periods) -> copy.put(day, sorted(day, periods)));
    return Map.copyOf(copy);
  }

  private static List<OpenPeriod> sorted(DayOfWeek day, List<OpenPeriod> periods) {
    List<OpenPeriod> sorted =
        periods.stream().sorted(Comparator.comparing(OpenPeriod::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).overlaps(sorted.get(i))) {
        throw new IllegalArgumentException("Opening hours overlap on " + day + ": " + sorted);
      }
    }
    return sorted;
  }
}
