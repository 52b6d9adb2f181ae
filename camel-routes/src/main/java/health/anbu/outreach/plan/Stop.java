package health.anbu.outreach.plan;

/**
 * A kill switch that is on: nothing of what it is about is handed to a provider.
 *
 * @param reach how much it stops
 * @param id of the scenario or the Organization; null for everything
 * @param reference the Flag with its version
 */
public record Stop(Reach reach, String id, String reference) {

  /** From one scenario to all sending. */
  public enum Reach {
    SCENARIO,
    CLINIC,
    EVERYTHING
  }

  /** Whether a request of this patient is held back by it. */
  public boolean holds(RequestRecord request, PatientFacts facts) {
    return switch (reach) {
      case SCENARIO -> request.scenario().equals(id);
      case CLINIC -> id.equals(facts.surroundings().organization());
      case EVERYTHING -> true;
    };
  }
}
