package health.anbu.outreach.plan;

import java.util.Map;

/**
 * A kind of resource that starts a scenario.
 *
 * @param type such as Procedure
 * @param filters by path (code, type, reasonCode, ...): the codes of which the resource has one
 * @param statuses in which it starts the scenario; empty means the usual ones of its type
 */
public record Trigger(String type, Map<String, CodeSet> filters, java.util.Set<String> statuses) {

  public Trigger {
    filters = Map.copyOf(filters);
    statuses = java.util.Set.copyOf(statuses);
  }

  boolean matches(ClinicalEvent event) {
    return event.type().equals(type)
        && filters.entrySet().stream()
            .allMatch(filter -> filter.getValue().containsAny(event.codes(filter.getKey())));
  }

  boolean matchesStatus(ClinicalEvent event) {
    return statuses.isEmpty() ? event.usual() : statuses.contains(event.status());
  }
}
