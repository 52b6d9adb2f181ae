package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everyone, one pass at a time, while single changes go on being worked on. What asks for
 * it during a pass, such as more scenarios that become active, shares the next one.
 */
final class Passes {

  private static final Logger LOG = LoggerFactory.getLogger(Passes.class);
  private static final long END_SECONDS = 10;

  private final Predicate<List<Change>> pass;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Passes::daemon);
  private final List<Change> asked = new ArrayList<>();
  private final AtomicLong patients = new AtomicLong();
  private boolean wanted;
  private boolean running;
  private volatile boolean stopped;
  private volatile long begun;
  private volatile Long ended;
  private volatile boolean complete;

  /**
   * How far the pass has come that is under way, or came that ended last.
   *
   * @param complete whether it came to everyone
   * @param patients so many have been looked at
   * @param seconds of real time
   */
  record Progress(boolean running, boolean complete, long patients, double seconds) {}

  /**
   * @param pass looks at everyone because of these changes, of which there may be none; answers
   *     whether it came to everyone
   */
  Passes(Predicate<List<Change>> pass) {
    this.pass = pass;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "full-pass");
    thread.setDaemon(true);
    return thread;
  }

  /** A pass that begins from now on. */
  synchronized void ask(Collection<Change> changes) {
    asked.addAll(changes);
    wanted = true;
    if (!running && !stopped) {
      running = true;
      begin();
      thread.execute(this::run);
    }
  }

  private void begin() {
    patients.set(0);
    ended = null;
    complete = false;
    begun = System.nanoTime();
  }

  private void run() {
    for (List<Change> changes = next(); changes != null; changes = next()) {
      complete = isComplete(changes);
      ended = System.nanoTime();
      LOG.info("everyone was looked at: {}", progress());
    }
  }

  private boolean isComplete(List<Change> changes) {
    try {
      return pass.test(changes);
    } catch (RuntimeException e) {
      LOG.error("a full pass failed", e);
      return false;
    }
  }

  /** Null where nobody asks any more. */
  private synchronized List<Change> next() {
    if (!wanted || stopped) {
      running = false;
      return null;
    }
    List<Change> changes = List.copyOf(asked);
    asked.clear();
    wanted = false;
    begin();
    return changes;
  }

  void looked(int more) {
    patients.addAndGet(more);
  }

  synchronized boolean isIdle() {
    return !running;
  }

  boolean isStopped() {
    return stopped;
  }

  synchronized Progress progress() {
    long until = ended == null ? System.nanoTime() : ended;
    double seconds = begun == 0 ? 0 : Duration.ofNanos(until - begun).toMillis() / 1e3;
    return new Progress(running, complete, patients.get(), seconds);
  }

  /** What was begun ends at its next page, and is begun again after the next start. */
  void stop() {
    stopped = true;
    thread.shutdown();
    try {
      thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
