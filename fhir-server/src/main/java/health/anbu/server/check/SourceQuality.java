package health.anbu.server.check;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.fhir.PhoneNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the records of the source lack that outreach lives of (S4.25): counted, for all together and
 * for each clinic where there are several. Holds no data of patients but their numbers, to count
 * them.
 */
final class SourceQuality {

  private static final String PHONE = "have no phone number that can be read";
  private static final String CODE = "have no code";
  private static final List<String> NEEDED = List.of(PHONE, CODE);
  private static final int MOST_CLINICS = 20;

  private final PhoneNumbers numbers;
  private final Tally patients = new Tally("patients");
  private final Tally procedures = new Tally("procedures");
  private final Tally appointments = new Tally("booked appointments");
  private final Map<String, Tally> clinics = new TreeMap<>();
  private final Map<String, Integer> owners = new HashMap<>();
  private final Set<String> withoutConsent = new HashSet<>();

  SourceQuality(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  void patient(JsonNode patient) {
    if (!patient.path("active").asBoolean(true)
        || patient.path("deceasedBoolean").asBoolean()
        || patient.has("deceasedDateTime")) {
      return;
    }
    withoutConsent.add("Patient/" + patient.path("id").asText());
    List<String> phones = phones(patient);
    phones.forEach(phone -> owners.merge(phone, 1, Integer::sum));
    count(patients, patient, phones.isEmpty());
    String clinic = patient.at("/managingOrganization/reference").asText();
    if (!clinic.isEmpty() && (clinics.containsKey(clinic) || clinics.size() < MOST_CLINICS)) {
      count(clinics.computeIfAbsent(clinic, c -> new Tally("patients")), patient, phones.isEmpty());
    }
  }

  private static void count(Tally tally, JsonNode patient, boolean phoneless) {
    tally.one();
    tally.count(PHONE, "enter mobile numbers, with their country where it is another", phoneless);
    tally.count("have no birth date", "enter it: age decides about some scenarios", !day(patient));
    tally.count(
        "have no language",
        "enter communication.language, else the clinic's language is taken",
        patient.at("/communication/0/language").isMissingNode());
  }

  private static boolean day(JsonNode patient) {
    return patient.path("birthDate").asText().length() == 10;
  }

  private List<String> phones(JsonNode patient) {
    String country = patient.at("/address/0/country").asText(null);
    List<String> phones = new ArrayList<>();
    for (JsonNode contact : patient.path("telecom")) {
      if (!contact.path("system").asText().equals("email")) {
        numbers
            .read(contact.path("value").asText(), country)
            .ifPresent(address -> phones.add(address.value()));
      }
    }
    return phones.stream().distinct().toList();
  }

  void procedure(JsonNode procedure) {
    procedures.one();
    procedures.count(
        CODE,
        "code treatments, by SNOMED CT or CodeSystem/treatment",
        procedure.at("/code/coding/0/code").isMissingNode());
    String at =
        procedure.path("performedDateTime").asText(procedure.at("/performedPeriod/start").asText());
    procedures.count(
        "have no day", "enter when it was done, to the day at least", at.length() < 10);
  }

  void appointment(JsonNode appointment) {
    appointments.one();
    appointments.count("have no start", "enter it", !appointment.hasNonNull("start"));
  }

  void consent(JsonNode consent) {
    withoutConsent.remove(consent.at("/patient/reference").asText());
  }

  List<Finding> findings() {
    String subject = "source data";
    if (patients.total() == 0) {
      return List.of(
          Finding.warn(subject, "there are no living patients", "is it the right server?"));
    }
    patients.add(
        "share a number with another patient",
        "a family may; a number of the clinic's own must not stand for patients",
        owners.values().stream().filter(owning -> owning > 1).mapToInt(Integer::intValue).sum());
    patients.add(
        "have no consent on record",
        "ask for it: recall and advertising need one",
        withoutConsent.size());
    List<Finding> findings = new ArrayList<>(patients.findings(subject, NEEDED));
    findings.addAll(procedures.findings(subject, NEEDED));
    findings.addAll(appointments.findings(subject, NEEDED));
    if (clinics.size() > 1) {
      clinics.forEach((clinic, tally) -> findings.addAll(tally.findings(clinic, NEEDED)));
    }
    return findings;
  }
}
