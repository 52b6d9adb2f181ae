package health.anbu.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something large that is made when it is needed and let go when it was not for a while; never
 * while somebody uses it.
 */
final class WhileInUse<T> {

  private final Executor later;
  private final Supplier<T> made;
  private final Runnable letGo;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private T kept;
  private long uses;
  private boolean watched;

  /**
   * @param idle without use for so long, at most twice as long, it is let go
   * @param letGo what else is to be done then
   */
  WhileInUse(Duration idle, Supplier<T> made, Runnable letGo) {
    this(CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS), made, letGo);
  }

  WhileInUse(Executor later, Supplier<T> made, Runnable letGo) {
    this.later = later;
    this.made = made;
    this.letGo = letGo;
  }

  <R> R use(Function<T, R> work) {
    lock.readLock().lock();
    try {
      return work.apply(thing());
    } finally {
      watch();
      lock.readLock().unlock();
    }
  }

  /** Who uses it at the moment goes on with the old one, everybody after with a new one. */
  synchronized void outOfDate() {
    kept = null;
  }

  private synchronized T thing() {
    uses++;
    if (kept == null) {
      kept = made.get();
    }
    return kept;
  }

  private synchronized void watch() {
    if (!watched) {
      watched = true;
      lookAgainLater();
    }
  }

  private void lookAgainLater() {
    long soFar = uses;
    later.execute(() -> look(soFar));
  }

  private void look(long before) {
    lock.writeLock().lock();
    try {
      if (uses > before) {
        lookAgainLater();
        return;
      }
      watched = false;
      kept = null;
      letGo.run();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
