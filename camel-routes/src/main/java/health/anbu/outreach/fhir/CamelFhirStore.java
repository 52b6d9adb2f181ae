package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.CapabilityCheck.Capabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** The port to FHIR over HTTP, to any R4 server, by Camel's {@code fhir:} component. */
public final class CamelFhirStore implements SweptServer {

  private static final Set<String> OURS = Set.of("referred-by", "delivery-status", "scenario");

  private final FhirServer server;
  private final FhirEndpoints endpoints;
  private final StoreFailures failures;
  private final OwnWrites written = new OwnWrites();
  private final ChosenIds ids = new ChosenIds(this::choosesIds, this::rawSearch);
  private volatile Capabilities capabilities;

  private CamelFhirStore(FhirServer server, FhirEndpoints endpoints) {
    this.server = server;
    this.endpoints = endpoints;
    this.failures = new StoreFailures(server.name());
  }

  public static CamelFhirStore connect(
      Supplier<CamelContext> camel, FhirContext fhir, FhirServer server) {
    return new CamelFhirStore(server, new FhirEndpoints(camel, fhir, server));
  }

  String name() {
    return server.name() + " (" + server.baseUrl() + ")";
  }

  @Override
  public String baseUrl() {
    return server.baseUrl();
  }

  @Override
  public boolean tellsChanges(String type) {
    return capabilities().has(type) && capabilities().searches(type, "_lastUpdated");
  }

  @Override
  public boolean wrote(String reference, String version) {
    return written.contains(reference, version);
  }

  /** The earlier one where the answer and its header differ: to look at more loses nothing. */
  @Override
  public Optional<Instant> now() {
    Optional<Instant> said = answeredAt(Query.of("Patient").where("_id", "none").onlyCount());
    return Stream.concat(said.stream(), endpoints.date().stream()).min(Comparator.naturalOrder());
  }

  private Optional<Instant> answeredAt(Query query) {
    try {
      return Optional.ofNullable(firstBundle(query).getMeta().getLastUpdated())
          .map(Date::toInstant);
    } catch (RefusedByStore e) {
      return Optional.empty();
    }
  }

  Capabilities capabilities() {
    if (capabilities == null) {
      capabilities = new Capabilities(statement());
    }
    return capabilities;
  }

  /**
   * Where a server takes our ids but would let an old plan overwrite a newer one, it is treated as
   * one that chooses ids: creates on a condition are safe on both.
   */
  private boolean choosesIds(String type) {
    Capabilities server = capabilities();
    return !server.takesIds(type) || DerivedIdentifiers.isWritten(type) && !server.guardsVersions();
  }

  boolean isOurOwnKind() {
    return capabilities().guardsVersions();
  }

  private CapabilityStatement statement() {
    return optional(
            CapabilityStatement.class,
            "capabilities/ofType",
            Map.of("type", CapabilityStatement.class))
        .orElseGet(CapabilityStatement::new);
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    if (!canAnswer(query)) {
      return;
    }
    List<Query> parts = QueryParts.of(ids.theirs(query));
    if (parts.size() == 1) {
      pages(parts.get(0), page);
      return;
    }
    // What belongs to two of the values, or is included by both, comes twice.
    Set<String> seen = new HashSet<>();
    for (Query part : parts) {
      pages(part, found -> page.accept(found.stream().filter(r -> seen.add(name(r))).toList()));
    }
  }

  /** Some only we know; a server without them has nothing of that kind to find. */
  private boolean canAnswer(Query query) {
    return capabilities().has(query.type())
        && query.parameters().stream()
            .map(parameter -> parameter.name().split(":", 2)[0])
            .filter(OURS::contains)
            .allMatch(name -> capabilities().searches(query.type(), name));
  }

  @Override
  public int count(Query query) {
    if (!canAnswer(query)) {
      return 0;
    }
    List<Query> parts = QueryParts.of(ids.theirs(query));
    Bundle counted = parts.size() == 1 ? firstBundle(parts.get(0).onlyCount()) : null;
    return counted != null && counted.hasTotal()
        ? counted.getTotal()
        : SweptServer.super.count(query);
  }

  @Override
  public List<Resource> first(Query query, int limit) {
    if (!canAnswer(query)) {
      return List.of();
    }
    List<Query> parts = QueryParts.of(ids.theirs(query));
    if (parts.size() > 1) {
      return SweptServer.super.first(query, limit);
    }
    List<Resource> found = new ArrayList<>();
    Bundle page = firstBundle(parts.get(0).pageSize(limit));
    // A server may give fewer than asked for.
    while (page != null) {
      found.addAll(resources(page));
      page = found.size() < limit ? next(page) : null;
    }
    return found.stream().limit(limit).toList();
  }

  private List<Resource> rawSearch(Query query) {
    List<Resource> found = new ArrayList<>();
    QueryParts.of(query).forEach(part -> follow(firstBundle(part), found::addAll));
    return found;
  }

  private Bundle firstBundle(Query query) {
    return call(Bundle.class, "search/searchByUrl", Map.of("url", query.url()));
  }

  private void pages(Query query, Consumer<List<Resource>> page) {
    follow(firstBundle(query), page);
  }

  private void follow(Bundle first, Consumer<List<Resource>> page) {
    Bundle found = first;
    while (found != null) {
      page.accept(resources(found));
      found = next(found);
    }
  }

  private Bundle next(Bundle found) {
    if (found.getLink(Bundle.LINK_NEXT) == null) {
      return null;
    }
    Map<String, Object> arguments = Map.of("bundle", found);
    return optional(Bundle.class, "load-page/next", arguments)
        .orElseThrow(() -> new StoreUnavailable(server.name() + ": a page has expired", null));
  }

  private List<Resource> resources(Bundle found) {
    return found.getEntry().stream()
        .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.OUTCOME)
        .map(BundleEntryComponent::getResource)
        .filter(resource -> resource != null)
        .map(ids::ours)
        .toList();
  }

  private static String name(Resource resource) {
    return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    return optional(type, "read/resourceById", Map.of("resource", type, "id", theirs(type, id)))
        .map(ids::ours);
  }

  private IdType theirs(Class<?> type, String id) {
    return new IdType(type.getSimpleName(), ids.theirs(type.getSimpleName(), id));
  }

  @Override
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    if (!capabilities().keepsHistory(type.getSimpleName())) {
      return List.of();
    }
    Map<String, Object> arguments = Map.of("id", theirs(type, id), "returnType", Bundle.class);
    List<T> versions = new ArrayList<>();
    optional(Bundle.class, "history/onInstance", arguments)
        .ifPresent(first -> follow(first, page -> page.forEach(r -> versions.add(type.cast(r)))));
    return versions;
  }

  @Override
  public Bundle transact(Bundle transaction) {
    Bundle sent = ids.theirs(transaction);
    Bundle answer = call(Bundle.class, "transaction/withBundle", Map.of("bundle", sent));
    ids.learn(transaction, answer);
    written.add(transaction, sent, answer);
    refuseWhatWasThere(sent, answer);
    return answer;
  }

  /** A create whose condition was not met: somebody else had planned the same, and was quicker. */
  private void refuseWhatWasThere(Bundle sent, Bundle answer) {
    for (int i = 0; i < Math.min(sent.getEntry().size(), answer.getEntry().size()); i++) {
      BundleEntryComponent entry = sent.getEntry().get(i);
      if (entry.getRequest().hasIfNoneExist()
          && entry.getRequest().getUrl().equals("CommunicationRequest")
          && !answer.getEntry().get(i).getResponse().getStatus().startsWith("201")) {
        throw new WriteConflict(server.name() + ": the outreach request is there already", null);
      }
    }
  }

  private <T> T call(Class<T> answer, String method, Map<String, Object> arguments) {
    return failing(() -> endpoints.call(answer, method, arguments));
  }

  /** Empty where the server says that there is nothing, or nothing any more. */
  private <T> Optional<T> optional(Class<T> answer, String method, Map<String, Object> arguments) {
    return failing(
        () -> {
          try {
            return Optional.of(endpoints.call(answer, method, arguments));
          } catch (RuntimeException e) {
            if (StoreFailures.isAbsent(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private <T> T failing(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw failures.of(e);
    }
  }
}
