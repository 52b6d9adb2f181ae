package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;

/** Reads our extensions by the id of their definition. */
final class Extensions {

  private Extensions() {}

  static List<Extension> of(DomainResource resource, String id) {
    return resource.getExtensionsByUrl(Words.extension(id));
  }

  static Optional<Extension> first(Element element, String id) {
    return element.getExtensionsByUrl(Words.extension(id)).stream().findFirst();
  }

  /** The texts of an extension that may be repeated. */
  static List<String> all(Element element, String id) {
    return element.getExtensionsByUrl(Words.extension(id)).stream()
        .flatMap(extension -> text(extension).stream())
        .toList();
  }

  static Optional<String> text(DomainResource resource, String id) {
    return of(resource, id).stream().findFirst().flatMap(Extensions::text);
  }

  static Optional<String> text(Extension extension) {
    return Optional.ofNullable(extension.getValue())
        .filter(PrimitiveType.class::isInstance)
        .map(Type::primitiveValue);
  }

  /** A part of a complex extension; its url is a bare name. */
  static Optional<String> part(Extension extension, String name) {
    return Optional.ofNullable(extension.getExtensionByUrl(name)).flatMap(Extensions::text);
  }

  static Optional<Integer> number(Extension extension, String name) {
    return Optional.ofNullable(extension.getExtensionByUrl(name))
        .map(Extension::getValue)
        .filter(IntegerType.class::isInstance)
        .map(value -> ((IntegerType) value).getValue());
  }

  static Optional<Expression> expression(Extension extension) {
    return Optional.ofNullable(extension.getValue())
        .filter(Expression.class::isInstance)
        .map(Expression.class::cast);
  }
}
