package health.anbu.outreach.plan;

import java.util.Set;

/** Whom a change concerns, and who is therefore looked at again. */
public sealed interface AffectedPatients {

  /** These patients, by id; may be none. */
  record Some(Set<String> ids) implements AffectedPatients {
    public Some {
      ids = Set.copyOf(ids);
    }
  }

  /** Every patient: a scenario or the clinic itself changed. */
  record Everyone() implements AffectedPatients {}

  /** A change names every patient it speaks of: subject, referrer, guardian's ward, old and new. */
  static AffectedPatients of(Change change) {
    return switch (change.resourceType()) {
      case "PlanDefinition", "ActivityDefinition", "ValueSet", "ConceptMap", "Group" ->
          new Everyone();
      default -> new Some(change.patients());
    };
  }
}
