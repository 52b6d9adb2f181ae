package health.anbu.outreach.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who hears what, when, in which flow: compiled from a PlanDefinition.
 *
 * @param id of the PlanDefinition, part of the outreach key
 * @param canonical with version; what is pending keeps the one it was planned with
 * @param current false for an older version that only pending requests still follow
 * @param conditions who it is for
 * @param exits when it is over for a patient, beyond the rules that always hold
 */
public record Scenario(
    String id,
    String canonical,
    String title,
    boolean current,
    Anchor anchor,
    List<Condition> conditions,
    Set<String> exitRules,
    List<Condition> exits,
    List<Step> steps,
    Rivalry rivalry) {

  public Scenario {
    Objects.requireNonNull(rivalry);
    Objects.requireNonNull(id);
    Objects.requireNonNull(canonical);
    Objects.requireNonNull(anchor);
    conditions = List.copyOf(conditions);
    exitRules = Set.copyOf(exitRules);
    exits = List.copyOf(exits);
    steps = List.copyOf(steps);
  }

  /** A scenario that no other gets in the way of. */
  public Scenario(
      String id,
      String canonical,
      String title,
      boolean current,
      Anchor anchor,
      List<Condition> conditions,
      Set<String> exitRules,
      List<Condition> exits,
      List<Step> steps) {
    this(id, canonical, title, current, anchor, conditions, exitRules, exits, steps, Rivalry.NONE);
  }

  /** The same scenario, standing to others like this. */
  public Scenario with(Rivalry how) {
    return new Scenario(
        id, canonical, title, current, anchor, conditions, exitRules, exits, steps, how);
  }

  /** The same scenario for requests that were planned with it before a newer version came. */
  public Scenario pinned() {
    return new Scenario(
        id, canonical, title, false, anchor, conditions, exitRules, exits, steps, rivalry);
  }
}
