package health.anbu.outreach.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/**
 * The federal holidays of 5 U.S.C. 6103, each also on the Friday or Monday on which it is observed
 * when it falls on a weekend.
 */
final class AmericanHolidays implements YearOfHolidays {

  @Override
  public Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    fixed(days, LocalDate.of(year, 1, 1), "New Year's Day");
    days.put(nth(year, 1, 3, DayOfWeek.MONDAY), "Martin Luther King Jr. Day");
    days.put(nth(year, 2, 3, DayOfWeek.MONDAY), "Washington's Birthday");
    days.put(nth(year, 5, -1, DayOfWeek.MONDAY), "Memorial Day");
    fixed(days, LocalDate.of(year, 6, 19), "Juneteenth");
    fixed(days, LocalDate.of(year, 7, 4), "Independence Day");
    days.put(nth(year, 9, 1, DayOfWeek.MONDAY), "Labor Day");
    days.put(nth(year, 10, 2, DayOfWeek.MONDAY), "Columbus Day");
    fixed(days, LocalDate.of(year, 11, 11), "Veterans Day");
    days.put(nth(year, 11, 4, DayOfWeek.THURSDAY), "Thanksgiving Day");
    fixed(days, LocalDate.of(year, 12, 25), "Christmas Day");
    fixed(days, LocalDate.of(year + 1, 1, 1), "New Year's Day");
    days.keySet().removeIf(day -> day.getYear() != year);
    return days;
  }

  private static void fixed(Map<LocalDate, String> days, LocalDate day, String name) {
    days.put(day, name);
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      days.put(day.minusDays(1), name + " (observed)");
    } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      days.put(day.plusDays(1), name + " (observed)");
    }
  }

  private static LocalDate nth(int year, int month, int nth, DayOfWeek weekday) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
  }
}
