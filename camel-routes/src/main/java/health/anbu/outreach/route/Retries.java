package health.anbu.outreach.route;

import java.time.Duration;

/** How often and how soon a message that could not be handed over is tried again. */
final class Retries {

  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private Retries() {}

  static boolean left(DueTimer timer) {
    return timer.failures() < TRIES;
  }

  /** Twice as long each time; spread by the patient, so that not all come back together. */
  static Duration pause(DueTimer timer, Duration atLeast) {
    Duration backoff = FIRST_PAUSE.multipliedBy(1L << Math.min(timer.failures(), 6));
    Duration longer = backoff.compareTo(atLeast) > 0 ? backoff : atLeast;
    return longer.plusMillis(Math.floorMod(timer.patient().hashCode(), 5_000));
  }
}
