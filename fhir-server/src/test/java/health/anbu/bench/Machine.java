package health.anbu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where, when and of what a measurement is. */
record Machine(Map<String, String> facts, double busy) {

  private static final long WATCHED_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final double TICKS_A_SECOND = 100;

  static Machine atStart() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).toString());
    facts.put("commit", commit());
    facts.put("processors", processors());
    facts.put("memory", memory());
    facts.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("newer JDK", Jdk.twentyFive().map(Jdk::version).orElse("none"));
    double busy = processorsAtWork();
    facts.put("load average at the start (with the build before it)", Bar.number(load));
    facts.put("processors used by others at the start", Bar.number(busy));
    return new Machine(facts, busy);
  }

  private static String commit() {
    try {
      return Command.run("git", "git", "describe", "--always", "--dirty").lastLine();
    } catch (IllegalStateException | UncheckedIOException e) {
      return "unknown: not in a working copy";
    }
  }

  Machine with(String name, String value) {
    facts.put(name, value);
    return this;
  }

  boolean isBusy() {
    return busy > 0.3;
  }

  /** How many processors are at work while this process does nothing. */
  private static double processorsAtWork() {
    long start = System.nanoTime();
    long before = working();
    while (System.nanoTime() - start < WATCHED_NANOS) {
      LockSupport.parkNanos(WATCHED_NANOS);
    }
    return (working() - before) / (TICKS_A_SECOND * WATCHED_NANOS / 1e9);
  }

  /** Ticks of all processors: user, nice and system. */
  private static long working() {
    String[] fields = line("/proc/stat", "cpu ").split(" +");
    return Long.parseLong(fields[1]) + Long.parseLong(fields[2]) + Long.parseLong(fields[3]);
  }

  private static String processors() {
    return Runtime.getRuntime().availableProcessors()
        + " x "
        + line("/proc/cpuinfo", "model name").replaceAll(".*: ", "");
  }

  private static String memory() {
    String kilobytes = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
    return Long.parseLong(kilobytes) / 1024 / 1024 + " GB";
  }

  private static String line(String file, String start) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(start))
          .findFirst()
          .orElse("0 (unknown)");
    } catch (IOException e) {
      return "0 (unknown)";
    }
  }
}
