package health.anbu.outreach.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time, the start included and the end not. */
record Span(Instant from, Instant to) {

  Duration length() {
    return Duration.between(from, to);
  }

  Optional<Span> within(Span other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
  }
}
