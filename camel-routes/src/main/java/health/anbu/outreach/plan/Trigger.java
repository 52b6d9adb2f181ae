package health.anbu.outreach.plan;

import java.util.Map;
import java.util.Set;

/**
 * A kind of resource that starts a scenario.
 *
 * @param type such as Procedure
 * @param filters by path (code, type, reasonCode, ...): the codes of which the resource has one
 * @param statuses in which it starts the scenario; empty means the usual ones of its type
 * @param from the statuses of which it had one just before; empty means any, or none
 */
public record Trigger(
    String type, Map<String, CodeSet> filters, Set<String> statuses, Set<String> from) {

  public Trigger {
    filters = Map.copyOf(filters);
    statuses = Set.copyOf(statuses);
    from = Set.copyOf(from);
  }

  /** One that a status starts, whatever it was before. */
  public Trigger(String type, Map<String, CodeSet> filters, Set<String> statuses) {
    this(type, filters, statuses, Set.of());
  }

  /** The event is in such a status now, and what it was before decides. */
  public boolean asksForTransition(ClinicalEvent event) {
    return !from.isEmpty() && matches(event) && matchesStatus(event);
  }

  boolean comesFrom(ClinicalEvent event) {
    return from.isEmpty()
        || event.previousStatus() != null && from.contains(event.previousStatus());
  }

  boolean matches(ClinicalEvent event) {
    if (!event.type().equals(type)) {
      return false;
    }
    for (Map.Entry<String, CodeSet> filter : filters.entrySet()) {
      if (!filter.getValue().containsAny(event.codes(filter.getKey()))) {
        return false;
      }
    }
    return true;
  }

  boolean matchesStatus(ClinicalEvent event) {
    return statuses.isEmpty() ? event.usual() : statuses.contains(event.status());
  }
}
