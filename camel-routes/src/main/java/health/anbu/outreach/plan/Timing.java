package health.anbu.outreach.plan;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/**
 * What a scenario says about the time of a step beyond its distance from the anchor.
 *
 * @param weekdays on which it is sent; empty for any
 * @param holidays what to do on a day on which the clinic rests
 * @param spread over how much time patients are spread from the opening of the window; null for all
 *     at once
 * @param until when the scenario or the step is over, a day included; null for never
 * @param recurrence null for once
 * @param digest messages of one group go as one where they are due on one day; null for alone
 */
public record Timing(
    Set<DayOfWeek> weekdays,
    HolidayRule holidays,
    Offset spread,
    When until,
    Recurrence recurrence,
    String digest) {

  public static final Timing USUAL = new Timing(Set.of(), HolidayRule.SEND, null, null, null);

  /** Of a step that goes on its own. */
  public Timing(
      Set<DayOfWeek> weekdays,
      HolidayRule holidays,
      Offset spread,
      When until,
      Recurrence recurrence) {
    this(weekdays, holidays, spread, until, recurrence, null);
  }

  public Timing {
    weekdays = Set.copyOf(weekdays);
    Objects.requireNonNull(holidays);
  }

  public Timing recurring(Recurrence again) {
    return new Timing(weekdays, holidays, spread, until, again, digest);
  }

  public Timing digest(String group) {
    return new Timing(weekdays, holidays, spread, until, recurrence, group);
  }

  /** The first moment at which it is over; null for never. */
  ZonedDateTime over(ZoneId zone) {
    return until == null ? null : until.endIn(zone);
  }
}
