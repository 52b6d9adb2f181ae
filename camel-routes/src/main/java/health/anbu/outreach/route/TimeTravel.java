package health.anbu.outreach.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves the simulated clock from due instant to due instant, and waits at each until nothing is
 * left to do, so that each message goes out at its own time.
 */
final class TimeTravel {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final SimulatedClock clock;
  private final ClockStore store;
  private final List<TimedWork> work;

  TimeTravel(SimulatedClock clock, ClockStore store, List<TimedWork> work) {
    this.clock = clock;
    this.store = store;
    this.work = List.copyOf(work);
  }

  boolean isIdle() {
    return work.stream().allMatch(TimedWork::isIdle);
  }

  /** False when it did not become idle in time; the clock then stands where it waited. */
  synchronized boolean to(Instant goal) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (untilIdle(deadline)) {
      Instant next = nextDue().filter(due -> due.isBefore(goal)).orElse(goal);
      boolean arrived = !clock.instant().isBefore(goal);
      if (arrived) {
        return true;
      }
      clock.moveTo(next);
      store.keep(clock.instant());
      work.forEach(item -> item.runDue(clock.instant()));
    }
    return false;
  }

  private Optional<Instant> nextDue() {
    return work.stream()
        .flatMap(item -> item.nextDue().stream())
        .filter(due -> due.isAfter(clock.instant()))
        .min(Instant::compareTo);
  }

  /** Idle twice in a row: what one part finished may just have reached the next. */
  private boolean untilIdle(long deadline) {
    int quiet = 0;
    while (quiet < 2) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      quiet = isIdle() ? quiet + 1 : 0;
      if (quiet < 2) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
    return true;
  }
}
