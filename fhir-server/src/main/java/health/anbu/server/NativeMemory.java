package health.anbu.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives back to the system what the JVM's own code, its compilers most of all, has freed: the C
 * library of Linux keeps it for each thread that ever asked.
 */
final class NativeMemory {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  private NativeMemory() {}

  static void giveBackNowAndThen() {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "native-memory");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(
        NativeMemory::giveBack, PERIOD.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  static String giveBack() {
    return JvmCommand.run("systemTrimNativeHeap");
  }
}
