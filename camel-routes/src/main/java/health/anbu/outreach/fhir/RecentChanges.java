package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;

/** What a server says has changed since an instant of its own time. */
public final class RecentChanges {

  private static final int PAGE = 200;

  private final SweptServer store;
  private final FhirContext context;
  private final String patients;

  public RecentChanges(SweptServer store, FhirContext context) {
    this(store, context, store.baseUrl());
  }

  /**
   * @param patients base URL of the server whose patients count
   */
  public RecentChanges(SweptServer store, FhirContext context, String patients) {
    this.store = store;
    this.context = context;
    this.patients = patients;
  }

  /**
   * A resource as it is now.
   *
   * @param version the server's, or a hash of the content where it keeps none
   * @param at when the server says it changed; null where it does not say
   * @param patients every Patient it refers to, by bare id
   * @param own whether we wrote this version
   */
  public record Changed(
      String type, String id, String version, Instant at, Set<String> patients, boolean own) {

    public String reference() {
      return type + "/" + id;
    }
  }

  public String baseUrl() {
    return store.baseUrl();
  }

  /** What time it is there, by its own clock; empty where it does not say. */
  public Optional<Instant> now() {
    return store.now();
  }

  /** Everything of a type that changed at or after the instant, page by page, oldest first. */
  public void since(String type, Instant from, Consumer<List<Changed>> page) {
    if (!store.tellsChanges(type)) {
      return;
    }
    Query query =
        Query.of(type)
            .where("_lastUpdated", "ge" + from)
            .where("_sort", "_lastUpdated")
            .pageSize(PAGE);
    store.search(query, found -> page.accept(found.stream().map(this::changed).toList()));
  }

  /** When the server last changed anything of a type; empty where there is none. */
  public Optional<Instant> newest(String type) {
    if (!store.tellsChanges(type)) {
      return Optional.empty();
    }
    return store.first(Query.of(type).sortedBy("-_lastUpdated"), 1).stream()
        .findFirst()
        .flatMap(resource -> Optional.ofNullable(at(resource)));
  }

  private Changed changed(Resource resource) {
    String type = resource.fhirType();
    String id = resource.getIdElement().getIdPart();
    String version = version(resource);
    return new Changed(
        type, id, version, at(resource), patients(resource), store.wrote(type + "/" + id, version));
  }

  private static Instant at(Resource resource) {
    return resource.getMeta().hasLastUpdated()
        ? resource.getMeta().getLastUpdated().toInstant()
        : null;
  }

  private String version(Resource resource) {
    if (resource.getMeta().hasVersionId()) {
      return resource.getMeta().getVersionId();
    }
    Resource content = resource.copy();
    content.setMeta(new Meta());
    String json = context.newJsonParser().encodeResourceToString(content);
    return UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Set<String> patients(Resource resource) {
    Set<String> patients = new TreeSet<>();
    Stream<IIdType> mentioned =
        context.newTerser().getAllResourceReferences(resource).stream()
            .map(info -> info.getResourceReference().getReferenceElement());
    Stream.concat(Stream.of(resource.getIdElement().toUnqualifiedVersionless()), mentioned)
        .filter(id -> "Patient".equals(id.getResourceType()) && isHere(id))
        .forEach(id -> patients.add(id.getIdPart()));
    patients.addAll(Inquirers.in(resource));
    return patients;
  }

  private boolean isHere(IIdType id) {
    String base = id.isAbsolute() ? id.getBaseUrl().replaceFirst("/$", "") : store.baseUrl();
    return patients.equals(base);
  }
}
