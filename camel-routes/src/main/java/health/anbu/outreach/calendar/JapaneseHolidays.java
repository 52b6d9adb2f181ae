package health.anbu.outreach.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/**
 * By the Act on National Holidays: days that move to a Monday, a day off after a holiday on a
 * Sunday, and a day between two holidays. The equinoxes are announced each February for the year
 * after; the usual formula has met them all and holds until 2099.
 */
final class JapaneseHolidays implements YearOfHolidays {

  @Override
  public Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.of(year, 1, 1), "New Year's Day");
    days.put(monday(year, 1, 2), "Coming of Age Day");
    days.put(LocalDate.of(year, 2, 11), "National Foundation Day");
    days.put(LocalDate.of(year, 2, 23), "Emperor's Birthday");
    days.put(LocalDate.of(year, 3, equinox(year, 20.8431)), "Vernal Equinox Day");
    days.put(LocalDate.of(year, 4, 29), "Showa Day");
    days.put(LocalDate.of(year, 5, 3), "Constitution Day");
    days.put(LocalDate.of(year, 5, 4), "Greenery Day");
    days.put(LocalDate.of(year, 5, 5), "Children's Day");
    days.put(monday(year, 7, 3), "Marine Day");
    days.put(LocalDate.of(year, 8, 11), "Mountain Day");
    days.put(monday(year, 9, 3), "Respect for the Aged Day");
    days.put(LocalDate.of(year, 9, equinox(year, 23.2488)), "Autumnal Equinox Day");
    days.put(monday(year, 10, 2), "Sports Day");
    days.put(LocalDate.of(year, 11, 3), "Culture Day");
    days.put(LocalDate.of(year, 11, 23), "Labour Thanksgiving Day");
    Map<LocalDate, String> added = new TreeMap<>();
    days.keySet().forEach(day -> afterSunday(day, days, added));
    days.keySet().forEach(day -> between(day, days, added));
    days.putAll(added);
    return days;
  }

  private static LocalDate monday(int year, int month, int week) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(week, DayOfWeek.MONDAY));
  }

  private static int equinox(int year, double in1980) {
    int since = year - 1980;
    return (int) (in1980 + 0.242194 * since - since / 4);
  }

  private static void afterSunday(
      LocalDate day, Map<LocalDate, String> days, Map<LocalDate, String> added) {
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      LocalDate next = day.plusDays(1);
      while (days.containsKey(next)) {
        next = next.plusDays(1);
      }
      added.put(next, "Substitute holiday");
    }
  }

  private static void between(
      LocalDate day, Map<LocalDate, String> days, Map<LocalDate, String> added) {
    LocalDate next = day.plusDays(1);
    if (!days.containsKey(next) && days.containsKey(next.plusDays(1))) {
      added.putIfAbsent(next, "Day between two holidays");
    }
  }
}
