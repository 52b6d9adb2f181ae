package health.anbu.outreach.kpi;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How many messages ended how: effort, reported beside the outcome and never as success. */
public final class MessageOutcomes {

  private final SortedMap<MessageOutcome, Long> counts = new TreeMap<>();

  public void add(MessageOutcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }

  /** By scenario, channel and status, in this order. */
  public SortedMap<MessageOutcome, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  public SortedMap<String, Long> byStatus() {
    return by(MessageOutcome::status);
  }

  public SortedMap<String, Long> byChannel() {
    return by(MessageOutcome::channel);
  }

  public SortedMap<String, Long> byScenario() {
    return by(MessageOutcome::scenario);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private SortedMap<String, Long> by(Function<MessageOutcome, String> part) {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (Map.Entry<MessageOutcome, Long> count : counts.entrySet()) {
      sums.merge(part.apply(count.getKey()), count.getValue(), Long::sum);
    }
    return sums;
  }
}
