package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.When;
import health.anbu.outreach.vip.Referral;
import health.anbu.outreach.vip.ReferralGraph;
import java.time.LocalDate;
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
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads who sent whom, for many patients in a handful of searches.
 *
 * <p>A referral counts from the day the person came: the Encounter that says so, else their first
 * Encounter, else the day their record was made.
 */
public final class ReferralReader {

  private static final int PAGE = 500;
  private static final Set<EncounterStatus> CAME =
      Set.of(
          EncounterStatus.ARRIVED,
          EncounterStatus.TRIAGED,
          EncounterStatus.INPROGRESS,
          EncounterStatus.ONLEAVE,
          EncounterStatus.FINISHED);

  private final FhirStore source;

  public ReferralReader(FhirStore source) {
    this.source = source;
  }

  /** These patients, those who sent them, and the records that replaced any of them. */
  public Set<String> concerned(Collection<String> patients) {
    Set<String> all = new TreeSet<>(patients);
    patients("_id", patients)
        .forEach(
            patient -> {
              References.referredBy(patient).ifPresent(all::add);
              mergedInto(patient).ifPresent(all::add);
            });
    return all;
  }

  /**
   * Every referral of these referrers, and whatever else was said about the people they sent. Only
   * the counts of these referrers are complete.
   *
   * @param today the local date in the clinic
   */
  public ReferralGraph graph(Collection<String> referrers, ZoneId zone, LocalDate today) {
    Map<String, String> replacedBy = new HashMap<>();
    Set<String> named = new TreeSet<>(referrers);
    patients("link", references(referrers))
        .forEach(
            patient ->
                mergedInto(patient)
                    .filter(named::contains)
                    .ifPresent(survivor -> replacedBy.put(id(patient), survivor)));
    named.addAll(replacedBy.keySet());
    Map<String, Patient> newcomers = newcomers(named);
    newcomers.values().forEach(p -> mergedInto(p).ifPresent(into -> replacedBy.put(id(p), into)));
    return ReferralGraph.of(referrals(newcomers, zone, today), replacedBy);
  }

  private Map<String, Patient> newcomers(Set<String> referrers) {
    Map<String, Patient> newcomers = new LinkedHashMap<>();
    if (referrers.isEmpty()) {
      return newcomers;
    }
    patients("referred-by", references(referrers)).forEach(p -> newcomers.put(id(p), p));
    Set<String> others = new TreeSet<>();
    search("Encounter", "referred-by", references(referrers)).stream()
        .flatMap(e -> References.patient(((Encounter) e).getSubject()).stream())
        .forEach(others::add);
    newcomers.values().forEach(patient -> mergedInto(patient).ifPresent(others::add));
    others.removeAll(newcomers.keySet());
    patients("_id", others).forEach(patient -> newcomers.put(id(patient), patient));
    return newcomers;
  }

  private List<Referral> referrals(Map<String, Patient> newcomers, ZoneId zone, LocalDate today) {
    List<Referral> referrals = new ArrayList<>();
    Map<String, LocalDate> firstVisits = new HashMap<>();
    for (Resource resource : search("Encounter", "patient", newcomers.keySet())) {
      Encounter encounter = (Encounter) resource;
      When start = Times.when(encounter.getPeriod());
      if (!CAME.contains(encounter.getStatus()) || !start.known()) {
        continue;
      }
      LocalDate day = start.in(zone).toLocalDate();
      String newcomer = References.patient(encounter.getSubject()).orElseThrow();
      firstVisits.merge(newcomer, day, (a, b) -> a.isBefore(b) ? a : b);
      References.referredBy(encounter)
          .ifPresent(referrer -> referrals.add(new Referral(referrer, newcomer, day)));
    }
    newcomers.forEach(
        (newcomer, patient) ->
            References.referredBy(patient)
                .ifPresent(
                    referrer -> {
                      LocalDate day =
                          Optional.ofNullable(firstVisits.get(newcomer))
                              .orElseGet(() -> recorded(patient, zone, today));
                      referrals.add(new Referral(referrer, newcomer, day));
                    }));
    return referrals;
  }

  /** The server's time runs by itself: a record is never newer than today. */
  private static LocalDate recorded(Patient patient, ZoneId zone, LocalDate today) {
    if (!patient.getMeta().hasLastUpdated()) {
      return today;
    }
    LocalDate day = patient.getMeta().getLastUpdated().toInstant().atZone(zone).toLocalDate();
    return day.isBefore(today) ? day : today;
  }

  private List<Patient> patients(String parameter, Collection<String> values) {
    return search("Patient", parameter, values).stream().map(Patient.class::cast).toList();
  }

  private List<Resource> search(String type, String parameter, Collection<String> values) {
    return values.isEmpty()
        ? List.of()
        : source.search(Query.of(type).where(parameter, values).pageSize(PAGE));
  }

  private static List<String> references(Collection<String> patients) {
    return patients.stream().map(id -> "Patient/" + id).toList();
  }

  private static Optional<String> mergedInto(Patient patient) {
    return patient.getLink().stream()
        .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
        .findFirst()
        .flatMap(link -> References.patient(link.getOther()));
  }

  private static String id(Resource resource) {
    return resource.getIdElement().getIdPart();
  }
}
