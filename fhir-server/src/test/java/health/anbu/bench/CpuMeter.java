package health.anbu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Processor time of a process with all it started, also of those that have ended since; from Linux'
 * {@code /proc}.
 */
record CpuMeter(long pid, long without) {

  private static final long TICK_MILLIS = 10;

  // Fields of /proc/PID/stat after the name, which may hold blanks itself.
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int ENDED_USER = 13;
  private static final int ENDED_SYSTEM = 14;

  static CpuMeter of(long pid) {
    return new CpuMeter(pid, -1);
  }

  Duration used() {
    ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
    long ticks = ticks(pid, true);
    for (ProcessHandle child : root.descendants().toList()) {
      if (child.pid() != without) {
        ticks += ticks(child.pid(), false);
      }
    }
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  private static long ticks(long pid, boolean withEnded) {
    return stat(pid)
        .map(
            fields -> {
              long own = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
              long ended =
                  Long.parseLong(fields[ENDED_USER]) + Long.parseLong(fields[ENDED_SYSTEM]);
              return withEnded ? own + ended : own;
            })
        .orElse(0L);
  }

  /** Empty when it has just ended; its time is then in that of its parent. */
  private static Optional<String[]> stat(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Megabytes of memory as {@code /proc/PID/status} calls it: VmRSS now, VmHWM at most so far. */
  static double megabytes(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
