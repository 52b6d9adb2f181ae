package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Work that many threads bring at the same time is carried out together: while one batch is under
 * way the next one gathers, and each caller returns when its own part is done.
 */
final class Together<T> {

  private final int most;
  private final Function<List<T>, Collection<T>> work;
  private final Queue<Part<T>> waiting = new ConcurrentLinkedQueue<>();
  private final Lock turn = new ReentrantLock();

  /** What one caller brought. */
  private record Part<T>(List<T> items, CompletableFuture<Void> done) {}

  /**
   * @param most so many items make a batch
   * @param work carries out a batch and answers what of it was refused
   */
  Together(int most, Function<List<T>, Collection<T>> work) {
    this.most = most;
    this.work = work;
  }

  /** How many callers wait for their turn. */
  int waiting() {
    return waiting.size();
  }

  /** Throws what the work threw, or that one of these items was refused. */
  void carryOut(List<T> items) {
    Part<T> part = new Part<>(List.copyOf(items), new CompletableFuture<>());
    waiting.add(part);
    while (!part.done.isDone()) {
      takeTurn(part);
    }
    join(part.done);
  }

  private void takeTurn(Part<T> part) {
    turn.lock();
    try {
      if (!part.done.isDone()) {
        carryOutParts(gathered());
      }
    } finally {
      turn.unlock();
    }
  }

  private List<Part<T>> gathered() {
    List<Part<T>> parts = new ArrayList<>();
    int items = 0;
    while (items < most && !waiting.isEmpty()) {
      Part<T> next = waiting.poll();
      parts.add(next);
      items += next.items.size();
    }
    return parts;
  }

  private void carryOutParts(List<Part<T>> parts) {
    try {
      Set<T> refused =
          new HashSet<>(work.apply(parts.stream().flatMap(part -> part.items.stream()).toList()));
      parts.forEach(part -> end(part, refused));
    } catch (RuntimeException e) {
      parts.forEach(part -> part.done.completeExceptionally(e));
    }
  }

  private static <T> void end(Part<T> part, Set<T> refused) {
    if (part.items.stream().anyMatch(refused::contains)) {
      part.done.completeExceptionally(new FhirStore.RefusedByStore("refused by the store", null));
    } else {
      part.done.complete(null);
    }
  }

  private static void join(CompletableFuture<Void> done) {
    try {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
