package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Scenario;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * Reads the facts of many patients at once: a search costs about the same for one patient as for a
 * hundred. The clinical source and the place of the plans may be two servers.
 */
public final class FactsReader {

  private static final int PAGE = 500;

  private final FhirStore source;
  private final FhirStore plans;
  private final PhoneNumbers numbers;
  private final PatientReader patients;
  private final ClinicPlaces places;
  private final PreviousStatuses previous;
  private final InquirerReader inquirers;

  public FactsReader(FhirStore source, FhirStore plans, PhoneNumbers numbers) {
    this(source, plans, numbers, ClinicPlaces.none());
  }

  public FactsReader(FhirStore source, FhirStore plans, PhoneNumbers numbers, ClinicPlaces places) {
    this.source = source;
    this.plans = plans;
    this.numbers = numbers;
    this.patients = new PatientReader(numbers);
    this.places = places;
    this.previous = new PreviousStatuses(source);
    this.inquirers = new InquirerReader(source, plans, numbers);
  }

  /** The facts with the earlier statuses that these scenarios ask for. */
  public PatientFacts asked(PatientFacts facts, List<Scenario> scenarios) {
    return previous.complete(facts, scenarios);
  }

  /** Reads what the servers knew at this instant. */
  public FactsReader asOf(Instant then) {
    FhirStore known = new RecordsOfThen(plans, then);
    return new FactsReader(
        source == plans ? known : new RecordsOfThen(source, then), known, numbers, places);
  }

  /**
   * The facts by patient id; patients that are not there, or were deleted, are left out. Who was no
   * patient when they asked, and is one now, is looked at as that patient.
   */
  public Map<String, PatientFacts> read(Collection<String> ids, ZoneId zone) {
    Set<String> asked = new TreeSet<>(ids);
    asked.removeIf(id -> !Inquirers.is(id));
    Map<String, List<Resource>> known = inquirers.records(asked);
    Map<String, String> patientOf = new HashMap<>();
    known.forEach((id, records) -> inquirers.patient(records).ifPresent(p -> patientOf.put(id, p)));
    Set<String> wanted = new TreeSet<>(ids);
    wanted.removeIf(Inquirers::is);
    wanted.addAll(patientOf.values());
    Map<String, PatientFacts> facts = new HashMap<>(patients(wanted, zone));
    known.forEach(
        (id, records) -> {
          PatientFacts patient = facts.get(patientOf.get(id));
          facts.put(id, patient == null ? inquirers.facts(id, records, zone) : patient);
        });
    facts.keySet().retainAll(ids);
    return facts;
  }

  private Map<String, PatientFacts> patients(Set<String> wanted, ZoneId zone) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<String, Records> records = new LinkedHashMap<>();
    source
        .search(Query.of("Patient").where("_id", wanted).pageSize(PAGE))
        .forEach(p -> records.put(p.getIdElement().getIdPart(), new Records((Patient) p)));
    collect(source, records, wanted, "Encounter", "Procedure", "Appointment");
    if (source != plans) {
      // Who opted out in the records is not written to either.
      collect(source, records, wanted, "Consent");
    }
    collect(plans, records, wanted, "Consent", "CommunicationRequest", "Communication", "Flag");
    guardians(records);
    asInquirers(records);
    complaints(records, wanted);
    referrals(records);
    Map<String, Set<String>> shared = sharedNumbers(records);
    return records.values().stream()
        .map(r -> r.facts(patients, places, zone, shared.getOrDefault(r.id(), Set.of())))
        .collect(Collectors.toMap(PatientFacts::id, facts -> facts));
  }

  private static void collect(
      FhirStore store, Map<String, Records> records, Set<String> ids, String... types) {
    for (String type : types) {
      Query query = Query.of(type).where("patient", ids).pageSize(PAGE);
      store.search(
          query,
          page ->
              page.forEach(
                  resource ->
                      References.patients(resource).stream()
                          .filter(records::containsKey)
                          .forEach(id -> records.get(id).add(resource))));
    }
  }

  /** What people asked before they became patients, and what they were told then. */
  private void asInquirers(Map<String, Records> records) {
    Map<String, List<Records>> byInquirer = new HashMap<>();
    for (Records record : records.values()) {
      patients.addresses(record.patient).stream()
          .map(Inquirers::at)
          .distinct()
          .forEach(id -> byInquirer.computeIfAbsent(id, i -> new ArrayList<>()).add(record));
    }
    inquirers
        .records(byInquirer.keySet())
        .forEach((id, found) -> byInquirer.get(id).forEach(r -> found.forEach(r::addOnce)));
  }

  /** Only a child has somebody who answers for them. */
  private void guardians(Map<String, Records> records) {
    Set<String> children = new TreeSet<>();
    records.values().stream()
        .filter(record -> SurroundingsReader.perhapsAChild(record.patient))
        .forEach(record -> children.add(record.id()));
    if (!children.isEmpty()) {
      collect(source, records, children, "RelatedPerson");
    }
  }

  /** A complaint task is an anchor too: the acknowledgement counts from it. */
  private void complaints(Map<String, Records> records, Set<String> wanted) {
    Query query =
        Query.of("Task")
            .where("patient", wanted)
            .whereCode("code", Words.TASK_CODE, "handle-complaint")
            .pageSize(PAGE);
    plans.search(
        query,
        page ->
            page.forEach(
                task ->
                    References.patient(((Task) task).getFor())
                        .map(records::get)
                        .ifPresent(record -> record.care.add(task))));
  }

  private void referrals(Map<String, Records> records) {
    for (String type : List.of("Encounter", "Patient")) {
      Query query =
          Query.of(type)
              .where("referred-by", records.keySet().stream().map(id -> "Patient/" + id).toList())
              .pageSize(PAGE);
      source.search(
          query,
          page ->
              page.forEach(
                  resource ->
                      References.referredBy(resource)
                          .map(records::get)
                          .ifPresent(referrer -> referrer.addReferral(resource))));
    }
  }

  /** Which other patients hold one of the same addresses, as far as they are written alike. */
  private Map<String, Set<String>> sharedNumbers(Map<String, Records> records) {
    Map<String, Set<String>> holders = new HashMap<>();
    records.values().forEach(r -> r.numbers().forEach(n -> holder(holders, n).add(r.id())));
    if (holders.isEmpty()) {
      return Map.of();
    }
    Query query = Query.of("Patient").where("telecom", holders.keySet()).pageSize(PAGE);
    source.search(query).stream()
        .filter(p -> reads((Patient) p))
        .forEach(
            p ->
                Records.numbers((Patient) p).stream()
                    .filter(holders::containsKey)
                    .forEach(n -> holders.get(n).add(p.getIdElement().getIdPart())));
    Map<String, Set<String>> shared = new HashMap<>();
    for (Records record : records.values()) {
      Set<String> others =
          record.numbers().stream()
              .flatMap(n -> holders.get(n).stream())
              .filter(id -> !id.equals(record.id()))
              .collect(Collectors.toSet());
      shared.put(record.id(), others);
    }
    return shared;
  }

  /** Whoever died or was merged into another record reads no message any more. */
  private boolean reads(Patient patient) {
    return (!patient.hasActive() || patient.getActive())
        && !patients.deceased(patient)
        && patients.mergedInto(patient) == null;
  }

  private static Set<String> holder(Map<String, Set<String>> holders, String number) {
    return holders.computeIfAbsent(number, n -> new TreeSet<>());
  }

  /** The resources of one patient while they come in. */
  private static final class Records {
    private static final Set<String> READ = Set.of("phone", "email");

    private final Patient patient;
    private final List<Resource> events = new ArrayList<>();
    private final List<Resource> care = new ArrayList<>();
    private final Set<String> referred = new TreeSet<>();

    Records(Patient patient) {
      this.patient = patient;
    }

    String id() {
      return patient.getIdElement().getIdPart();
    }

    void add(Resource resource) {
      boolean plan =
          switch (resource.fhirType()) {
            case "Encounter", "Procedure", "Appointment" -> false;
            default -> true;
          };
      (plan ? care : events).add(resource);
    }

    void addOnce(Resource resource) {
      String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
      boolean there =
          care.stream()
              .map(one -> one.fhirType() + "/" + one.getIdElement().getIdPart())
              .anyMatch(reference::equals);
      if (!there) {
        add(resource);
      }
    }

    /** Each person counts once, and nobody refers themselves. */
    void addReferral(Resource resource) {
      Optional<String> newcomer =
          resource instanceof Encounter encounter
              ? References.patient(encounter.getSubject())
              : Optional.of(resource.getIdElement().getIdPart());
      newcomer.filter(id -> !id.equals(id())).ifPresent(referred::add);
    }

    Set<String> numbers() {
      return numbers(patient);
    }

    static Set<String> numbers(Patient patient) {
      return patient.getTelecom().stream()
          .filter(t -> t.hasValue() && t.hasSystem() && READ.contains(t.getSystem().toCode()))
          .map(t -> t.getValue())
          .collect(Collectors.toSet());
    }

    PatientFacts facts(
        PatientReader reader, ClinicPlaces places, ZoneId zone, Set<String> sharing) {
      return new PatientFacts(
          new FhirEvidence(patient),
          id(),
          !patient.hasActive() || patient.getActive(),
          reader.deceased(patient),
          reader.mergedInto(patient),
          reader.birthDate(patient),
          patient.hasGender() ? patient.getGender().toCode() : null,
          reader.language(patient),
          reader.zone(patient).orElse(null),
          reader.unknownZone(patient),
          reader.addresses(patient),
          sharing.size(),
          Stream.of(
                  events.stream().map(EventReader::read),
                  complaints(),
                  ConsentEvents.of(care, zone).stream())
              .flatMap(found -> found)
              .toList(),
          care.stream().flatMap(r -> ConsentReader.read(r, zone).stream()).toList(),
          all(CommunicationRequest.class).flatMap(r -> RequestReader.read(r).stream()).toList(),
          all(Communication.class).flatMap(m -> MessageReader.read(m).stream()).toList(),
          vipTier(),
          referred.size(),
          Stream.concat(events.stream(), care.stream())
              .flatMap(resource -> ContactReader.read(resource).stream())
              .toList(),
          new SurroundingsReader(reader, places).read(patient, care, words()::get, sharing));
    }

    private Map<String, Communication> words() {
      return all(Communication.class)
          .collect(Collectors.toMap(m -> m.getIdElement().getIdPart(), m -> m, (a, b) -> b));
    }

    private Stream<ClinicalEvent> complaints() {
      Map<String, Communication> words = words();
      return all(Task.class).flatMap(task -> ComplaintReader.event(task, words::get).stream());
    }

    private <T extends Resource> Stream<T> all(Class<T> type) {
      return care.stream().filter(type::isInstance).map(type::cast);
    }

    private String vipTier() {
      return all(Flag.class)
          .filter(flag -> flag.getStatus() == Flag.FlagStatus.ACTIVE)
          .flatMap(flag -> flag.getCode().getCoding().stream())
          .filter(coding -> Words.VIP_TIER.equals(coding.getSystem()))
          .map(coding -> coding.getCode())
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }
}
