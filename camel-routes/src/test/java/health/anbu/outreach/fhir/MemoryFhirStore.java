package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * A FHIR server in memory: versions, If-Match, transactions of all or nothing, no dangling
 * references, and the searches that the product makes. A search it does not know fails the test.
 */
public final class MemoryFhirStore implements FhirStore {

  private static final FhirContext CONTEXT = FhirContext.forR4Cached();

  private final Map<String, List<Resource>> versions = new TreeMap<>();
  private RuntimeException nextFailure;
  private boolean anyReference;
  private int failures;
  private int transactions;

  /** Stores as it is, as another system would have done; answers what was stored. */
  @SuppressWarnings("unchecked")
  public synchronized <T extends Resource> T put(T resource) {
    return (T) store(versions, resource.copy(), reference(resource));
  }

  /** Stores the resource written as JSON. */
  public Resource put(String json) {
    return put((Resource) CONTEXT.newJsonParser().parseResource(json));
  }

  /** As a server beside the one with the clinical data: references lead over there. */
  public MemoryFhirStore takingAnyReference() {
    anyReference = true;
    return this;
  }

  /** Nothing is left of it, as after a DELETE. */
  public synchronized void delete(String reference) {
    versions.remove(reference);
  }

  /** The next transactions fail this way instead of being carried out. */
  public synchronized void failNext(RuntimeException failure, int count) {
    nextFailure = failure;
    failures = count;
  }

  /** How many transactions were carried out. */
  public synchronized int transactions() {
    return transactions;
  }

  /** Everything of a type as it is now, by id. */
  public synchronized <T extends Resource> List<T> all(Class<T> type) {
    return versions.values().stream()
        .map(MemoryFhirStore::current)
        .filter(type::isInstance)
        .map(resource -> type.cast(resource.copy()))
        .toList();
  }

  /** What is stored altogether, as references: to see that nothing was added. */
  public synchronized List<String> references() {
    return List.copyOf(versions.keySet());
  }

  /** The resource as JSON; fails where it is not there. */
  public synchronized String json(String reference) {
    return CONTEXT.newJsonParser().encodeResourceToString(current(versions.get(reference)));
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    List<Resource> found = matches(query);
    if (!found.isEmpty()) {
      page.accept(found);
    }
  }

  private synchronized List<Resource> matches(Query query) {
    return versions.values().stream()
        .map(MemoryFhirStore::current)
        .filter(resource -> resource.fhirType().equals(query.type()))
        .filter(resource -> MemorySearch.matches(resource, query))
        .map(Resource::copy)
        .toList();
  }

  @Override
  public synchronized <T extends Resource> Optional<T> read(Class<T> type, String id) {
    return Optional.ofNullable(versions.get(type.getSimpleName() + "/" + id))
        .map(stored -> type.cast(current(stored).copy()));
  }

  @Override
  public synchronized <T extends Resource> List<T> history(Class<T> type, String id) {
    List<T> newestFirst = new ArrayList<>();
    versions
        .getOrDefault(type.getSimpleName() + "/" + id, List.of())
        .forEach(version -> newestFirst.add(0, type.cast(version.copy())));
    return newestFirst;
  }

  @Override
  public synchronized Bundle transact(Bundle transaction) {
    if (failures > 0) {
      failures--;
      throw nextFailure;
    }
    Map<String, List<Resource>> after = new LinkedHashMap<>();
    versions.forEach((reference, all) -> after.put(reference, new ArrayList<>(all)));
    Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
    List<Resource> written = new ArrayList<>();
    for (BundleEntryComponent entry : transaction.getEntry()) {
      answer.addEntry(carryOut(entry, after, written));
    }
    if (!anyReference) {
      written.forEach(resource -> refuseDangling(resource, after));
    }
    versions.clear();
    versions.putAll(after);
    transactions++;
    return answer;
  }

  private static BundleEntryComponent carryOut(
      BundleEntryComponent entry, Map<String, List<Resource>> stored, List<Resource> written) {
    String reference = entry.getRequest().getUrl();
    if (entry.getRequest().getMethod() != HTTPVerb.PUT) {
      throw new RefusedByStore("only PUT is spoken here, not " + reference, null);
    }
    checkVersion(reference, entry.getRequest().getIfMatch(), stored.get(reference));
    Resource resource = store(stored, entry.getResource().copy(), reference);
    written.add(resource);
    BundleEntryComponent answer = new BundleEntryComponent();
    answer
        .getResponse()
        .setStatus(resource.getMeta().getVersionId().equals("1") ? "201 Created" : "200 OK")
        .setLocation(reference + "/_history/" + resource.getMeta().getVersionId())
        .setEtag("W/\"" + resource.getMeta().getVersionId() + "\"");
    return answer;
  }

  private static void checkVersion(String reference, String ifMatch, List<Resource> stored) {
    if (ifMatch == null) {
      if (stored != null && current(stored) instanceof CommunicationRequest) {
        throw new WriteConflict(reference + " is there already", null);
      }
      return;
    }
    String wanted = ifMatch.replaceAll("^W/\"|\"$", "");
    if (stored == null || !current(stored).getMeta().getVersionId().equals(wanted)) {
      throw new WriteConflict(reference + " is not version " + wanted, null);
    }
  }

  private static void refuseDangling(Resource resource, Map<String, List<Resource>> stored) {
    CONTEXT.newTerser().getAllResourceReferences(resource).stream()
        .map(info -> info.getResourceReference().getReferenceElement())
        .filter(id -> id.hasIdPart() && id.hasResourceType() && !id.isAbsolute())
        .map(id -> id.getResourceType() + "/" + id.getIdPart())
        .filter(reference -> !stored.containsKey(reference))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new RefusedByStore("there is no " + missing, null);
            });
  }

  private static Resource store(
      Map<String, List<Resource>> stored, Resource resource, String reference) {
    List<Resource> all = stored.computeIfAbsent(reference, r -> new ArrayList<>());
    String version = Integer.toString(all.size() + 1);
    resource.setId(new IdType(reference).withVersion(version));
    resource.getMeta().setVersionId(version);
    all.add(resource);
    return resource;
  }

  private static Resource current(List<Resource> all) {
    return all.get(all.size() - 1);
  }

  private static String reference(Resource resource) {
    return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }
}
