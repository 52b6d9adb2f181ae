package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.EmailAddress;
import health.anbu.outreach.plan.When;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/** Reads what a Patient says of itself. */
final class PatientReader {

  private final PhoneNumbers numbers;

  PatientReader(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  boolean deceased(Patient patient) {
    return patient.getDeceased() instanceof DateTimeType
        || patient.getDeceased() instanceof BooleanType dead && dead.booleanValue();
  }

  String mergedInto(Patient patient) {
    return patient.getLink().stream()
        .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
        .findFirst()
        .map(link -> References.patient(link.getOther()).orElse("unknown"))
        .orElse(null);
  }

  LocalDate birthDate(Patient patient) {
    String date = patient.getBirthDateElement().getValueAsString();
    return date == null || date.length() != 10 ? null : LocalDate.parse(date);
  }

  /** The last day of what is recorded, be it a year, a month or a day; null for nothing. */
  static LocalDate bornBy(Patient patient) {
    return Times.end(patient.getBirthDateElement()) instanceof When.Day day ? day.date() : null;
  }

  String language(Patient patient) {
    return patient.getCommunication().stream()
        .sorted(Comparator.comparing(communication -> !communication.getPreferred()))
        .map(communication -> communication.getLanguage().getCodingFirstRep().getCode())
        .filter(code -> code != null && !code.isBlank())
        .findFirst()
        .orElse(null);
  }

  Optional<ZoneId> zone(Patient patient) {
    try {
      return zoneText(patient).map(ZoneId::of);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The zone as recorded where it is none that exists; null otherwise. */
  String unknownZone(Patient patient) {
    return zone(patient).isPresent() ? null : zoneText(patient).orElse(null);
  }

  private static Optional<String> zoneText(Patient patient) {
    return patient.getExtensionsByUrl(Words.TIME_ZONE).stream()
        .findFirst()
        .map(Extension::getValue)
        .map(value -> value.primitiveValue());
  }

  /** In the order in which the patient wants to be reached; numbers that surely work come first. */
  List<Address> addresses(Patient patient) {
    List<Address> addresses = new ArrayList<>(addresses(patient.getTelecom(), country(patient)));
    lineUsers(patient).map(id -> new Address(Address.Kind.LINE, id)).forEach(addresses::add);
    addresses.sort(Comparator.comparing(address -> !certain(address)));
    return addresses;
  }

  /**
   * @param country where numbers without a prefix are from; null for the clinic's
   */
  List<Address> addresses(List<ContactPoint> telecoms, String country) {
    return telecoms.stream()
        .filter(telecom -> telecom.hasValue() && telecom.getUse() != ContactPointUse.OLD)
        .sorted(Comparator.comparingInt(t -> t.hasRank() ? t.getRank() : Integer.MAX_VALUE))
        .flatMap(telecom -> address(telecom, country).stream())
        .sorted(Comparator.comparing(address -> !certain(address)))
        .toList();
  }

  /** Where the patient lives, as ISO 3166 in two letters; null where it is not recorded so. */
  String country(Patient patient) {
    return patient.getAddress().stream()
        .filter(address -> address.getUse() != AddressUse.OLD)
        .map(address -> address.getCountry())
        .filter(code -> code != null && code.matches("[A-Z]{2}"))
        .findFirst()
        .orElse(null);
  }

  /** How LINE names the patient towards this clinic's account. */
  static Stream<String> lineUsers(Patient patient) {
    return patient.getIdentifier().stream()
        .filter(id -> Words.LINE_USER.equals(id.getSystem()) && id.hasValue())
        .filter(id -> id.getUse() != Identifier.IdentifierUse.OLD)
        .map(id -> id.getValue().strip())
        .filter(Address::isLineUser);
  }

  private boolean certain(Address address) {
    return !address.value().startsWith("+") || numbers.valid(address);
  }

  private Optional<Address> address(ContactPoint telecom, String country) {
    ContactPointSystem system = telecom.getSystem();
    if (system == ContactPointSystem.PHONE || system == ContactPointSystem.SMS) {
      return numbers.read(telecom.getValue(), country);
    }
    return system == ContactPointSystem.EMAIL
        ? EmailAddress.read(telecom.getValue()).map(a -> new Address(Address.Kind.EMAIL, a))
        : Optional.empty();
  }
}
