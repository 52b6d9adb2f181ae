package health.anbu.outreach.calendar;

import java.time.LocalDate;

/**
 * Days of the Iranian calendar, whose year begins with the spring equinox of Tehran: the first six
 * months have 31 days, the next five 30.
 */
final class SolarHijri {

  private static final int FIRST = 1402;

  /** The day in March on which each year from 1402 on begins. */
  private static final int[] NOWRUZ = {
    21, 20, 21, 21, 21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 21
  };

  private SolarHijri() {}

  static LocalDate day(int year, int month, int day) {
    LocalDate nowruz = LocalDate.of(year + 621, 3, NOWRUZ[year - FIRST]);
    int before = 31 * (month - 1) - Math.max(0, month - 7);
    return nowruz.plusDays(before + day - 1L);
  }
}
