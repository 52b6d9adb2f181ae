package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first contact and the last visit of a patient, as anchors. */
final class Milestones {

  private Milestones() {}

  /**
   * There is one first contact. The one that was planned from stays it, even where an earlier one
   * is recorded afterwards; and what went out for one that is gone is not said again.
   */
  static List<AnchorMoment> firstContact(Scenario scenario, PatientFacts facts, ZoneId zone) {
    Set<String> known =
        facts.contacts().stream().map(Contact::reference).collect(Collectors.toSet());
    boolean saidBefore =
        requests(scenario, facts)
            .anyMatch(request -> request.wentOut() && !known.contains(request.anchor()));
    if (saidBefore) {
      return List.of();
    }
    Set<String> planned = planned(scenario, facts);
    return facts.contacts().stream()
        .filter(contact -> contact.at().known())
        .min(
            Comparator.comparing((Contact contact) -> !planned.contains(contact.reference()))
                .thenComparing(contact -> contact.at().in(zone).toInstant())
                .thenComparing(Contact::reference))
        .map(contact -> new AnchorMoment(contact.evidence(), null, contact.at(), false))
        .stream()
        .toList();
  }

  /**
   * The last visit, and the earlier ones that something is still pending for, so that the rules can
   * say why it is withdrawn.
   */
  static List<AnchorMoment> lastVisit(Scenario scenario, PatientFacts facts, ZoneId zone) {
    Set<String> planned = planned(scenario, facts);
    Map<LocalDate, ClinicalEvent> days =
        facts.events().stream()
            .filter(ClinicalEvent::finishedVisit)
            .collect(
                Collectors.toMap(
                    visit -> visit.start().in(zone).toLocalDate(),
                    visit -> visit,
                    (one, other) -> theOneThatCounts(planned, zone, one, other)));
    Optional<LocalDate> last = days.keySet().stream().max(Comparator.naturalOrder());
    List<AnchorMoment> moments = new ArrayList<>();
    last.map(days::get).map(Milestones::visit).ifPresent(moments::add);
    Set<String> taken = new HashSet<>();
    moments.forEach(moment -> taken.add(moment.reference()));
    facts.events().stream()
        .filter(event -> event.type().equals("Encounter"))
        .filter(event -> planned.contains(event.reference()) && taken.add(event.reference()))
        .filter(event -> last.isEmpty() || !sameDay(event, last.get(), zone))
        .sorted(Comparator.comparing(ClinicalEvent::id))
        .map(Milestones::visit)
        .forEach(moments::add);
    return moments;
  }

  /** Two visits on one day are one: the one that was planned from, else the later. */
  private static ClinicalEvent theOneThatCounts(
      Set<String> planned, ZoneId zone, ClinicalEvent one, ClinicalEvent other) {
    Comparator<ClinicalEvent> order =
        Comparator.comparing((ClinicalEvent visit) -> planned.contains(visit.reference()))
            .thenComparing(visit -> start(visit, zone).toInstant())
            .thenComparing(ClinicalEvent::id);
    return order.compare(one, other) >= 0 ? one : other;
  }

  private static boolean sameDay(ClinicalEvent event, LocalDate day, ZoneId zone) {
    return event.finishedVisit() && start(event, zone).toLocalDate().equals(day);
  }

  private static ZonedDateTime start(ClinicalEvent visit, ZoneId zone) {
    return visit.start().in(zone);
  }

  private static AnchorMoment visit(ClinicalEvent visit) {
    return new AnchorMoment(visit.evidence(), visit, visit.start(), false);
  }

  private static Set<String> planned(Scenario scenario, PatientFacts facts) {
    return requests(scenario, facts).map(RequestRecord::anchor).collect(Collectors.toSet());
  }

  private static Stream<RequestRecord> requests(Scenario scenario, PatientFacts facts) {
    return facts.requests().stream().filter(r -> r.scenario().equals(scenario.id()));
  }
}
