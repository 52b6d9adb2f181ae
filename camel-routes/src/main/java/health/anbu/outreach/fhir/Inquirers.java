package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.plan.DerivedId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * People who turned to the clinic and are no patients yet. Nobody makes a record of them: they are
 * named by a derived identifier of where they can be answered, in references and on resources.
 */
public final class Inquirers {

  static final String SID = Words.BASE + "/sid/inquirer";
  private static final String PREFIX = "inquirer-";

  private Inquirers() {}

  /** The name of whoever is reached there; one for each number or address, however written. */
  static String at(Address address) {
    String kind =
        switch (address.kind()) {
          case MOBILE, LANDLINE -> "tel";
          case EMAIL -> "mailto";
          case LINE -> "line";
        };
    return PREFIX
        + DerivedId.of("inquirer|" + kind + "|" + address.value().toLowerCase(Locale.ROOT));
  }

  /** Whether this names an inquirer and no patient. */
  public static boolean is(String person) {
    return person != null && person.startsWith(PREFIX);
  }

  /** To a patient by the record; to an inquirer by the identifier alone, as FHIR allows. */
  static Reference reference(String person) {
    return is(person)
        ? new Reference().setType("Patient").setIdentifier(identifier(person))
        : new Reference("Patient/" + person);
  }

  /** By which a resource about an inquirer is found again; empty for a patient. */
  static Optional<Identifier> mark(String person) {
    return is(person) ? Optional.of(identifier(person)) : Optional.empty();
  }

  private static Identifier identifier(String person) {
    return new Identifier().setSystem(SID).setValue(person);
  }

  static Optional<String> of(Reference reference) {
    return Optional.ofNullable(reference)
        .filter(Reference::hasIdentifier)
        .map(Reference::getIdentifier)
        .filter(identifier -> SID.equals(identifier.getSystem()))
        .map(Identifier::getValue);
  }

  /** Those whom a resource is marked with. */
  public static Set<String> in(IBaseResource resource) {
    Property marks =
        resource instanceof Resource known ? known.getNamedProperty("identifier") : null;
    return marks == null
        ? Set.of()
        : marks.getValues().stream()
            .filter(Identifier.class::isInstance)
            .map(Identifier.class::cast)
            .filter(identifier -> SID.equals(identifier.getSystem()))
            .map(Identifier::getValue)
            .collect(Collectors.toSet());
  }

  /** Everything of a type that is about one of them. */
  static Query about(String type, Set<String> inquirers) {
    return Query.of(type).whereCodes("identifier", SID, inquirers).pageSize(500);
  }
}
