package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Anchor;
import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/**
 * Looks up which status an anchor had before, only where a scenario asks: out of the Encounter's
 * own history of statuses, else out of the versions that the server keeps. A version never changes,
 * so each is looked up once.
 */
final class PreviousStatuses {

  private static final int REMEMBERED = 10_000;

  private final FhirStore source;
  private final Map<String, List<String>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
              return size() > REMEMBERED;
            }
          });

  PreviousStatuses(FhirStore source) {
    this.source = source;
  }

  PatientFacts complete(PatientFacts facts, List<Scenario> scenarios) {
    boolean asked = facts.events().stream().anyMatch(event -> isAsked(event, scenarios));
    return asked
        ? facts.with(facts.events().stream().map(e -> complete(e, scenarios)).toList())
        : facts;
  }

  private ClinicalEvent complete(ClinicalEvent event, List<Scenario> scenarios) {
    if (!isAsked(event, scenarios)) {
      return event;
    }
    List<String> statuses = statuses(event);
    return statuses.isEmpty() ? event : event.after(statuses);
  }

  private static boolean isAsked(ClinicalEvent event, List<Scenario> scenarios) {
    return event.previousStatus() == null
        && scenarios.stream()
            .map(Scenario::anchor)
            .filter(Anchor.Event.class::isInstance)
            .flatMap(anchor -> ((Anchor.Event) anchor).triggers().stream())
            .anyMatch(trigger -> trigger.asksForTransition(event));
  }

  /** Oldest first; empty where nobody kept them. */
  private List<String> statuses(ClinicalEvent event) {
    Resource resource = FhirEvidence.of(event.evidence());
    if (resource instanceof Encounter encounter && encounter.hasStatusHistory()) {
      return encounter.getStatusHistory().stream()
          .filter(past -> past.hasStatus())
          .map(past -> past.getStatus().toCode())
          .toList();
    }
    List<String> cached = known.get(event.evidence().versioned());
    if (cached == null) {
      cached = versions(event);
      known.put(event.evidence().versioned(), cached);
    }
    return cached;
  }

  private List<String> versions(ClinicalEvent event) {
    return switch (event.type()) {
      case "Encounter" ->
          oldestFirst(event, Encounter.class, e -> e.hasStatus() ? e.getStatus().toCode() : "");
      case "Appointment" ->
          oldestFirst(event, Appointment.class, a -> a.hasStatus() ? a.getStatus().toCode() : "");
      case "Procedure" ->
          oldestFirst(event, Procedure.class, p -> p.hasStatus() ? p.getStatus().toCode() : "");
      default -> List.of();
    };
  }

  private <T extends Resource> List<String> oldestFirst(
      ClinicalEvent event, Class<T> type, Function<T, String> status) {
    List<String> statuses =
        new ArrayList<>(source.history(type, event.id()).stream().map(status).toList());
    Collections.reverse(statuses);
    return statuses;
  }
}
