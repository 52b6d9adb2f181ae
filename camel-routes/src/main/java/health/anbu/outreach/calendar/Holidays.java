package health.anbu.outreach.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public holidays of a country. Days that only a region, a company or a decree of the last
 * minute has are not among them: the clinic adds those.
 */
public final class Holidays {

  /** A place of which none are known. */
  public static final Holidays NONE =
      new Holidays(Integer.MAX_VALUE, Integer.MIN_VALUE, y -> Map.of());

  private final int firstYear;
  private final int lastYear;
  private final YearOfHolidays years;
  private final Map<Integer, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

  private Holidays(int firstYear, int lastYear, YearOfHolidays years) {
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.years = years;
  }

  /**
   * @param country ISO 3166 code of two letters
   */
  public static Holidays of(String country) {
    return switch (country) {
      case "KR" -> new Holidays(2024, 2045, new KoreanHolidays());
      case "JP" -> new Holidays(2024, 2099, new JapaneseHolidays());
      case "IR" -> new Holidays(2024, 2027, new IranianHolidays());
      case "US" -> new Holidays(2024, 2099, new AmericanHolidays());
      default -> NONE;
    };
  }

  /** Whether all holidays of the year are known, those by the moon included. */
  public boolean covers(int year) {
    return year >= firstYear && year <= lastYear;
  }

  /** The last year whose holidays are known; Integer.MIN_VALUE where none are. */
  public int lastYear() {
    return lastYear;
  }

  public boolean contains(LocalDate date) {
    return name(date).isPresent();
  }

  /** What the day is called; empty for an ordinary one. */
  public Optional<String> name(LocalDate date) {
    return covers(date.getYear())
        ? Optional.ofNullable(known.computeIfAbsent(date.getYear(), years::of).get(date))
        : Optional.empty();
  }
}
