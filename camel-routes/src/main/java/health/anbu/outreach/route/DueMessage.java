package health.anbu.outreach.route;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * An outreach request whose timer fired; completed with what becomes of the timer.
 *
 * @param request id of the outreach request
 */
public record DueMessage(String request, DueTimer timer, CompletableFuture<TimerEnd> end) {

  /** What becomes of a timer that fired. */
  sealed interface TimerEnd {

    /** Recorded; nothing is left to do. */
    record Done() implements TimerEnd {}

    /** Look again then. */
    record Again(Instant at, DueTimer timer) implements TimerEnd {}
  }

  /** The provider is asked before anything is sent. */
  DueMessage asSuspect() {
    return new DueMessage(request, timer.asSuspect(), end);
  }

  /** Whatever may have gone out, it was not by this timer. */
  DueMessage cleared() {
    return new DueMessage(request, timer.trusted(), end);
  }

  void done() {
    end.complete(new TimerEnd.Done());
  }

  /** Neither done nor to be looked at again: the timer is never let go of. */
  void keep() {
    end.cancel(false);
  }

  void again(Instant at, DueTimer next) {
    end.complete(new TimerEnd.Again(at, next));
  }
}
