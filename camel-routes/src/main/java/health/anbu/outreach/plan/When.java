package health.anbu.outreach.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A point in time as precisely as a record gives it. */
public sealed interface When {

  /** Given to the second, or at least to the minute. */
  record Exact(Instant instant) implements When {}

  /** A day without time: that day in the clinic's zone. */
  record Day(LocalDate date) implements When {}

  /** Missing, or coarser than a day: a reason, not a message. */
  record Unknown(String text) implements When {}

  static When unknown() {
    return new Unknown("");
  }

  default boolean known() {
    return !(this instanceof Unknown);
  }

  /** The end of the day, or the instant, in the given zone; fails for an unknown time. */
  default ZonedDateTime endIn(ZoneId zone) {
    return this instanceof Day day ? day.date().plusDays(1).atStartOfDay(zone) : in(zone);
  }

  /** The start of the day, or the instant, in the given zone; fails for an unknown time. */
  default ZonedDateTime in(ZoneId zone) {
    if (this instanceof Exact exact) {
      return exact.instant().atZone(zone);
    }
    if (this instanceof Day day) {
      return day.date().atStartOfDay(zone);
    }
    throw new IllegalStateException("an unknown time has no instant");
  }
}
