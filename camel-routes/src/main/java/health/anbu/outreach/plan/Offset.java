package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * A duration between an anchor and a step in UCUM units. Days, weeks, months and years are calendar
 * units: 31 January and one month is the last day of February.
 *
 * @param amount positive before and after the anchor alike; zero only for "at once"
 */
public record Offset(int amount, Unit unit) {

  /** A UCUM unit that the planner understands. */
  public enum Unit {
    MINUTE("min", ChronoUnit.MINUTES),
    HOUR("h", ChronoUnit.HOURS),
    DAY("d", ChronoUnit.DAYS),
    WEEK("wk", ChronoUnit.WEEKS),
    MONTH("mo", ChronoUnit.MONTHS),
    YEAR("a", ChronoUnit.YEARS);

    private final String ucum;
    private final ChronoUnit chrono;

    Unit(String ucum, ChronoUnit chrono) {
      this.ucum = ucum;
      this.chrono = chrono;
    }

    public String ucum() {
      return ucum;
    }

    ChronoUnit chrono() {
      return chrono;
    }

    public static Optional<Unit> of(String ucum) {
      return Arrays.stream(values()).filter(unit -> unit.ucum.equals(ucum)).findFirst();
    }
  }

  private static final long CENTURY = ChronoUnit.CENTURIES.getDuration().toSeconds();

  public static final Offset ZERO = new Offset(0, Unit.DAY);

  public Offset {
    if (amount < 0) {
      throw new IllegalArgumentException("an offset is not negative: " + amount);
    }
  }

  /** Longer than a century: mistyped, and the dates of FHIR end with the year 9999. */
  public boolean tooLong() {
    return amount * unit.chrono.getDuration().toSeconds() > CENTURY;
  }

  /** Days and longer are counted on the calendar, shorter ones on the clock. */
  public boolean calendar() {
    return unit.chrono.isDateBased();
  }

  LocalDate from(LocalDate date, int sign) {
    return date.plus((long) sign * amount, unit.chrono);
  }

  ZonedDateTime from(ZonedDateTime moment, int sign) {
    return moment.plus((long) sign * amount, unit.chrono);
  }

  /** As in a table: 3 mo. */
  @Override
  public String toString() {
    return amount + " " + unit.ucum();
  }
}
