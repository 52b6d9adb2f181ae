package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.Permit;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** What the rules look for in the facts of one patient again and again, looked up once. */
final class PatientIndex {

  private static final Comparator<ClinicalEvent> EARLIER =
      Comparator.comparing((ClinicalEvent visit) -> visit.start().in(ZoneId.of("Z")).toInstant())
          .thenComparing(ClinicalEvent::id);

  private final Map<String, RequestRecord> requests = new HashMap<>();
  private final Map<String, ClinicalEvent> encounters = new HashMap<>();
  private final NavigableMap<LocalDate, ClinicalEvent> visits = new TreeMap<>();

  private final Map<Question, Permit> permits = new HashMap<>();
  private final JurisdictionPack law;
  private final List<String> channels;

  /** What a permit depends on, beside the patient, the clinic and the instant. */
  private record Question(Purpose purpose, boolean critical) {}

  PatientIndex(PatientFacts facts, ClinicPolicy clinic, Instant now) {
    ZoneId zone = clinic.zone();
    this.law = clinic.law(facts);
    this.channels = channels(facts.reached(clinic, now).addresses(), clinic.channelOrder());
    facts.requests().forEach(request -> requests.putIfAbsent(request.key(), request));
    for (ClinicalEvent event : facts.events()) {
      if (event.type().equals("Encounter")) {
        encounters.putIfAbsent(event.id(), event);
      }
      if (event.finishedVisit()) {
        visits.merge(event.start().in(zone).toLocalDate(), event, BinaryOperator.minBy(EARLIER));
      }
    }
  }

  private static List<String> channels(List<Address> reached, List<String> order) {
    List<String> leading =
        order.stream().filter(channel -> reached.stream().anyMatch(a -> a.takes(channel))).toList();
    return leading.isEmpty() ? order : leading;
  }

  JurisdictionPack law() {
    return law;
  }

  /** All that is due already asks for the same instant. */
  Permit permitNow(Step step, Supplier<Permit> asked) {
    return permits.computeIfAbsent(
        new Question(step.purpose(), step.critical()), unasked -> asked.get());
  }

  /** The clinic's channels that lead to the patient; all of them where none does. */
  List<String> channels() {
    return channels;
  }

  Optional<RequestRecord> request(String key) {
    return Optional.ofNullable(requests.get(key));
  }

  /** The Encounter with this id, which may be null. */
  Optional<ClinicalEvent> encounter(String id) {
    return Optional.ofNullable(id).map(encounters::get);
  }

  /** The first finished visit on a later day. */
  Optional<ClinicalEvent> visitAfter(LocalDate day) {
    return Optional.ofNullable(visits.higherEntry(day)).map(Map.Entry::getValue);
  }
}
