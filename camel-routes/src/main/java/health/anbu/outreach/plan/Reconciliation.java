package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The difference between the plan and the requests that exist. Carried out twice it changes nothing
 * the second time.
 */
public record Reconciliation(
    List<Create> creates, List<Move> moves, List<Revoke> revokes, Trace trace) {

  /** A request that should exist and does not, or was revoked and may come back. */
  public record Create(PlannedMessage message, RequestRecord revoked) {}

  public record Move(RequestRecord request, PlannedMessage message) {}

  public record Revoke(RequestRecord request, Reason reason) {}

  public Reconciliation {
    creates = List.copyOf(creates);
    moves = List.copyOf(moves);
    revokes = List.copyOf(revokes);
  }

  public Reconciliation(List<Create> creates, List<Move> moves, List<Revoke> revokes) {
    this(creates, moves, revokes, new Trace());
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
      } else if (request.active() && differs(request, message)) {
        moves.add(new Move(request, message));
      } else if (mayReturn(request, message, facts)) {
        creates.add(new Create(message, request));
      }
    }
    return new Reconciliation(creates, moves, revokes(facts, plan), plan.trace());
  }

  /** What the rules said of the step; for one that nobody asks for, that it is not in the plan. */
  public List<Trace.Entry> rules(String key) {
    return trace.rules(key);
  }

  /** The same for a request that is taken back. */
  public List<Trace.Entry> rules(Revoke revoke) {
    List<Trace.Entry> said = trace.rules(revoke.request().key());
    if (said.stream().anyMatch(entry -> !entry.passed())) {
      return said;
    }
    List<Trace.Entry> all = new ArrayList<>(said);
    List<String> inputs = List.of(revoke.request().evidence().versioned());
    all.add(new Trace.Entry(Explanation.IN_PLAN, revoke.reason(), "", inputs));
    return all;
  }

  /** When each request is due once this is carried out, by its id; empty where it is not active. */
  public Map<String, Optional<Instant>> dueTimes(PatientFacts facts) {
    Map<String, Optional<Instant>> due = new HashMap<>();
    facts.requests().forEach(r -> due.put(r.id(), Optional.of(r.due()).filter(at -> r.active())));
    creates.forEach(c -> due.put(DerivedId.of(c.message().key()), dueTime(c.message())));
    moves.forEach(m -> due.put(m.request().id(), dueTime(m.message())));
    revokes.forEach(r -> due.put(r.request().id(), Optional.empty()));
    return due;
  }

  /** As it is stored: FHIR keeps seconds. */
  private static Optional<Instant> dueTime(PlannedMessage message) {
    return Optional.of(message.due().toInstant().truncatedTo(ChronoUnit.SECONDS));
  }

  private static boolean moved(RequestRecord request, PlannedMessage message) {
    return !message.due().toInstant().equals(request.plannedDue());
  }

  /** Another time, or consents and addresses that now lead over other channels. */
  private static boolean differs(RequestRecord request, PlannedMessage message) {
    return moved(request, message)
        || !message.permit().channels().equals(request.channels())
        || message.permit().sentAs() != request.purpose();
  }

  /**
   * Revoked becomes active again only while no message was accepted, and never against staff. What
   * was decided right before sending holds for that due time only.
   */
  private static boolean mayReturn(
      RequestRecord request, PlannedMessage message, PatientFacts facts) {
    return request.status() == RequestRecord.Status.REVOKED
        && !request.byStaff()
        && (!request.staysRevoked() || moved(request, message))
        && facts.messages().stream()
            .filter(attempt -> attempt.speaksFor(request))
            .noneMatch(attempt -> attempt.accepted() || attempt.uncertain());
  }

  private static List<Revoke> revokes(PatientFacts facts, OutreachPlan plan) {
    return facts.requests().stream()
        .filter(RequestRecord::active)
        .filter(request -> plan.message(request.key()).isEmpty())
        .map(request -> new Revoke(request, reason(request, facts, plan)))
        .toList();
  }

  static Reason reason(RequestRecord request, PatientFacts facts, OutreachPlan plan) {
    Optional<Reason> refusal = plan.trace().refusal(request.key());
    if (refusal.isPresent()) {
      // A request that was in time once can only be too late because its anchor moved.
      boolean moved = refusal.get() == Reason.TOO_LATE && isAppointment(request);
      return moved ? Reason.APPOINTMENT_MOVED : refusal.get();
    }
    if (!anchorThere(request, facts)) {
      return Reason.ANCHOR_GONE;
    }
    List<Trace.StepTrace> looked =
        plan.trace().steps().stream()
            .filter(step -> step.scenario().equals(request.scenario()))
            .toList();
    if (looked.stream().anyMatch(step -> base(step.key()).equals(base(request.key())))) {
      return isAppointment(request) ? Reason.APPOINTMENT_MOVED : Reason.PROGRAMME_OVER;
    }
    return looked.isEmpty() ? Reason.SCENARIO_INACTIVE : Reason.NOT_IN_PLAN;
  }

  /** The key without the date of its occurrence. */
  private static String base(String key) {
    return key.replaceFirst("@.*$", "");
  }

  private static boolean isAppointment(RequestRecord request) {
    return request.anchor().startsWith("Appointment/");
  }

  private static boolean anchorThere(RequestRecord request, PatientFacts facts) {
    return request.anchor().equals(facts.evidence().reference())
        || facts.events().stream().anyMatch(event -> event.reference().equals(request.anchor()))
        || facts.contacts().stream().anyMatch(c -> c.reference().equals(request.anchor()));
  }
}
