package health.anbu.outreach.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that were asked for, by provider; the same seed strikes the same messages. */
final class Faults {

  /** A fault that strikes the next {@code count} messages, each with the chance {@code rate}. */
  private static final class Fault {
    private final FaultKind kind;
    private final double rate;
    private final Random random;
    private long left;

    Fault(FaultKind kind, long count, double rate, long seed) {
      this.kind = kind;
      this.left = count;
      this.rate = rate;
      this.random = new Random(seed);
    }

    boolean strikes() {
      if (left <= 0 || (rate < 1 && random.nextDouble() >= rate)) {
        return false;
      }
      left--;
      return true;
    }
  }

  private final Map<String, List<Fault>> faults = new ConcurrentHashMap<>();

  void add(String provider, FaultKind kind, long count, double rate, long seed) {
    List<Fault> mine = faults.computeIfAbsent(provider, key -> new ArrayList<>());
    synchronized (mine) {
      mine.add(new Fault(kind, count, rate, seed));
    }
  }

  void clear(String provider) {
    faults.remove(provider);
  }

  /** Asked once for each message and kind that could strike it. */
  boolean strikes(String provider, FaultKind kind) {
    List<Fault> mine = faults.getOrDefault(provider, List.of());
    synchronized (mine) {
      return mine.stream().anyMatch(fault -> fault.kind == kind && fault.strikes());
    }
  }
}
