package health.anbu.outreach.fhir;

import health.anbu.outreach.complaint.CandidatePatient;
import health.anbu.outreach.complaint.Sender;
import health.anbu.outreach.contact.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** Looks for the patients who might be the sender of a message; who it is, others decide. */
public final class SenderSearch {

  private static final int LONGEST_CHAIN = 10;

  private final FhirStore source;
  private final PhoneNumbers numbers;

  public SenderSearch(FhirStore source, PhoneNumbers numbers) {
    this.source = source;
    this.numbers = numbers;
  }

  /** The number in one notation (E.164); null for what is no number. */
  public String readPhone(String phone) {
    return numbers.read(phone, null).map(Address::value).orElse(null);
  }

  /** By which numbers are read here. */
  public PhoneNumbers numbers() {
    return numbers;
  }

  /** Whether the resource is there, not deleted. */
  public boolean exists(String reference) {
    String[] parts = reference.split("/", 2);
    return parts.length == 2 && !source.search(Query.of(parts[0]).where("_id", parts[1])).isEmpty();
  }

  /** Everybody with the id, the number or the e-mail address given. */
  public Collection<CandidatePatient> candidates(Sender sender) {
    Map<String, Patient> found = new LinkedHashMap<>();
    if (sender.patientId() != null) {
      collect(Query.of("Patient").where("_id", sender.patientId()), found);
    }
    Set<String> addresses = addresses(sender);
    if (!addresses.isEmpty()) {
      collect(Query.of("Patient").where("telecom", addresses), found);
    }
    Map<String, List<ContactPoint>> guardians = guardians(addresses);
    if (!guardians.isEmpty()) {
      collect(Query.of("Patient").where("_id", guardians.keySet()), found);
    }
    Map<String, String> survivors = survivors(found.values());
    return found.values().stream()
        .map(
            patient ->
                candidate(patient, guardians.getOrDefault(id(patient), List.of()), survivors))
        .toList();
  }

  /** Who is written to for a child answers for the child: the numbers by the child's id. */
  private Map<String, List<ContactPoint>> guardians(Set<String> addresses) {
    Map<String, List<ContactPoint>> guardians = new LinkedHashMap<>();
    if (!addresses.isEmpty()) {
      source
          .search(Query.of("RelatedPerson").where("telecom", addresses).pageSize(100))
          .forEach(
              person ->
                  References.patients(person)
                      .forEach(
                          child ->
                              guardians
                                  .computeIfAbsent(child, id -> new ArrayList<>())
                                  .addAll(((RelatedPerson) person).getTelecom())));
    }
    return guardians;
  }

  /** Everybody whom LINE names so, merged records counted as the one that stays. */
  public Set<String> withLineUser(String id) {
    Map<String, Patient> found = new LinkedHashMap<>();
    collect(Query.of("Patient").whereCode("identifier", Words.LINE_USER, id), found);
    found.values().removeIf(patient -> PatientReader.lineUsers(patient).noneMatch(id::equals));
    Map<String, String> survivors = survivors(found.values());
    return found.keySet().stream()
        .map(patient -> survivors.getOrDefault(patient, patient))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Everybody with this e-mail address, merged records counted as the one that stays. */
  public Set<String> withEmail(String email) {
    Set<String> holders = new TreeSet<>();
    candidates(new Sender(null, null, email, null)).stream()
        .filter(candidate -> candidate.emails().contains(email.toLowerCase(Locale.ROOT)))
        .map(CandidatePatient::survivor)
        .forEach(holders::add);
    return holders;
  }

  private void collect(Query query, Map<String, Patient> found) {
    source.search(query.pageSize(100)).forEach(p -> found.put(id(p), (Patient) p));
  }

  private Set<String> addresses(Sender sender) {
    Set<String> addresses = new LinkedHashSet<>();
    String phone = sender.phone() == null ? null : readPhone(sender.phone());
    if (phone != null) {
      addresses.addAll(numbers.spellings(phone));
      addresses.add(sender.phone().strip());
    }
    if (sender.email() != null) {
      addresses.add(sender.email());
      addresses.add(sender.email().toLowerCase(Locale.ROOT));
    }
    return addresses;
  }

  /** Follows every chain of merged records to its end. */
  private Map<String, String> survivors(Collection<Patient> patients) {
    Map<String, String> next = new LinkedHashMap<>();
    List<Patient> look = new ArrayList<>(patients);
    for (int i = 0; i < LONGEST_CHAIN && !look.isEmpty(); i++) {
      look.forEach(patient -> mergedInto(patient).forEach(into -> next.put(id(patient), into)));
      Set<String> unread = new TreeSet<>(next.values());
      unread.removeAll(next.keySet());
      look.forEach(patient -> unread.remove(id(patient)));
      look =
          unread.isEmpty()
              ? List.of()
              : source.search(Query.of("Patient").where("_id", unread)).stream()
                  .map(Patient.class::cast)
                  .filter(patient -> !mergedInto(patient).isEmpty())
                  .toList();
    }
    return next.keySet().stream().collect(Collectors.toMap(id -> id, id -> end(id, next)));
  }

  private static String end(String id, Map<String, String> next) {
    String current = id;
    for (int i = 0; i < LONGEST_CHAIN && next.containsKey(current); i++) {
      current = next.get(current);
    }
    return current;
  }

  private static List<String> mergedInto(Patient patient) {
    return patient.getLink().stream()
        .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
        .flatMap(link -> References.patient(link.getOther()).stream())
        .limit(1)
        .toList();
  }

  private static CandidatePatient candidate(
      Patient patient, List<ContactPoint> guardians, Map<String, String> survivors) {
    List<ContactPoint> all = new ArrayList<>(patient.getTelecom());
    all.addAll(guardians);
    return new CandidatePatient(
        id(patient),
        telecom(all, Set.of(ContactPointSystem.PHONE, ContactPointSystem.SMS)),
        telecom(all, Set.of(ContactPointSystem.EMAIL)),
        survivors.get(id(patient)));
  }

  private static Set<String> telecom(List<ContactPoint> all, Set<ContactPointSystem> systems) {
    return all.stream()
        .filter(telecom -> telecom.hasValue() && telecom.getUse() != ContactPointUse.OLD)
        .filter(telecom -> systems.contains(telecom.getSystem()))
        .map(ContactPoint::getValue)
        .collect(Collectors.toSet());
  }

  private static String id(Resource resource) {
    return resource.getIdElement().getIdPart();
  }
}
