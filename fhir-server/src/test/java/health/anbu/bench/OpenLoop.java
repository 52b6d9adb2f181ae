package health.anbu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Load on a fixed schedule: each action starts at its moment whether or not earlier ones have
 * ended, and its latency counts from that moment, so that a server that stalls cannot hide it.
 */
record OpenLoop(int perSecond, int count) {

  /** When each was to start and when it ended, by {@link System#nanoTime()}. */
  record Run(long[] scheduled, long[] ended) {

    Percentiles latencies() {
      long[] nanos = new long[ended.length];
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = ended[i] - scheduled[i];
      }
      return Percentiles.ofNanos(nanos);
    }
  }

  /** Returns when all have ended; fails if one of them failed. */
  Run run(IntConsumer action) {
    Run run = new Run(new long[count], new long[count]);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    ExecutorService workers = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Void>> actions = new ArrayList<>();
      long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
      for (int i = 0; i < count; i++) {
        run.scheduled[i] = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
        actions.add(at(timer, workers, run, i, action));
      }
      CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new)).join();
      return run;
    } finally {
      timer.shutdownNow();
      workers.shutdownNow();
    }
  }

  private static CompletableFuture<Void> at(
      ScheduledExecutorService timer, ExecutorService workers, Run run, int i, IntConsumer action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    timer.schedule(
        () -> workers.execute(() -> act(run, i, action, done)),
        run.scheduled[i] - System.nanoTime(),
        TimeUnit.NANOSECONDS);
    return done;
  }

  private static void act(Run run, int i, IntConsumer action, CompletableFuture<Void> done) {
    try {
      action.accept(i);
      run.ended[i] = System.nanoTime();
      done.complete(null);
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }
}
