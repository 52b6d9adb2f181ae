package health.anbu.outreach.plan;

/**
 * The resource a fact was read from. The planner never looks inside; compiled conditions and
 * variables do.
 */
public interface Evidence {

  /** Type and id, such as {@code Procedure/1}. */
  String reference();

  /** Type, id and version, such as {@code Procedure/1/_history/2}; the reference where none is. */
  String versioned();

  /**
   * The address of a modifierExtension, null for none. Anbu knows none of other systems, and with
   * one the resource may mean something else, even the opposite: FHIR forbids to act on it.
   */
  default String unknownModifier() {
    return null;
  }
}
