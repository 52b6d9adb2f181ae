package health.anbu.outreach.route;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Pages of patients that are looked at side by side, so that a pass over everyone takes all the
 * processors; no more pages are held than are worked on, so that memory stays flat.
 */
final class SideBySide implements Consumer<List<String>> {

  private final int most;
  private final Consumer<List<String>> look;
  private final ExecutorService threads;
  private final Semaphore free;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /**
   * @param most so many pages at once
   */
  SideBySide(int most, Consumer<List<String>> look) {
    this.most = most;
    this.look = look;
    this.threads = Executors.newFixedThreadPool(most, SideBySide::daemon);
    this.free = new Semaphore(most);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "everyone");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits until the page can be begun; throws what a page before it threw. */
  @Override
  public void accept(List<String> page) {
    free.acquireUninterruptibly();
    if (failure.get() != null) {
      free.release();
      throw failure.get();
    }
    threads.execute(() -> work(page));
  }

  private void work(List<String> page) {
    try {
      look.accept(page);
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      free.release();
    }
  }

  /** Returns when all pages have been looked at; throws what one of them threw. */
  void finish() {
    free.acquireUninterruptibly(most);
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** What is under way ends by itself. */
  void stop() {
    threads.shutdown();
  }
}
