package health.anbu.outreach.fhir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Puts the identifier where the id would be, for servers that choose ids themselves: a PUT under a
 * derived id becomes a create on the condition that nothing has the identifier yet.
 */
final class DerivedIdentifiers {

  private static final String DERIVED_ID = Words.BASE + "/sid/derived-id";

  private DerivedIdentifiers() {}

  /**
   * @param choosesIds the types whose ids the server chooses
   */
  static Bundle applied(Bundle transaction, Predicate<String> choosesIds) {
    Bundle changed = transaction.copy();
    Map<String, String> moved = new HashMap<>();
    changed.getEntry().stream()
        .filter(entry -> isNew(entry) && choosesIds.test(entry.getResource().fhirType()))
        .forEach(entry -> moved.put(entry.getRequest().getUrl(), create(entry)));
    if (!moved.isEmpty()) {
      changed.getEntry().forEach(entry -> follow(entry.getResource(), moved));
    }
    return changed;
  }

  private static boolean isNew(BundleEntryComponent entry) {
    return entry.hasResource()
        && entry.getRequest().getMethod() == HTTPVerb.PUT
        && !entry.getRequest().hasIfMatch();
  }

  private static String create(BundleEntryComponent entry) {
    Resource resource = entry.getResource();
    Identifier identifier = key(resource).orElseGet(() -> added(resource));
    String fullUrl = "urn:uuid:" + resource.getIdElement().getIdPart();
    entry.setFullUrl(fullUrl);
    entry
        .getRequest()
        .setMethod(HTTPVerb.POST)
        .setUrl(resource.fhirType())
        .setIfNoneExist(
            Query.of(resource.fhirType())
                .whereCode("identifier", identifier.getSystem(), identifier.getValue())
                .url()
                .replaceFirst("^[^?]*\\?", ""));
    resource.setId((String) null);
    return fullUrl;
  }

  private static Optional<Identifier> key(Resource resource) {
    return resource.getNamedProperty("identifier").getValues().stream()
        .map(Identifier.class::cast)
        .filter(identifier -> Words.OUTREACH_KEY.equals(identifier.getSystem()))
        .findFirst();
  }

  private static Identifier added(Resource resource) {
    Identifier identifier = (Identifier) resource.addChild("identifier");
    return identifier.setSystem(DERIVED_ID).setValue(resource.getIdElement().getIdPart());
  }

  private static void follow(Base element, Map<String, String> moved) {
    if (element instanceof Reference reference && moved.containsKey(reference.getReference())) {
      reference.setReference(moved.get(reference.getReference()));
    }
    if (element != null) {
      element.children().forEach(child -> child.getValues().forEach(value -> follow(value, moved)));
    }
  }
}
