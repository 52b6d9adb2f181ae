package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every rule that said yes or no, for each step of each scenario that looked at the patient. */
public final class Trace {

  /**
   * One rule's answer.
   *
   * @param reason null when the rule had nothing against it
   * @param inputs the resources with their versions that the rule looked at
   */
  public record Entry(String rule, Reason reason, String detail, List<String> inputs) {
    public Entry {
      inputs = List.copyOf(inputs);
    }

    public boolean passed() {
      return reason == null;
    }
  }

  /**
   * The answers for one step on one anchor; the last one is the decisive one.
   *
   * @param due null when no due time was reached
   */
  public record StepTrace(
      String key,
      String scenario,
      String canonical,
      String step,
      List<Entry> entries,
      ZonedDateTime due) {
    public StepTrace {
      entries = List.copyOf(entries);
    }

    /** One more answer. */
    StepTrace with(Entry entry) {
      List<Entry> more = new ArrayList<>(entries);
      more.add(entry);
      return new StepTrace(key, scenario, canonical, step, more, due);
    }

    public Optional<Reason> refusal() {
      return entries.stream().filter(entry -> !entry.passed()).map(Entry::reason).findFirst();
    }
  }

  private final List<StepTrace> steps = new ArrayList<>();

  void add(StepTrace step) {
    steps.add(step);
  }

  public List<StepTrace> steps() {
    return List.copyOf(steps);
  }

  /** Every answer about the step of this key; empty when nobody asked for it. */
  List<Entry> rules(String key) {
    return steps.stream()
        .filter(step -> step.key().equals(key))
        .findFirst()
        .map(StepTrace::entries)
        .orElse(List.of());
  }

  /** Why the step of this key is not planned; empty when it is, or when nobody asked for it. */
  public Optional<Reason> refusal(String key) {
    return steps.stream()
        .filter(step -> step.key().equals(key))
        .findFirst()
        .flatMap(StepTrace::refusal);
  }
}
