package health.anbu.outreach.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The holidays of the official calendar of Iran: by the sun on fixed days, by the moon as the
 * calendar of the University of Tehran has them up to the year 1405 (March 2027). The months after
 * that are calculated and may be a day off: a clinic corrects them by its own closed and open days.
 */
final class IranianHolidays implements YearOfHolidays {

  /** Day and month of the solar year. */
  private static final Map<String, String> SOLAR =
      Map.ofEntries(
          Map.entry("1-1", "Nowruz"),
          Map.entry("1-2", "Nowruz"),
          Map.entry("1-3", "Nowruz"),
          Map.entry("1-4", "Nowruz"),
          Map.entry("1-12", "Islamic Republic Day"),
          Map.entry("1-13", "Nature Day"),
          Map.entry("3-14", "Death of Khomeini"),
          Map.entry("3-15", "Uprising of 15 Khordad"),
          Map.entry("11-22", "Revolution Day"),
          Map.entry("12-29", "Nationalization of Oil"));

  /** Day and month of the lunar year. */
  private static final Map<String, String> LUNAR =
      Map.ofEntries(
          Map.entry("1-9", "Tasua"),
          Map.entry("1-10", "Ashura"),
          Map.entry("2-20", "Arbaeen"),
          Map.entry("2-28", "Death of the Prophet"),
          Map.entry("3-8", "Martyrdom of Hasan al-Askari"),
          Map.entry("3-17", "Birth of the Prophet"),
          Map.entry("6-3", "Martyrdom of Fatima"),
          Map.entry("7-13", "Birth of Ali"),
          Map.entry("7-27", "Mab'ath"),
          Map.entry("8-15", "Birth of Mahdi"),
          Map.entry("9-21", "Martyrdom of Ali"),
          Map.entry("10-1", "Eid al-Fitr"),
          Map.entry("10-2", "Eid al-Fitr"),
          Map.entry("12-10", "Eid al-Adha"),
          Map.entry("12-18", "Eid al-Ghadir"));

  private static final int FIRST_YEAR = 1445;
  private static final int FIRST_MONTH = 6;

  /** The first day of each lunar month in Iran from Jumada II 1445 to Ramadan 1449. */
  private static final List<LocalDate> MONTHS =
      days(
          "2023-12-15 2024-01-13 2024-02-11 2024-03-12 2024-04-10 2024-05-10 2024-06-08",
          "2024-07-07 2024-08-06 2024-09-05 2024-10-05 2024-11-03 2024-12-03",
          "2025-01-02 2025-01-31 2025-03-02 2025-03-31 2025-04-29 2025-05-28",
          "2025-06-27 2025-07-26 2025-08-25 2025-09-24 2025-10-23 2025-11-22",
          "2025-12-22 2026-01-21 2026-02-19 2026-03-21 2026-04-19 2026-05-18",
          "2026-06-16 2026-07-16 2026-08-14 2026-09-13 2026-10-12 2026-11-11",
          "2026-12-11 2027-01-09 2027-02-08 2027-03-10 2027-04-08 2027-05-08",
          "2027-06-06 2027-07-06 2027-08-04 2027-09-02 2027-10-02 2027-10-31",
          "2027-11-30 2027-12-29 2028-01-28");

  @Override
  public Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    for (int solar = year - 622; solar <= year - 621; solar++) {
      solar(days, solar);
    }
    for (int i = 0; i < MONTHS.size(); i++) {
      lunar(days, i);
    }
    days.keySet().removeIf(day -> day.getYear() != year);
    return days;
  }

  private static void solar(Map<LocalDate, String> days, int year) {
    SOLAR.forEach(
        (text, name) -> {
          String[] parts = text.split("-");
          add(
              days,
              SolarHijri.day(year, Integer.parseInt(parts[0]), Integer.parseInt(parts[1])),
              name);
        });
    // The 30th of Esfand exists in a leap year only.
    LocalDate last = SolarHijri.day(year + 1, 1, 1).minusDays(1);
    if (last.isAfter(SolarHijri.day(year, 12, 29))) {
      add(days, last, "Last day of the year");
    }
  }

  private static void lunar(Map<LocalDate, String> days, int index) {
    LocalDate first = MONTHS.get(index);
    int count = FIRST_MONTH - 1 + index;
    int month = count % 12 + 1;
    int year = FIRST_YEAR + count / 12;
    LUNAR.forEach(
        (text, name) -> {
          String[] parts = text.split("-");
          if (Integer.parseInt(parts[0]) == month) {
            add(days, first.plusDays(Integer.parseInt(parts[1]) - 1L), name);
          }
        });
    if (month == 3) {
      add(days, first.minusDays(1), "Martyrdom of Reza");
    }
    // Taken from the list of holidays with the calendar of 1405.
    if (month == 10 && year <= 1446) {
      add(days, first.plusDays(24), "Martyrdom of Sadiq");
    }
  }

  private static void add(Map<LocalDate, String> days, LocalDate day, String name) {
    days.merge(day, name, (one, other) -> one + ", " + other);
  }

  private static List<LocalDate> days(String... lines) {
    List<LocalDate> days = new ArrayList<>();
    for (String line : lines) {
      for (String day : line.split(" ")) {
        days.add(LocalDate.parse(day));
      }
    }
    return List.copyOf(days);
  }
}
