package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What the search parameters of the product mean, on a resource in memory. */
final class MemorySearch {

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Set<String> PAGING = Set.of("_count", "_sort", "_include", "_revinclude");

  private MemorySearch() {}

  static boolean matches(Resource resource, Query query) {
    return query.parameters().stream()
        .filter(parameter -> !PAGING.contains(parameter.name()))
        .allMatch(parameter -> matches(resource, parameter));
  }

  private static boolean matches(Resource resource, Query.Parameter parameter) {
    if (parameter.name().equals("sent")) {
      return elements(resource, "sent")
          .anyMatch(sent -> parameter.values().stream().allMatch(v -> day(sent, v)));
    }
    List<Value> values = values(resource, parameter.name()).toList();
    return parameter.values().stream()
        .anyMatch(wanted -> values.stream().anyMatch(value -> value.fits(wanted)));
  }

  /** Whole days, as a server does that knows no offset. */
  private static boolean day(Base sent, String wanted) {
    int order = sent.primitiveValue().substring(0, 10).compareTo(wanted.substring(2));
    return wanted.startsWith("ge") ? order >= 0 : order <= 0;
  }

  /**
   * @param system null for a value that has none, such as an id
   */
  private record Value(String system, String code) {

    boolean fits(String wanted) {
      String[] parts = BAR.split(wanted, 2);
      if (parts.length == 1) {
        return unescaped(wanted).equalsIgnoreCase(code);
      }
      return Objects.equals(unescaped(parts[0]), system)
          && (parts[1].isEmpty() || unescaped(parts[1]).equals(code));
    }

    private static String unescaped(String text) {
      return text.replaceAll("\\\\([,|$\\\\])", "$1");
    }
  }

  private static Stream<Value> values(Resource resource, String parameter) {
    return switch (parameter) {
      case "_id" -> Stream.of(plain(resource.getIdElement().getIdPart()));
      case "_profile" ->
          resource.getMeta().getProfile().stream().map(profile -> plain(profile.getValue()));
      case "patient", "subject" -> patients(resource);
      case "scenario:exact" ->
          RequestReader.key((CommunicationRequest) resource).stream()
              .map(key -> plain(key.split(":", 2)[0]));
      case "link" ->
          references(
              elements(resource, "link")
                  .flatMap(link -> link.getNamedProperty("other").getValues().stream()));
      case "organization" ->
          references(
              Stream.of("providedBy", "managingOrganization")
                  .flatMap(name -> elements(resource, name)));
      case "referred-by" -> references(extensions(resource, "referred-by"));
      case "telecom" -> telecom(resource, null);
      case "phone" -> telecom(resource, ContactPoint.ContactPointSystem.PHONE);
      case "delivery-status" ->
          extensions(resource, "delivery-status").map(value -> plain(value.primitiveValue()));
      case "code",
          "identifier",
          "status",
          "category",
          "type",
          "focus",
          "owner",
          "url",
          "version",
          "encounter",
          "part-of",
          "based-on",
          "medium",
          "business-status" ->
          elements(resource, element(parameter)).flatMap(MemorySearch::read);
      default -> throw new IllegalArgumentException("no search by " + parameter + " in memory");
    };
  }

  private static String element(String parameter) {
    return switch (parameter) {
      case "part-of" -> "partOf";
      case "based-on" -> "basedOn";
      case "business-status" -> "businessStatus";
      default -> parameter;
    };
  }

  private static Stream<Value> patients(Resource resource) {
    Stream<Base> subjects =
        Stream.of("subject", "patient", "for").flatMap(name -> elements(resource, name));
    Stream<Base> participants =
        elements(resource, "participant")
            .flatMap(p -> p.children().stream())
            .flatMap(child -> child.getValues().stream());
    return references(Stream.concat(subjects, participants));
  }

  private static Stream<Value> telecom(Resource resource, ContactPoint.ContactPointSystem system) {
    return elements(resource, "telecom")
        .map(ContactPoint.class::cast)
        .filter(telecom -> system == null || telecom.getSystem() == system)
        .map(telecom -> plain(telecom.getValue()));
  }

  private static Stream<Base> extensions(Resource resource, String id) {
    return ((DomainResource) resource)
        .getExtensionsByUrl(Words.extension(id)).stream().map(Extension::getValue);
  }

  private static Stream<Base> elements(Resource resource, String name) {
    Property property = resource.getNamedProperty(name);
    return property == null ? Stream.empty() : property.getValues().stream();
  }

  /** A reference is found by its id alone and with its type. */
  private static Stream<Value> references(Stream<? extends Base> elements) {
    return elements
        .filter(Reference.class::isInstance)
        .flatMap(reference -> read((Reference) reference));
  }

  private static Stream<Value> read(Base element) {
    if (element instanceof Reference reference) {
      return Stream.of(reference.getReference(), reference.getReferenceElement().getIdPart())
          .filter(Objects::nonNull)
          .map(MemorySearch::plain);
    }
    if (element instanceof Identifier identifier) {
      return Stream.of(new Value(identifier.getSystem(), identifier.getValue()));
    }
    if (element instanceof Coding coding) {
      return Stream.of(new Value(coding.getSystem(), coding.getCode()));
    }
    if (element.isPrimitive()) {
      return Stream.of(plain(element.primitiveValue()));
    }
    return element.children().stream()
        .filter(child -> child.getName().equals("coding"))
        .flatMap(child -> child.getValues().stream())
        .flatMap(MemorySearch::read);
  }

  private static Value plain(String code) {
    return new Value(null, code);
  }
}
