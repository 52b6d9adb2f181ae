package health.anbu.outreach.fhir;

import health.anbu.outreach.complaint.Language;
import health.anbu.outreach.complaint.Sender;
import health.anbu.outreach.complaint.SenderMatch;
import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.EmailAddress;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Surroundings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Reads what is known of people who are no patients yet: their own words, and what we wrote. */
final class InquirerReader {

  private static final String TEL = "urn:ietf:rfc:3966";
  private static final String MAILTO = "urn:ietf:rfc:6068";

  private final FhirStore plans;
  private final SenderSearch senders;
  private final PhoneNumbers numbers;

  InquirerReader(FhirStore source, FhirStore plans, PhoneNumbers numbers) {
    this.plans = plans;
    this.senders = new SenderSearch(source, numbers);
    this.numbers = numbers;
  }

  /** Who is reached where the sender said, as an inquirer; empty where nobody can be answered. */
  static Optional<String> of(Reference sender, PhoneNumbers numbers) {
    return address(sender, numbers).map(Inquirers::at);
  }

  /** Everything about these inquirers, by inquirer; nothing for those who never were. */
  Map<String, List<Resource>> records(Set<String> inquirers) {
    Map<String, List<Resource>> records = new HashMap<>();
    collect("Communication", inquirers, records);
    // Whatever we write to or about an inquirer follows from a message of theirs.
    Set<String> known = Set.copyOf(records.keySet());
    if (!known.isEmpty()) {
      collect("CommunicationRequest", known, records);
      collect("Consent", known, records);
    }
    return records;
  }

  private void collect(String type, Set<String> inquirers, Map<String, List<Resource>> records) {
    if (!inquirers.isEmpty()) {
      plans
          .search(Inquirers.about(type, inquirers))
          .forEach(
              found ->
                  Inquirers.in(found)
                      .forEach(
                          id -> records.computeIfAbsent(id, i -> new ArrayList<>()).add(found)));
    }
  }

  /** The patient whom an inquirer has become by now; the first of several who share a number. */
  Optional<String> patient(List<Resource> records) {
    Set<String> holders = new TreeSet<>();
    own(records).stream()
        .flatMap(message -> address(message.getSender(), numbers).stream())
        .distinct()
        .forEach(address -> holders.addAll(holders(address)));
    return holders.stream().findFirst();
  }

  private Collection<String> holders(Address address) {
    if (address.kind() == Address.Kind.LINE) {
      return senders.withLineUser(address.value());
    }
    Sender sender =
        address.kind() == Address.Kind.EMAIL
            ? new Sender(null, null, address.value(), null)
            : Sender.ofPhone(address.value());
    var candidates = senders.candidates(sender);
    return candidates.stream()
        .filter(
            one ->
                !(SenderMatch.of(sender, List.of(one), senders::readPhone)
                    instanceof SenderMatch.Unknown))
        .map(one -> one.survivor())
        .toList();
  }

  /** As if of a patient, who says no more than their messages do. */
  PatientFacts facts(String inquirer, List<Resource> records, ZoneId zone) {
    List<Communication> own = own(records);
    Patient person = person(inquirer, own);
    return new PatientFacts(
        new FhirEvidence(person, own.isEmpty() ? records.get(0) : own.get(0)),
        inquirer,
        true,
        false,
        null,
        null,
        null,
        own.stream().flatMap(message -> language(message).stream()).findFirst().orElse(null),
        null,
        null,
        own.stream().flatMap(m -> address(m.getSender(), numbers).stream()).distinct().toList(),
        0,
        List.of(),
        records.stream().flatMap(r -> ConsentReader.read(r, zone).stream()).toList(),
        all(records, CommunicationRequest.class).stream()
            .flatMap(request -> RequestReader.read(request).stream())
            .toList(),
        all(records, Communication.class).stream()
            .flatMap(message -> MessageReader.read(message).stream())
            .toList(),
        null,
        0,
        records.stream().flatMap(record -> ContactReader.read(record).stream()).toList(),
        Surroundings.NONE);
  }

  /** What the person wrote, oldest first. */
  private static List<Communication> own(List<Resource> records) {
    return all(records, Communication.class).stream()
        .filter(message -> ContactReader.read(message).isPresent())
        .sorted(
            Comparator.comparing(
                    (Communication m) -> m.getReceived(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(m -> m.getIdElement().getIdPart()))
        .toList();
  }

  private static Patient person(String inquirer, List<Communication> own) {
    Patient person = new Patient();
    person.setId(inquirer);
    own.stream()
        .map(Communication::getSender)
        .filter(sender -> sender.hasDisplay() && !Address.isLineUser(sender.getDisplay()))
        .map(Reference::getDisplay)
        .filter(said -> said.codePoints().anyMatch(Character::isLetter))
        .findFirst()
        .ifPresent(name -> person.addName().setText(name));
    own.stream()
        .map(message -> message.getSender().getIdentifier())
        .filter(identifier -> TEL.equals(identifier.getSystem()))
        .findFirst()
        .ifPresent(
            tel ->
                person
                    .addTelecom()
                    .setSystem(ContactPointSystem.PHONE)
                    .setValue(tel.getValue().replaceFirst("^tel:", "")));
    return person;
  }

  private static Optional<String> language(Communication message) {
    String text =
        message.getPayload().isEmpty()
            ? ""
            : message.getPayloadFirstRep().getContent().primitiveValue();
    return Language.of(message.getLanguage(), text == null ? "" : text).map(Language::code);
  }

  private static Optional<Address> address(Reference sender, PhoneNumbers numbers) {
    String system = sender.getIdentifier().getSystem();
    String value = sender.getIdentifier().getValue();
    if (value == null) {
      return Optional.empty();
    }
    if (TEL.equals(system)) {
      return numbers.read(value.replaceFirst("^tel:", ""), null);
    }
    if (MAILTO.equals(system)) {
      return EmailAddress.read(value.replaceFirst("^mailto:", ""))
          .map(email -> new Address(Address.Kind.EMAIL, email));
    }
    return Words.LINE_USER.equals(system) && Address.isLineUser(value)
        ? Optional.of(new Address(Address.Kind.LINE, value))
        : Optional.empty();
  }

  private static <T extends Resource> List<T> all(List<Resource> records, Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
