package health.anbu.outreach.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;

/**
 * A server as it was at an instant: each resource in the version it had then, and none that came
 * later. What was deleted since, and what a server without history has overwritten, is not found.
 */
final class RecordsOfThen implements FhirStore {

  private final FhirStore now;
  private final Instant at;

  RecordsOfThen(FhirStore now, Instant at) {
    this.now = now;
    this.at = at;
  }

  /** A scenario that is retired by now may have been active then. */
  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    if (query.type().equals("PlanDefinition")) {
      now.search(
          query.without("status"),
          found -> page.accept(then(found).stream().filter(r -> has(query, r)).toList()));
    } else {
      now.search(query, found -> page.accept(then(found)));
    }
  }

  private static boolean has(Query query, Resource resource) {
    return query.parameters().stream()
        .filter(parameter -> parameter.name().equals("status"))
        .allMatch(p -> p.values().contains(((PlanDefinition) resource).getStatus().toCode()));
  }

  private List<Resource> then(List<Resource> found) {
    return found.stream().map(this::then).filter(Objects::nonNull).toList();
  }

  private Resource then(Resource resource) {
    return old(resource)
        ? resource
        : history(resource.getClass(), resource.getIdElement().getIdPart()).stream()
            .findFirst()
            .orElse(null);
  }

  private boolean old(Resource resource) {
    return resource.getMeta().getLastUpdated() == null
        || !resource.getMeta().getLastUpdated().toInstant().isAfter(at);
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    return now.read(type, id)
        .flatMap(found -> old(found) ? Optional.of(found) : history(type, id).stream().findFirst());
  }

  @Override
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    return now.history(type, id).stream().filter(this::old).toList();
  }

  @Override
  public Bundle transact(Bundle transaction) {
    throw new UnsupportedOperationException("the past is not written");
  }
}
