package health.anbu.outreach.route;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SharedNumber;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.Household;
import health.anbu.outreach.plan.Judgement;
import health.anbu.outreach.plan.MessageRecord;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.ProjectedStops;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Decides about messages whose time has come: plans again from facts read this moment and asks
 * every contact policy. Nothing is sent on what was known when it was planned.
 */
final class DispatchDecider {

  private static final Duration LOOK_AGAIN = ProjectedStops.LOOK_AGAIN;

  /** How soon the next of a household looks whether the one before has been told. */
  private static final Duration TURN = Duration.ofSeconds(10);

  /** The message that it goes with is recorded by then, or is tried again. */
  private static final Duration WITH_ANOTHER = Duration.ofMinutes(1);

  private final PatientReconciler reconciler;
  private final ClinicPolicy clinic;
  private final StandingStops stops;
  private final Allowance allowance;
  private final Clock clock;
  private final Digests digests;
  private final SendAttempt.Means means;

  DispatchDecider(
      PatientReconciler reconciler,
      MessageComposer composer,
      ClinicPolicy clinic,
      OutreachSettings settings,
      HighWater highWater,
      StandingStops stops,
      Allowance allowance,
      Clock clock) {
    this.stops = stops;
    this.allowance = allowance;
    this.reconciler = reconciler;
    this.clinic = clinic;
    this.clock = clock;
    this.means = new SendAttempt.Means(composer, clinic, settings, highWater);
    this.digests = new Digests(composer, clinic, reconciler::mayBeUnderWay);
  }

  List<DispatchDecision> decide(List<DueMessage> due) {
    Instant now = clock.instant();
    stops.lookAgain();
    Map<String, PatientFacts> facts =
        reconciler.facts(due.stream().map(m -> m.timer().patient()).toList());
    Map<String, OutreachPlan> plans = new HashMap<>();
    List<DispatchDecision> decisions = new ArrayList<>();
    due.stream()
        .sorted(order(due, facts, plans, now))
        .forEach(
            message -> {
              PatientFacts patient = facts.get(message.timer().patient());
              decisions.add(
                  patient == null
                      ? new DispatchDecision.Drop(message)
                      : unlessStopped(message, patient, now)
                          .orElseGet(() -> decide(message, patient, plans, now)));
            });
    return decisions;
  }

  /** Nothing is lost by a stop: the message waits, and says once why. */
  private Optional<DispatchDecision> unlessStopped(
      DueMessage due, PatientFacts facts, Instant now) {
    return facts.requests().stream()
        .filter(request -> request.id().equals(due.request()) && request.active())
        .filter(request -> stops.hold(request.scenario(), facts))
        .findFirst()
        .map(request -> stopped(due, facts, request, now.plus(LOOK_AGAIN)));
  }

  private static DispatchDecision stopped(
      DueMessage due, PatientFacts facts, RequestRecord request, Instant until) {
    boolean said = Reason.KILL_SWITCH.code().equals(request.reason());
    return said || due.timer().suspect()
        ? new DispatchDecision.Wait(due, until)
        : new DispatchDecision.Defer(due, facts, request, until, Reason.KILL_SWITCH);
  }

  /** Whether it may be handed to a provider at this very moment. */
  boolean stopped(Dispatch dispatch) {
    return dispatch.requests().stream()
        .anyMatch(request -> stops.hold(request.scenario(), dispatch.facts()));
  }

  /** It had been decided to go, and was stopped on the way. */
  DispatchDecision stoppedOnTheWay(Dispatch dispatch) {
    allowance.release(dispatch.facts(), dispatch.request());
    if (!stops.hold(dispatch.request().scenario(), dispatch.facts())) {
      return new DispatchDecision.Wait(dispatch.due(), clock.instant());
    }
    return stopped(
        dispatch.due(), dispatch.facts(), dispatch.request(), clock.instant().plus(LOOK_AGAIN));
  }

  /** Where not all may go at once, what is urgent goes first. */
  private Comparator<DueMessage> order(
      List<DueMessage> due,
      Map<String, PatientFacts> facts,
      Map<String, OutreachPlan> plans,
      Instant now) {
    Comparator<DueMessage> byRequest = Comparator.comparing(DueMessage::request);
    if (!allowance.throttles() || due.size() < 2) {
      return byRequest;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (DueMessage message : due) {
      PatientFacts patient = facts.get(message.timer().patient());
      if (patient != null) {
        OutreachPlan plan =
            plans.computeIfAbsent(patient.id(), id -> reconciler.plan(patient, now));
        ranks.put(message.request(), Allowance.rank(patient, plan, message.request()));
      }
    }
    return Comparator.comparing(
            (DueMessage m) -> ranks.getOrDefault(m.request(), Integer.MAX_VALUE))
        .thenComparing(byRequest);
  }

  private DispatchDecision decide(
      DueMessage due, PatientFacts facts, Map<String, OutreachPlan> plans, Instant now) {
    RequestRecord request =
        facts.requests().stream()
            .filter(r -> r.id().equals(due.request()))
            .findFirst()
            .orElse(null);
    if (request == null || recorded(facts, request)) {
      return new DispatchDecision.Drop(due);
    }
    if (due.timer().suspect() && request.joined() != null && !request.leads()) {
      return decide(due.cleared(), facts, plans, now);
    }
    boolean suspect = due.timer().suspect();
    if (!request.active()) {
      return suspect
          ? new DispatchDecision.Uncertain(due, facts, request)
          : new DispatchDecision.Drop(due);
    }
    if (request.due().isAfter(now) && !suspect) {
      return new DispatchDecision.Wait(due, request.due());
    }
    if (!suspect && digests.goesWithAnother(request, facts, now)) {
      return new DispatchDecision.Wait(due, now.plus(WITH_ANOTHER));
    }
    OutreachPlan plan = plans.computeIfAbsent(facts.id(), id -> reconciler.plan(facts, now));
    PlannedMessage planned = plan.message(request.key()).orElse(null);
    if (planned == null && suspect) {
      return new DispatchDecision.Uncertain(due, facts, request);
    }
    boolean moved = planned == null || !planned.due().toInstant().equals(request.plannedDue());
    if (moved && !suspect) {
      return new DispatchDecision.Replan(due);
    }
    Optional<DispatchDecision> household =
        suspect ? Optional.empty() : household(due, facts, request, planned, now);
    if (household.isPresent()) {
      return household.get();
    }
    RequestRecord judged = request.judged(Judgement.of(plan, request.key(), now));
    boolean capped = planned != null && capped(facts, planned, now);
    List<Instant> counted = new ArrayList<>(facts.countedSends());
    if (capped) {
      counted.addAll(allowance.underWay(facts, judged, now));
    }
    PatientFacts reached = facts.reached(clinic, now);
    DispatchDecision decision = decide(due, reached, judged, planned, counted, now);
    decision =
        digests.settle(
            decision, planned, plan, reached, now, other -> alone(other, plan, reached, counted));
    if (capped && decision instanceof DispatchDecision.Send send && !send.dispatch().isSuspect()) {
      decision = unlessOutranked(send, judged, planned, plan, reached, counted, now);
    }
    decision = allowance.settle(decision, planned, now);
    if (capped && !(decision instanceof DispatchDecision.Send)) {
      allowance.release(facts, judged);
    }
    return decision;
  }

  /**
   * The last place under a cap belongs to what is more urgent and due as well: this one looks again
   * when that is recorded. Where it would be over by then, it does not wait.
   */
  private DispatchDecision unlessOutranked(
      DispatchDecision.Send send,
      RequestRecord request,
      PlannedMessage planned,
      OutreachPlan plan,
      PatientFacts facts,
      List<Instant> counted,
      Instant now) {
    Instant later = now.plus(WITH_ANOTHER);
    if (request.joined() != null
        || (planned.sendBy() != null && !later.isBefore(planned.sendBy()))) {
      return send;
    }
    long before =
        Allowance.before(facts, plan, request, now).stream()
            .filter(other -> !recorded(facts, other))
            .flatMap(other -> plan.message(other.key()).stream())
            .filter(other -> capped(facts, other, now))
            .filter(other -> wouldGo(other, plan, facts, counted))
            .count();
    List<Instant> all = new ArrayList<>(counted);
    all.addAll(Collections.nCopies((int) before, now));
    boolean room =
        before == 0
            || decide(send.dispatch().due(), facts, request, planned, all, now)
                instanceof DispatchDecision.Send;
    return room ? send : new DispatchDecision.Wait(send.dispatch().due(), later);
  }

  private boolean wouldGo(
      PlannedMessage planned, OutreachPlan plan, PatientFacts facts, List<Instant> counted) {
    try {
      return alone(planned, plan, facts, counted).isPresent();
    } catch (FhirStore.StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // What cannot be decided about holds up no other; staff hear of it when its own turn comes.
      return false;
    }
  }

  /** Where one message is enough for all who have the number, the others wait for their turn. */
  private Optional<DispatchDecision> household(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      Instant now) {
    List<String> sharing = facts.surroundings().sharing();
    if (clinic.sharedNumber() != SharedNumber.HOUSEHOLD
        || sharing.isEmpty()
        || !facts.sharesNumber(clinic, planned.due().toInstant())
        || !attempts(facts, request).toList().isEmpty()) {
      return Optional.empty();
    }
    Household household =
        Household.of(facts.id(), request, reconciler.facts(sharing).values(), clinic.zone());
    return household
        .told()
        .<DispatchDecision>map(
            told ->
                new DispatchDecision.Skip(
                    due, facts, request, Reason.HOUSEHOLD_TOLD, told.evidence().reference()))
        .or(
            () ->
                household.before().map(first -> new DispatchDecision.Wait(due, turn(first, now))));
  }

  private static Instant turn(RequestRecord first, Instant now) {
    return first.due().isAfter(now) ? first.due().plus(TURN) : now.plus(TURN);
  }

  /** Another message of the patient, if nothing is against sending it now too. */
  private Optional<Dispatch> alone(
      PlannedMessage planned, OutreachPlan plan, PatientFacts facts, List<Instant> counted) {
    Instant now = clock.instant();
    RequestRecord request =
        facts.requests().stream()
            .filter(r -> r.key().equals(planned.key()))
            .findFirst()
            .orElseThrow()
            .judged(Judgement.of(plan, planned.key(), now));
    DueMessage due =
        new DueMessage(request.id(), DueTimer.fresh(facts.id()), new CompletableFuture<>());
    if (stops.hold(request.scenario(), facts)
        || household(due, facts, request, planned, now).isPresent()) {
      return Optional.empty();
    }
    DispatchDecision decision = decide(due, facts, request, planned, counted, now);
    if (decision instanceof DispatchDecision.Hold hold) {
      return Optional.of(hold.dispatch());
    }
    return decision instanceof DispatchDecision.Send send
        ? Optional.of(send.dispatch()).filter(dispatch -> !dispatch.isSuspect())
        : Optional.empty();
  }

  /** Whether anything limits how often this person hears of us. */
  private boolean capped(PatientFacts facts, PlannedMessage planned, Instant now) {
    Purpose counts = planned.permit().sentAs();
    return counts != Purpose.TRANSACTIONAL
        && (clinic.cap().messages() != null
            || planned.permit().channels().stream()
                .anyMatch(c -> !clinic.law(facts).on(now).rule(counts, c).caps().isEmpty()));
  }

  /** Something went out, or may have: the request is settled whatever its timer thinks. */
  private static boolean recorded(PatientFacts facts, RequestRecord request) {
    return attempts(facts, request).anyMatch(m -> m.accepted() || m.uncertain());
  }

  static Stream<MessageRecord> attempts(PatientFacts facts, RequestRecord request) {
    return facts.messages().stream().filter(m -> m.speaksFor(request));
  }

  private DispatchDecision decide(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      List<Instant> counted,
      Instant now) {
    return new SendAttempt(means, due, facts, request, planned, counted, now).decide();
  }
}
