package health.anbu.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The resident memory of a server over time, and the most that the other process ever had. */
final class Memory {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<Double> samples = Collections.synchronizedList(new ArrayList<>());
  private volatile double mostOfOther;

  private Memory() {}

  static Memory of(Server server, long other) {
    Memory memory = new Memory();
    memory.timer.scheduleAtFixedRate(
        () -> {
          memory.samples.add(server.megabytes());
          memory.mostOfOther = Math.max(memory.mostOfOther, CpuMeter.megabytes(other, "VmHWM"));
        },
        0,
        500,
        TimeUnit.MILLISECONDS);
    return memory;
  }

  /** Answers the most of the other. */
  double stop() {
    timer.shutdownNow();
    return mostOfOther;
  }

  double inTheMiddle() {
    return samples.get(samples.size() / 2);
  }

  double atTheEnd() {
    return samples.get(samples.size() - 1);
  }
}
