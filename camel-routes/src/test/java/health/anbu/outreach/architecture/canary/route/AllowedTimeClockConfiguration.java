package health.anbu.outreach.architecture.canary.route;

import java.time.Instant;

/** The one place that may look at the wall. */
class AllowedTimeClockConfiguration {

  Instant start() {
    return Instant.now();
  }
}
