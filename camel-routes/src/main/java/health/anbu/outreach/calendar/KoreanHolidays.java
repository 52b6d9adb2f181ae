package health.anbu.outreach.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * By the Act on Public Holidays and its decree on substitute holidays, as of 2026: Constitution Day
 * is one again since then. The days of the lunar calendar are those of Asia/Seoul, a day after
 * China's where a new moon falls between the two midnights (2027, 2028).
 */
final class KoreanHolidays implements YearOfHolidays {

  private static final String SUBSTITUTE = "Substitute holiday";

  /** Seollal, Buddha's birthday and Chuseok of each year from 2024 on. */
  private static final String[] LUNAR = {
    "02-10 05-15 09-17", // 2024
    "01-29 05-05 10-06",
    "02-17 05-24 09-25",
    "02-07 05-13 09-15",
    "01-27 05-02 10-03",
    "02-13 05-20 09-22",
    "02-03 05-09 09-12", // 2030
    "01-23 05-28 10-01",
    "02-11 05-16 09-19",
    "01-31 05-06 09-08",
    "02-19 05-25 09-27",
    "02-08 05-15 09-16",
    "01-28 05-03 10-04",
    "02-15 05-22 09-24",
    "02-04 05-11 09-13",
    "01-24 04-30 10-02",
    "02-12 05-18 09-21", // 2040
    "02-01 05-07 09-10",
    "01-22 05-26 09-28",
    "02-10 05-16 09-17",
    "01-30 05-05 10-05",
    "02-17 05-24 09-25"
  };

  /** Elections that the law dates, and holidays by decree. */
  private static final Map<LocalDate, String> ONCE =
      Map.of(
          LocalDate.of(2024, 4, 10), "Election of the National Assembly",
          LocalDate.of(2024, 10, 1), "Armed Forces Day, by decree",
          LocalDate.of(2025, 1, 27), "Before Seollal, by decree",
          LocalDate.of(2025, 6, 3), "Election of the President",
          LocalDate.of(2026, 6, 3), "Local elections",
          LocalDate.of(2028, 4, 12), "Election of the National Assembly");

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final Set<DayOfWeek> SUNDAY = Set.of(DayOfWeek.SUNDAY);

  @Override
  public Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.of(year, 1, 1), "New Year's Day");
    days.put(LocalDate.of(year, 6, 6), "Memorial Day");
    String[] lunar = LUNAR[year - 2024].split(" ");
    LocalDate seollal = LocalDate.parse(year + "-" + lunar[0]);
    LocalDate chuseok = LocalDate.parse(year + "-" + lunar[2]);
    Map<LocalDate, String> single = single(year, LocalDate.parse(year + "-" + lunar[1]));
    threeDays(days, seollal, "Seollal");
    threeDays(days, chuseok, "Chuseok");
    single.forEach((day, name) -> days.merge(day, name, (one, other) -> one + ", " + other));
    ONCE.forEach(
        (day, name) -> {
          if (day.getYear() == year) {
            days.putIfAbsent(day, name);
          }
        });
    substitutes(days, seollal, chuseok, single);
    return days;
  }

  /** The days that get a substitute when they fall on a Saturday or Sunday, or on another one. */
  private static Map<LocalDate, String> single(int year, LocalDate buddha) {
    Map<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.of(year, 3, 1), "Independence Movement Day");
    days.put(LocalDate.of(year, 5, 5), "Children's Day");
    days.put(LocalDate.of(year, 8, 15), "Liberation Day");
    days.put(LocalDate.of(year, 10, 3), "National Foundation Day");
    days.put(LocalDate.of(year, 10, 9), "Hangeul Day");
    days.put(LocalDate.of(year, 12, 25), "Christmas Day");
    if (year >= 2026) {
      days.put(LocalDate.of(year, 7, 17), "Constitution Day");
    }
    days.merge(buddha, "Buddha's birthday", (one, other) -> one + ", " + other);
    return days;
  }

  private static void threeDays(Map<LocalDate, String> days, LocalDate middle, String name) {
    days.put(middle.minusDays(1), "Day before " + name);
    days.put(middle, name);
    days.put(middle.plusDays(1), "Day after " + name);
  }

  /** Each lost day is given back on the next day that is neither a holiday nor the weekend. */
  private static void substitutes(
      Map<LocalDate, String> days,
      LocalDate seollal,
      LocalDate chuseok,
      Map<LocalDate, String> single) {
    Map<LocalDate, Integer> lost = new TreeMap<>();
    for (LocalDate middle : new LocalDate[] {seollal, chuseok}) {
      lose(lost, middle.plusDays(1), lostOf(middle, single));
    }
    single.forEach(
        (day, name) -> {
          boolean inThree = near(day, seollal) || near(day, chuseok);
          boolean two = name.contains(", ");
          boolean weekend = WEEKEND.contains(day.getDayOfWeek());
          if (!inThree && (two || weekend)) {
            lose(lost, day, 1);
          }
        });
    lost.forEach(
        (after, count) -> {
          LocalDate day = after;
          for (int i = 0; i < count; i++) {
            do {
              day = day.plusDays(1);
            } while (days.containsKey(day) || WEEKEND.contains(day.getDayOfWeek()));
            days.put(day, SUBSTITUTE);
          }
        });
  }

  private static void lose(Map<LocalDate, Integer> lost, LocalDate after, int count) {
    if (count > 0) {
      lost.merge(after, count, Integer::sum);
    }
  }

  /**
   * Of the three days: those on a Sunday, and those on another holiday; not those on a Saturday.
   */
  private static int lostOf(LocalDate middle, Map<LocalDate, String> single) {
    int lost = 0;
    for (int i = -1; i <= 1; i++) {
      LocalDate day = middle.plusDays(i);
      if (SUNDAY.contains(day.getDayOfWeek()) || single.containsKey(day)) {
        lost++;
      }
    }
    return lost;
  }

  private static boolean near(LocalDate day, LocalDate middle) {
    return !day.isBefore(middle.minusDays(1)) && !day.isAfter(middle.plusDays(1));
  }
}
