package health.anbu.outreach.architecture.canary.route;

import java.time.Clock;
import java.time.Instant;

/** Asks a clock that can be set. */
class AllowedTime {

  Instant now(Clock clock) {
    return Instant.now(clock);
  }
}
