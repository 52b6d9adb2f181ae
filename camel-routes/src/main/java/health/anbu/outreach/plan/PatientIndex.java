package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What the rules look for in the facts of one patient again and again, looked up once. */
final class PatientIndex {

  private static final Comparator<ClinicalEvent> EARLIER =
      Comparator.comparing((ClinicalEvent visit) -> visit.start().in(ZoneId.of("Z")).toInstant())
          .thenComparing(ClinicalEvent::id);

  private final Map<String, RequestRecord> requests = new HashMap<>();
  private final Map<String, ClinicalEvent> encounters = new HashMap<>();
  private final NavigableMap<LocalDate, ClinicalEvent> visits = new TreeMap<>();

  PatientIndex(PatientFacts facts, ZoneId zone) {
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
