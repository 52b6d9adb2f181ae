package health.anbu.outreach.plan;

import java.util.Objects;
import java.util.Set;

/**
 * That a resource changed; a hint, never a fact to decide on.
 *
 * @param id of the outbox row, rising
 * @param patients every Patient the old and the new resource refer to, by bare id
 */
public record Change(
    long id,
    String resourceType,
    String resourceId,
    String version,
    Action action,
    Set<String> patients) {

  /** What happened to the resource. */
  public enum Action {
    CREATED,
    UPDATED,
    DELETED
  }

  public Change {
    Objects.requireNonNull(resourceType);
    Objects.requireNonNull(resourceId);
    patients = Set.copyOf(patients);
  }
}
