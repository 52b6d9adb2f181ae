package health.anbu.outreach.route;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is counted over all nodes before a message goes: frequency caps, and so many at once. */
final class Allowance {

  private static final List<String> PRIORITIES = List.of("stat", "asap", "urgent", "routine");

  private final Throttle throttle;
  private final CapClaims claims;

  Allowance(Throttle throttle, CapClaims claims) {
    this.throttle = throttle;
    this.claims = claims;
  }

  boolean throttles() {
    return throttle.limits();
  }

  /** By the priority that its scenario gives it; the most urgent first. */
  static int rank(PatientFacts facts, OutreachPlan plan, String request) {
    return facts.requests().stream()
        .filter(r -> r.id().equals(request))
        .findFirst()
        .flatMap(r -> plan.message(r.key()))
        .map(message -> message.step().priority())
        .map(PRIORITIES::indexOf)
        .filter(rank -> rank >= 0)
        .orElse(PRIORITIES.indexOf("routine"));
  }

  /** What is due as well, as planned, and more urgent. */
  static List<RequestRecord> before(
      PatientFacts facts, OutreachPlan plan, RequestRecord request, Instant now) {
    int own = rank(facts, plan, request.id());
    return facts.requests().stream()
        .filter(other -> other.active() && !other.due().isAfter(now))
        .filter(other -> rank(facts, plan, other.id()) < own)
        .filter(
            other ->
                plan.message(other.key())
                    .filter(message -> message.due().toInstant().equals(other.plannedDue()))
                    .isPresent())
        .toList();
  }

  /** When messages of this patient that are on their way were decided; capped ones only. */
  List<Instant> underWay(PatientFacts facts, RequestRecord request, Instant now) {
    Set<String> recorded =
        facts.messages().stream()
            .flatMap(message -> message.requests().stream())
            .collect(Collectors.toSet());
    return claims.claim(facts.id(), request.id(), recorded, now);
  }

  /** It does not go now after all. */
  void release(PatientFacts facts, RequestRecord request) {
    claims.release(facts.id(), request.id());
  }

  /** What was decided, or later where the channel has no room now. */
  DispatchDecision settle(DispatchDecision decision, PlannedMessage planned, Instant now) {
    return decision instanceof DispatchDecision.Send send && !send.dispatch().isSuspect()
        ? throttled(send, planned, now)
        : decision;
  }

  private DispatchDecision throttled(
      DispatchDecision.Send send, PlannedMessage planned, Instant now) {
    if (!throttle.limits()) {
      return send;
    }
    Dispatch dispatch = send.dispatch();
    Optional<Instant> later = throttle.take(dispatch.getChannel(), now);
    if (later.isEmpty()) {
      return send;
    }
    boolean tooLate = planned.sendBy() != null && !later.get().isBefore(planned.sendBy());
    return tooLate
        ? new DispatchDecision.Skip(
            dispatch.due(), dispatch.facts(), dispatch.request(), Reason.THROTTLED, null)
        : new DispatchDecision.Defer(
            dispatch.due(),
            dispatch.facts(),
            dispatch.request(),
            later.get(),
            Reason.THROTTLED,
            dispatch.together());
  }
}
