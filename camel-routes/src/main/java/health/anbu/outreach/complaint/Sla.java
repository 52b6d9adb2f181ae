package health.anbu.outreach.complaint;

import java.time.Duration;

/**
 * What the clinic promises about a complaint.
 *
 * @param acknowledgeWithin wall-clock time, nights and holidays included
 * @param resolveWithin business time: only while the clinic is open
 */
public record Sla(Duration acknowledgeWithin, Duration resolveWithin) {

  /** The capability catalogue's "24 hours to acknowledge" (S3.22), by the clock on the wall. */
  public static final Duration ACKNOWLEDGE_WITHIN = Duration.ofHours(24);

  public Sla {
    if (acknowledgeWithin.isNegative() || resolveWithin.isNegative()) {
      throw new IllegalArgumentException("A promise lies ahead, not behind");
    }
  }

  /** Stat and asap one business day, urgent two, routine five. */
  public static Sla usual(Urgency urgency, BusinessCalendar calendar) {
    return new Sla(ACKNOWLEDGE_WITHIN, calendar.businessDay().multipliedBy(businessDays(urgency)));
  }

  private static int businessDays(Urgency urgency) {
    return switch (urgency) {
      case STAT, ASAP -> 1;
      case URGENT -> 2;
      case ROUTINE -> 5;
    };
  }
}
