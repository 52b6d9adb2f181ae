package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a Bundle, found by the few searches that reading facts and scenarios makes. */
final class BundleStore implements FhirStore {

  private static final FhirContext R4 = FhirContext.forR4Cached();
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  BundleStore add(Bundle bundle) {
    bundle.getEntry().forEach(entry -> add(entry.getResource()));
    return this;
  }

  BundleStore add(Resource resource) {
    String id = resource.getIdElement().getIdPart();
    resource.getMeta().setVersionId("1");
    resource.setId(resource.fhirType() + "/" + id + "/_history/1");
    resources.put(resource.fhirType() + "/" + id, resource);
    return this;
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    page.accept(
        resources.values().stream()
            .filter(resource -> resource.fhirType().equals(query.type()))
            .filter(resource -> query.parameters().stream().allMatch(p -> matches(resource, p)))
            .toList());
  }

  private static boolean matches(Resource resource, Query.Parameter parameter) {
    Set<String> wanted = Set.copyOf(parameter.values());
    return switch (parameter.name()) {
      case "_count", "_sort" -> true;
      case "_id" -> wanted.contains(resource.getIdElement().getIdPart());
      case "patient" -> References.patients(resource).stream().anyMatch(wanted::contains);
      case "referred-by" ->
          References.referredBy(resource).map(id -> wanted.contains("Patient/" + id)).orElse(false);
      case "telecom" ->
          ((Patient) resource)
              .getTelecom().stream().map(ContactPoint::getValue).anyMatch(wanted::contains);
      case "url" -> wanted.contains(((MetadataResource) resource).getUrl());
      case "version" -> wanted.contains(((MetadataResource) resource).getVersion());
      case "status" -> wanted.contains(((MetadataResource) resource).getStatus().toCode());
      case "identifier" -> MemorySearch.matches(resource, new Query(null, List.of(parameter)));
      default -> throw new IllegalArgumentException("no search by " + parameter.name());
    };
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    return Optional.ofNullable(resources.get(type.getSimpleName() + "/" + id)).map(type::cast);
  }

  @Override
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    return read(type, id).map(List::of).orElse(List.of());
  }

  @Override
  public Bundle transact(Bundle transaction) {
    transaction.getEntry().forEach(entry -> add(entry.getResource()));
    return new Bundle();
  }

  /** As an EHR would read it. */
  static <T extends Resource> T parse(Class<T> type, String json) {
    return type.cast(R4.newJsonParser().parseResource(json));
  }
}
