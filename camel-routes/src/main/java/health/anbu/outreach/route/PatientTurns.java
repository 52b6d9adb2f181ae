package health.anbu.outreach.route;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Lets one message of a patient through at a time, so that batches may be worked on side by side
 * and each decision still sees what the one before it has sent.
 */
final class PatientTurns {

  private final Consumer<DueMessage> next;
  private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

  PatientTurns(Consumer<DueMessage> next) {
    this.next = next;
  }

  /** Passes it on at once, or when the messages of this patient before it have ended. */
  void come(DueMessage message) {
    String patient = message.timer().patient();
    CompletableFuture<DueMessage.TimerEnd> own = new CompletableFuture<>();
    own.whenComplete(
        (end, failure) -> {
          turnEnds(patient);
          // Kept: the turn is over, but the timer is not let go of.
          if (failure == null) {
            message.end().complete(end);
          }
        });
    Runnable start = () -> next.accept(new DueMessage(message.request(), message.timer(), own));
    if (takesTurn(patient, start)) {
      start.run();
    }
  }

  private synchronized boolean takesTurn(String patient, Runnable start) {
    Queue<Runnable> others = waiting.putIfAbsent(patient, new ArrayDeque<>());
    return others == null || !others.add(start);
  }

  private void turnEnds(String patient) {
    Runnable following = following(patient);
    if (following != null) {
      following.run();
    }
  }

  private synchronized Runnable following(String patient) {
    Runnable following = waiting.get(patient).poll();
    if (following == null) {
      waiting.remove(patient);
    }
    return following;
  }
}
