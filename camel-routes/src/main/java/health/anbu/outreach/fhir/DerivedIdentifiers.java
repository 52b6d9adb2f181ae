package health.anbu.outreach.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Puts the identifier where the id would be, for servers that choose ids themselves: a PUT under a
 * derived id becomes a create on the condition that nothing has the identifier yet.
 */
final class DerivedIdentifiers {

  private static final String DERIVED_ID = Words.BASE + "/sid/derived-id";

  /** The types that the outreach creates. */
  private static final Set<String> WRITTEN =
      Set.of(
          "CommunicationRequest",
          "Communication",
          "Task",
          "Flag",
          "Consent",
          "Basic",
          "MeasureReport",
          "PlanDefinition",
          "ActivityDefinition",
          "ValueSet",
          "Questionnaire",
          "Library",
          "Measure");

  private DerivedIdentifiers() {}

  static boolean isWritten(String type) {
    return WRITTEN.contains(type);
  }

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
      changed.getEntry().stream()
          .filter(BundleEntryComponent::hasResource)
          .flatMap(entry -> references(entry.getResource()))
          .filter(reference -> moved.containsKey(reference.getReference()))
          .forEach(reference -> follow(reference, moved));
    }
    return changed;
  }

  private static void follow(Reference reference, Map<String, String> moved) {
    String ours = reference.getReferenceElement().getIdPart();
    address(reference, moved.get(reference.getReference()), ours);
  }

  /** Points to the server's own name of it, and keeps ours as its identifier. */
  static void address(Reference reference, String there, String ours) {
    reference.setReference(there);
    if (!reference.hasIdentifier() || derivedId(reference).isPresent()) {
      reference.setIdentifier(new Identifier().setSystem(DERIVED_ID).setValue(ours));
    }
  }

  static boolean isNew(BundleEntryComponent entry) {
    return entry.hasResource()
        && entry.getRequest().getMethod() == HTTPVerb.PUT
        && !entry.getRequest().hasIfMatch();
  }

  private static String create(BundleEntryComponent entry) {
    Resource resource = entry.getResource();
    String fullUrl = "urn:uuid:" + urn(resource.getIdElement().getIdPart());
    entry.setFullUrl(fullUrl);
    entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
    if (resource.getNamedProperty("identifier") != null) {
      Identifier derived = derived(resource);
      entry.getRequest().setIfNoneExist(condition(resource, key(resource).orElse(derived)));
    }
    resource.setId((String) null);
    return fullUrl;
  }

  private static String condition(Resource resource, Identifier identifier) {
    return Query.of(resource.fhirType())
        .whereCode("identifier", identifier.getSystem(), identifier.getValue())
        .url()
        .replaceFirst("^[^?]*\\?", "");
  }

  /** Packaged resources have names for ids. */
  private static String urn(String id) {
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? id
        : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Optional<Identifier> key(Resource resource) {
    return identifiers(resource)
        .filter(identifier -> Words.OUTREACH_KEY.equals(identifier.getSystem()))
        .findFirst();
  }

  private static Stream<Identifier> identifiers(Resource resource) {
    Property property = resource.getNamedProperty("identifier");
    return property == null
        ? Stream.empty()
        : property.getValues().stream()
            .filter(Identifier.class::isInstance)
            .map(Identifier.class::cast);
  }

  private static Identifier derived(Resource resource) {
    return identifiers(resource)
        .filter(identifier -> DERIVED_ID.equals(identifier.getSystem()))
        .findFirst()
        .orElseGet(
            () ->
                ((Identifier) resource.addChild("identifier"))
                    .setSystem(DERIVED_ID)
                    .setValue(resource.getIdElement().getIdPart()));
  }

  static boolean isDerived(Identifier identifier) {
    return DERIVED_ID.equals(identifier.getSystem());
  }

  /** The id that we gave it, where the server gave it another. */
  static Optional<String> derivedId(Resource resource) {
    return identifiers(resource)
        .filter(identifier -> DERIVED_ID.equals(identifier.getSystem()))
        .map(Identifier::getValue)
        .findFirst();
  }

  static Optional<String> derivedId(Reference reference) {
    return reference.hasIdentifier() && DERIVED_ID.equals(reference.getIdentifier().getSystem())
        ? Optional.ofNullable(reference.getIdentifier().getValue())
        : Optional.empty();
  }

  /** Everything of a type that has one of these derived ids. */
  static Query anyOf(String type, List<String> ids) {
    Query query = Query.of(type);
    List<Query.Parameter> parameters = new ArrayList<>(query.parameters());
    parameters.add(
        new Query.Parameter(
            "identifier",
            ids.stream()
                .map(id -> query.whereCode("identifier", DERIVED_ID, id))
                .map(one -> one.parameters().get(0).joined())
                .toList()));
    return new Query(type, parameters);
  }

  /** Every reference in it, however deep. */
  static Stream<Reference> references(Base element) {
    Stream<Reference> inside =
        element.children().stream()
            .flatMap(child -> child.getValues().stream())
            .filter(value -> value != null)
            .flatMap(DerivedIdentifiers::references);
    return element instanceof Reference reference
        ? Stream.concat(Stream.of(reference), inside)
        : inside;
  }
}
