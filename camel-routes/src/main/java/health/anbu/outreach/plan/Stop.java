package health.anbu.outreach.plan;

import java.time.Instant;

/**
 * A kill switch: while it is on, nothing of what it is about is handed to a provider.
 *
 * @param reach how much it stops
 * @param id of the scenario or the Organization; null for everything
 * @param reference the Flag with its version
 * @param from first instant at which it is on, null for always
 * @param until instant from which it no longer is, null for no end
 */
public record Stop(Reach reach, String id, String reference, Instant from, Instant until) {

  /** From one scenario to all sending. */
  public enum Reach {
    SCENARIO,
    CLINIC,
    EVERYTHING
  }

  /** One that is on until somebody lifts it. */
  public Stop(Reach reach, String id, String reference) {
    this(reach, id, reference, null, null);
  }

  public boolean standsAt(Instant at) {
    return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
  }

  /** Whether a message of this scenario to this patient is held back by it. */
  public boolean holds(String scenario, PatientFacts facts) {
    return switch (reach) {
      case SCENARIO -> scenario.equals(id);
      case CLINIC -> id.equals(facts.surroundings().organization());
      case EVERYTHING -> true;
    };
  }

  String what() {
    return switch (reach) {
      case SCENARIO -> "PlanDefinition/" + id;
      case CLINIC -> "Organization/" + id;
      case EVERYTHING -> "everything";
    };
  }
}
