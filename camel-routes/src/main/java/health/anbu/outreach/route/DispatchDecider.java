package health.anbu.outreach.route;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.Button;
import health.anbu.outreach.contact.ContactDecision;
import health.anbu.outreach.contact.ContactMoment;
import health.anbu.outreach.contact.ContactPolicies;
import health.anbu.outreach.contact.Lookup;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Permit;
import health.anbu.outreach.contact.Picture;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SharedNumber;
import health.anbu.outreach.content.ContentImage;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.Household;
import health.anbu.outreach.plan.Joined;
import health.anbu.outreach.plan.Judgement;
import health.anbu.outreach.plan.MessageRecord;
import health.anbu.outreach.plan.OpenHours;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
  private final MessageComposer composer;
  private final ClinicPolicy clinic;
  private final OutreachSettings settings;
  private final HighWater highWater;
  private final StandingStops stops;
  private final Allowance allowance;
  private final Clock clock;
  private final Digests digests;

  DispatchDecider(
      PatientReconciler reconciler,
      MessageComposer composer,
      ClinicPolicy clinic,
      OutreachSettings settings,
      HighWater highWater,
      StandingStops stops,
      Allowance allowance,
      Clock clock) {
    this.highWater = highWater;
    this.stops = stops;
    this.allowance = allowance;
    this.reconciler = reconciler;
    this.composer = composer;
    this.clinic = clinic;
    this.settings = settings;
    this.clock = clock;
    this.digests = new Digests(composer, clinic, reconciler::mayBeUnderWay);
  }

  /** What to do with one due message. */
  sealed interface Decision {

    record Send(Dispatch dispatch) implements Decision {}

    /**
     * Not now; the request keeps its plan and gets a later due time.
     *
     * @param together the others of its digest, which wait with it
     */
    record Defer(
        DueMessage due,
        PatientFacts facts,
        RequestRecord request,
        Instant until,
        Reason reason,
        List<RequestRecord> together)
        implements Decision {
      Defer(
          DueMessage due, PatientFacts facts, RequestRecord request, Instant until, Reason reason) {
        this(due, facts, request, until, reason, List.of());
      }
    }

    /**
     * Never: the request is revoked with this reason.
     *
     * @param detail what to mend, without any value of a record; null where the reason says all
     */
    record Skip(
        DueMessage due, PatientFacts facts, RequestRecord request, Reason reason, String detail)
        implements Decision {}

    /** Shadow mode: what would have gone is recorded. */
    record Hold(Dispatch dispatch) implements Decision {}

    /** The timer was out of date. */
    record Drop(DueMessage due) implements Decision {}

    /** The request is due later than the timer thought. */
    record Wait(DueMessage due, Instant until) implements Decision {}

    /** The plan has changed: the patient is reconciled first. */
    record Replan(DueMessage due) implements Decision {}

    /** Requests that go as one message: marked first, looked at again, and then sent. */
    record Join(DueMessage due, PatientFacts facts, List<RequestRecord> requests, Joined into)
        implements Decision {}

    /**
     * A send may have happened, and there is nothing left to ask the provider with.
     *
     * @param together the other requests that the same message was for
     */
    record Uncertain(
        DueMessage due, PatientFacts facts, RequestRecord request, List<RequestRecord> together)
        implements Decision {
      Uncertain(DueMessage due, PatientFacts facts, RequestRecord request) {
        this(due, facts, request, Digests.marked(request, facts));
      }
    }
  }

  List<Decision> decide(List<DueMessage> due) {
    Instant now = clock.instant();
    stops.lookAgain();
    Map<String, PatientFacts> facts =
        reconciler.facts(due.stream().map(m -> m.timer().patient()).toList());
    Map<String, OutreachPlan> plans = new HashMap<>();
    List<Decision> decisions = new ArrayList<>();
    due.stream()
        .sorted(order(due, facts, plans, now))
        .forEach(
            message -> {
              PatientFacts patient = facts.get(message.timer().patient());
              decisions.add(
                  patient == null
                      ? new Decision.Drop(message)
                      : unlessStopped(message, patient, now)
                          .orElseGet(() -> decide(message, patient, plans, now)));
            });
    return decisions;
  }

  /** Nothing is lost by a stop: the message waits, and says once why. */
  private Optional<Decision> unlessStopped(DueMessage due, PatientFacts facts, Instant now) {
    return facts.requests().stream()
        .filter(request -> request.id().equals(due.request()) && request.active())
        .filter(request -> stops.hold(request.scenario(), facts))
        .findFirst()
        .map(request -> stopped(due, facts, request, now.plus(LOOK_AGAIN)));
  }

  private static Decision stopped(
      DueMessage due, PatientFacts facts, RequestRecord request, Instant until) {
    boolean said = Reason.KILL_SWITCH.code().equals(request.reason());
    return said || due.timer().suspect()
        ? new Decision.Wait(due, until)
        : new Decision.Defer(due, facts, request, until, Reason.KILL_SWITCH);
  }

  /** Whether it may be handed to a provider at this very moment. */
  boolean stopped(Dispatch dispatch) {
    return dispatch.requests().stream()
        .anyMatch(request -> stops.hold(request.scenario(), dispatch.facts()));
  }

  /** It had been decided to go, and was stopped on the way. */
  Decision stoppedOnTheWay(Dispatch dispatch) {
    allowance.release(dispatch.facts(), dispatch.request());
    if (!stops.hold(dispatch.request().scenario(), dispatch.facts())) {
      return new Decision.Wait(dispatch.due(), clock.instant());
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

  private Decision decide(
      DueMessage due, PatientFacts facts, Map<String, OutreachPlan> plans, Instant now) {
    RequestRecord request =
        facts.requests().stream()
            .filter(r -> r.id().equals(due.request()))
            .findFirst()
            .orElse(null);
    if (request == null || recorded(facts, request)) {
      return new Decision.Drop(due);
    }
    if (due.timer().suspect() && request.joined() != null && !request.leads()) {
      return decide(due.cleared(), facts, plans, now);
    }
    boolean suspect = due.timer().suspect();
    if (!request.active()) {
      return suspect ? new Decision.Uncertain(due, facts, request) : new Decision.Drop(due);
    }
    if (request.due().isAfter(now) && !suspect) {
      return new Decision.Wait(due, request.due());
    }
    if (!suspect && digests.goesWithAnother(request, facts, now)) {
      return new Decision.Wait(due, now.plus(WITH_ANOTHER));
    }
    OutreachPlan plan = plans.computeIfAbsent(facts.id(), id -> reconciler.plan(facts, now));
    PlannedMessage planned = plan.message(request.key()).orElse(null);
    if (planned == null && suspect) {
      return new Decision.Uncertain(due, facts, request);
    }
    boolean moved = planned == null || !planned.due().toInstant().equals(request.plannedDue());
    if (moved && !suspect) {
      return new Decision.Replan(due);
    }
    Optional<Decision> household =
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
    Decision decision = decide(due, reached, judged, planned, counted, now);
    decision =
        digests.settle(
            decision, planned, plan, reached, now, other -> alone(other, plan, reached, counted));
    if (capped && decision instanceof Decision.Send send && !send.dispatch().isSuspect()) {
      decision = unlessOutranked(send, judged, planned, plan, reached, counted, now);
    }
    decision = allowance.settle(decision, planned, now);
    if (capped && !(decision instanceof Decision.Send)) {
      allowance.release(facts, judged);
    }
    return decision;
  }

  /**
   * The last place under a cap belongs to what is more urgent and due as well: this one looks again
   * when that is recorded. Where it would be over by then, it does not wait.
   */
  private Decision unlessOutranked(
      Decision.Send send,
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
                instanceof Decision.Send;
    return room ? send : new Decision.Wait(send.dispatch().due(), later);
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
  private Optional<Decision> household(
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
        .<Decision>map(
            told ->
                new Decision.Skip(
                    due, facts, request, Reason.HOUSEHOLD_TOLD, told.evidence().reference()))
        .or(() -> household.before().map(first -> new Decision.Wait(due, turn(first, now))));
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
    Decision decision = decide(due, facts, request, planned, counted, now);
    if (decision instanceof Decision.Hold hold) {
      return Optional.of(hold.dispatch());
    }
    return decision instanceof Decision.Send send
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

  private static Stream<MessageRecord> attempts(PatientFacts facts, RequestRecord request) {
    return facts.messages().stream().filter(m -> m.speaksFor(request));
  }

  private Decision decide(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      List<Instant> counted,
      Instant now) {
    List<MessageRecord> earlier = attempts(facts, request).toList();
    Set<String> tried =
        earlier.stream()
            .filter(m -> m.status().failed())
            .map(MessageRecord::channel)
            .collect(Collectors.toSet());
    Permit permit = permit(planned, facts, now);
    List<String> untried = permit.channels().stream().filter(c -> !tried.contains(c)).toList();
    if (permit.granted() && untried.isEmpty()) {
      return new Decision.Skip(due, facts, request, Reason.CHANNELS_EXHAUSTED, null);
    }
    List<String> left = sayable(facts, planned, permit, untried);
    int attempt = earlier.stream().mapToInt(MessageRecord::attempt).max().orElse(0) + 1;
    boolean suspect = due.timer().suspect();
    if (suspect && !permit.granted()) {
      return new Decision.Uncertain(due, facts, request);
    }
    boolean canAsk =
        permit.granted() && Lookup.of(left.get(0)) == Lookup.BY_QUERY && known(request, planned);
    if (!suspect && permit.granted() && mayHaveGoneOut(due, request, attempt, canAsk, now)) {
      return canAsk
          ? firstThatFits(
              due.asSuspect(), facts, request, planned, permit, left, counted, attempt, now)
          : new Decision.Uncertain(due, facts, request);
    }
    return firstThatFits(due, facts, request, planned, permit, left, counted, attempt, now);
  }

  /** What is too long for one channel goes by the next, which is asked from the start. */
  private Decision firstThatFits(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      Permit permit,
      List<String> channels,
      List<Instant> counted,
      int attempt,
      Instant now) {
    Decision decision =
        objection(due, facts, request, planned, permit, channels, counted, now)
            .orElseGet(() -> render(due, facts, request, planned, permit, channels, attempt, now));
    if (channels.size() < 2
        || !(decision instanceof Decision.Skip skip && skip.reason() == Reason.TOO_LONG)) {
      return decision;
    }
    List<String> others = channels.subList(1, channels.size());
    return firstThatFits(due, facts, request, planned, permit, others, counted, attempt, now);
  }

  /** Why it may not go by the first of the channels now. */
  private Optional<Decision> objection(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      Permit permit,
      List<String> channels,
      List<Instant> counted,
      Instant now) {
    boolean suspect = due.timer().suspect();
    // A question that is asked by sending again has to ask every policy too.
    if (suspect && Lookup.of(channels.get(0)) != Lookup.BY_REPEAT) {
      return Optional.empty();
    }
    ContactMoment moment =
        new ContactMoment(
            permit,
            channels.isEmpty() ? "" : channels.get(0),
            now,
            facts.zoneOr(clinic.zone()),
            planned.sendBy(),
            clinic.law(facts),
            clinic.cap(),
            counted,
            planned.step().anyHour(),
            OpenHours.from(planned, facts, clinic, now));
    ContactDecision decision = ContactPolicies.decide(moment);
    if (decision instanceof ContactDecision.Defer defer) {
      return Optional.of(
          suspect
              ? new Decision.Wait(due, defer.until())
              : new Decision.Defer(due, facts, request, defer.until(), defer.reason()));
    }
    if (decision instanceof ContactDecision.Skip skip) {
      return Optional.of(
          suspect
              ? new Decision.Uncertain(due, facts, request)
              : new Decision.Skip(due, facts, request, skip.reason(), null));
    }
    return Optional.empty();
  }

  /** What goes with others is asked for only by the id of the message that it was marked with. */
  private static boolean known(RequestRecord request, PlannedMessage planned) {
    return planned.step().timing().digest() == null || request.leads();
  }

  /** Where nothing may be said on any channel, rendering tells why. */
  private List<String> sayable(
      PatientFacts facts, PlannedMessage planned, Permit permit, List<String> channels) {
    List<String> sayable = composer.sayable(facts, planned, channels, permit.sentAs(), clinic);
    return sayable.isEmpty() ? channels : sayable;
  }

  /**
   * In the time that a back-up lacks. Where the provider has no question of its own, only what was
   * due then is doubted: for the rest, staff would have to look after every message for a week.
   */
  private boolean mayHaveGoneOut(
      DueMessage due, RequestRecord request, int attempt, boolean canAsk, Instant now) {
    return due.timer().absent() < attempt
        && highWater
            .lostTime()
            .filter(lost -> canAsk ? lost.mayHaveSent(request, now) : lost.covers(request))
            .isPresent();
  }

  private Permit permit(PlannedMessage planned, PatientFacts facts, Instant now) {
    return Permit.ask(
        planned.step().purpose(),
        planned.step().critical(),
        clinic.channelOrder(),
        facts.addresses(),
        facts.consentsFor(
            planned.step(), planned.anchor(), planned.anchorDate(), clinic.law(facts).on(now)),
        clinic.law(facts),
        now);
  }

  private Decision render(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      Permit permit,
      List<String> channels,
      int attempt,
      Instant now) {
    String channel = channels.get(0);
    String to = address(facts, channel);
    if (settings.mode() == Mode.LIVE && !mayReceive(to)) {
      return new Decision.Skip(due, facts, request, Reason.NOT_ON_ALLOW_LIST, null);
    }
    Rendering rendering = composer.compose(facts, planned, channel, permit.sentAs(), clinic, now);
    if (rendering instanceof Rendering.NotRendered not) {
      Reason reason = Reason.of(not.reason()).orElse(Reason.MISSING_VARIABLE);
      return new Decision.Skip(due, facts, request, reason, not.detail());
    }
    Rendering.Rendered rendered = (Rendering.Rendered) rendering;
    if (tooLong(facts, permit.sentAs(), permit.consented().contains(channel), channel, rendered)) {
      return new Decision.Skip(due, facts, request, Reason.TOO_LONG, null);
    }
    Dispatch dispatch =
        new Dispatch(
            due,
            facts,
            request,
            attempt,
            channels.subList(1, channels.size()),
            permit.sentAs(),
            rendered,
            message(
                DerivedId.of(request.key() + "|" + attempt),
                channel,
                to,
                rendered,
                permit.sentAs() == Purpose.ADVERTISING),
            List.of(),
            null);
    return settings.mode().sends() ? new Decision.Send(dispatch) : new Decision.Hold(dispatch);
  }

  /** Some laws let a text go without consent only while it is short. */
  private boolean tooLong(
      PatientFacts facts,
      Purpose sentAs,
      boolean consented,
      String channel,
      Rendering.Rendered text) {
    Integer longest = clinic.law(facts).on(clock.instant()).rule(sentAs, channel).longest();
    return longest != null && !consented && text.text().length() > longest;
  }

  private boolean mayReceive(String to) {
    List<String> allowed = settings.live().allowList();
    return allowed.isEmpty() || allowed.contains(to);
  }

  private static String address(PatientFacts facts, String channel) {
    return facts.addresses().stream()
        .filter(address -> address.takes(channel))
        .map(Address::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no address for " + channel));
  }

  static OutgoingMessage message(
      String id, String channel, String to, Rendering.Rendered rendered, boolean advertising) {
    return new OutgoingMessage(
        id,
        channel,
        to,
        rendered.title(),
        rendered.text(),
        rendered.language(),
        null,
        rendered.parameters(),
        rendered.buttons().stream().map(b -> new Button(b.label(), b.url())).toList(),
        advertising,
        picture(rendered.image()));
  }

  private static Picture picture(ContentImage image) {
    return image == null ? null : new Picture(image.contentType(), image.url(), image.title());
  }
}
