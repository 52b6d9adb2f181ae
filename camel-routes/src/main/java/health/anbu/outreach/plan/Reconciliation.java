package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference between the plan and the requests that exist. Carried out twice it changes nothing
 * the second time.
 */
public record Reconciliation(List<Create> creates, List<Move> moves, List<Revoke> revokes) {

  /** A request that should exist and does not, or was revoked and may come back. */
  public record Create(PlannedMessage message, RequestRecord revoked) {}

  public record Move(RequestRecord request, PlannedMessage message) {}

  public record Revoke(RequestRecord request, Reason reason) {}

  public Reconciliation {
    creates = List.copyOf(creates);
    moves = List.copyOf(moves);
    revokes = List.copyOf(revokes);
  }

  public boolean isEmpty() {
    return creates.isEmpty() && moves.isEmpty() && revokes.isEmpty();
  }

  public static Reconciliation of(PatientFacts facts, OutreachPlan plan) {
    Map<String, RequestRecord> existing = new HashMap<>();
    facts.requests().forEach(request -> existing.put(request.key(), request));
    List<Create> creates = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    for (PlannedMessage message : plan.messages()) {
      RequestRecord request = existing.get(message.key());
      if (request == null) {
        creates.add(new Create(message, null));
      } else if (request.active() && moved(request, message)) {
        moves.add(new Move(request, message));
      } else if (mayReturn(request, facts)) {
        creates.add(new Create(message, request));
      }
    }
    return new Reconciliation(creates, moves, revokes(facts, plan));
  }

  private static boolean moved(RequestRecord request, PlannedMessage message) {
    return !message.due().toInstant().equals(request.plannedDue());
  }

  /** Revoked becomes active again only while no message was accepted, and never against staff. */
  private static boolean mayReturn(RequestRecord request, PatientFacts facts) {
    return request.status() == RequestRecord.Status.REVOKED
        && !request.byStaff()
        && Reason.of(request.reason()).filter(Reason::decidedAtSend).isEmpty()
        && facts.messages().stream()
            .filter(message -> request.id().equals(message.request()))
            .noneMatch(message -> message.accepted() || message.uncertain());
  }

  private static List<Revoke> revokes(PatientFacts facts, OutreachPlan plan) {
    return facts.requests().stream()
        .filter(RequestRecord::active)
        .filter(request -> plan.message(request.key()).isEmpty())
        .map(request -> new Revoke(request, reason(request, facts, plan)))
        .toList();
  }

  private static Reason reason(RequestRecord request, PatientFacts facts, OutreachPlan plan) {
    return plan.trace()
        .refusal(request.key())
        .orElseGet(
            () -> {
              boolean scenarioLooked =
                  plan.trace().steps().stream()
                      .anyMatch(step -> step.scenario().equals(request.scenario()));
              boolean anchorThere =
                  request.anchor().equals(facts.evidence().reference())
                      || facts.events().stream()
                          .anyMatch(event -> event.reference().equals(request.anchor()));
              if (!anchorThere) {
                return Reason.ANCHOR_GONE;
              }
              return scenarioLooked ? Reason.NOT_IN_PLAN : Reason.SCENARIO_INACTIVE;
            });
  }
}
