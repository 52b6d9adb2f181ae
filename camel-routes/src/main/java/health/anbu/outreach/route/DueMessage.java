package health.anbu.outreach.route;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * An outreach request whose timer fired; completed with what becomes of the timer.
 *
 * @param request id of the outreach request
 * @param failures how often it could not be handed over before
 */
record DueMessage(String request, DueTimer timer, int failures, CompletableFuture<TimerEnd> end) {

  /** What becomes of a timer that fired. */
  sealed interface TimerEnd {

    /** Recorded; nothing is left to do. */
    record Done() implements TimerEnd {}

    /** Look again then. */
    record Again(Instant at, boolean suspect) implements TimerEnd {}
  }

  void done() {
    end.complete(new TimerEnd.Done());
  }

  void again(Instant at, boolean suspect) {
    end.complete(new TimerEnd.Again(at, suspect));
  }
}
