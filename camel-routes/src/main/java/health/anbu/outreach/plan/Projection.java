package health.anbu.outreach.plan;

import health.anbu.outreach.contact.ContactDecision;
import health.anbu.outreach.contact.ContactMoment;
import health.anbu.outreach.contact.ContactPolicies;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Permit;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What will go out to a patient if nothing else happens: the planner and every policy, carried on
 * in time. It writes nothing; what it says of a day is what that day brings, as long as the records
 * stay as they are and the providers take what they get.
 */
public final class Projection {

  /** No patient has so many; a scenario that goes round in a circle ends here. */
  private static final int MOST = 5_000;

  /** What only the words and the scenarios know. */
  public interface Sending {
    OutreachPlan plan(PatientFacts facts, Instant now);

    /** Those of the channels on which there are words for it; all where there are none. */
    List<String> sayable(PatientFacts facts, PlannedMessage message, List<String> channels);

    /** The kill switches that there are. */
    default List<Stop> stops() {
      return List.of();
    }

    /** The other patients who have the number. */
    default Collection<PatientFacts> sharing(PatientFacts facts) {
      return List.of();
    }

    /** Whether these can be one message on this channel. */
    boolean join(PatientFacts facts, List<PlannedMessage> messages, String channel, Instant now);
  }

  /**
   * A message that will go.
   *
   * @param waited why it goes later than planned; null where it does not
   * @param written whether its request exists already
   * @param with key of the message that it goes with as one; null where it goes alone or leads
   */
  public record Send(
      PlannedMessage message,
      Instant at,
      String channel,
      Purpose sentAs,
      Reason waited,
      boolean written,
      String with) {}

  /** A message that is planned and will not go. */
  public record Lost(PlannedMessage message, Instant at, Reason reason) {}

  /** A message that waits from this time on until somebody lets it go. */
  public record Held(PlannedMessage message, Instant at, Reason reason) {}

  /** In the order of their times. */
  public record Outlook(List<Send> sends, List<Lost> lost, List<Held> held) {
    public Outlook {
      sends = List.copyOf(sends);
      lost = List.copyOf(lost);
      held = List.copyOf(held);
    }
  }

  private record Paper(String reference) implements Evidence {
    @Override
    public String versioned() {
      return reference;
    }
  }

  private final ClinicPolicy clinic;
  private final Sending sending;
  private final Set<String> written;
  private final Map<String, Reason> waited = new HashMap<>();
  private final List<Send> sends = new ArrayList<>();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final Map<String, Instant> looks = new HashMap<>();
  private final ProjectedStops stops;
  private final ProjectedHousehold household;
  private PatientFacts facts;
  private Instant now;

  private Projection(
      PatientFacts facts,
      ClinicPolicy clinic,
      Sending sending,
      Instant from,
      ProjectedHousehold household) {
    this.facts = facts;
    this.household = household;
    this.stops = new ProjectedStops(sending.stops());
    this.clinic = clinic;
    this.sending = sending;
    this.now = from;
    this.written =
        facts.requests().stream()
            .filter(RequestRecord::active)
            .map(RequestRecord::key)
            .collect(Collectors.toSet());
    facts.requests().stream()
        .filter(request -> request.active() && !request.due().equals(request.plannedDue()))
        .forEach(r -> Reason.of(r.reason()).ifPresent(reason -> waited.put(r.key(), reason)));
  }

  /**
   * @param until the first instant that is no longer asked about
   */
  public static Outlook of(
      PatientFacts facts, ClinicPolicy clinic, Sending sending, Instant from, Instant until) {
    Supplier<List<ProjectedHousehold.Member>> family =
        () ->
            sending.sharing(facts).stream()
                .map(
                    other ->
                        new ProjectedHousehold.Member(
                            other,
                            of(other, clinic, sending, from, until, () -> List.of()).sends()))
                .toList();
    return of(facts, clinic, sending, from, until, family);
  }

  private static Outlook of(
      PatientFacts facts,
      ClinicPolicy clinic,
      Sending sending,
      Instant from,
      Instant until,
      Supplier<List<ProjectedHousehold.Member>> family) {
    ProjectedHousehold household = new ProjectedHousehold(clinic, family);
    Projection projection = new Projection(facts, clinic, sending, from, household);
    projection.run(until);
    return new Outlook(projection.sends, projection.lost, projection.held);
  }

  private void run(Instant until) {
    for (int i = 0; i < MOST; i++) {
      reconcile();
      Instant next =
          facts.requests().stream()
              .filter(RequestRecord::active)
              .map(this::look)
              .min(Comparator.naturalOrder())
              .orElse(until);
      now = next.isAfter(now) ? next : now;
      if (!now.isBefore(until)) {
        return;
      }
      due().forEach(this::dispatch);
    }
  }

  private List<String> due() {
    return facts.requests().stream()
        .filter(request -> request.active() && !look(request).isAfter(now))
        .map(RequestRecord::id)
        .sorted()
        .toList();
  }

  /** When its timer fires: later than it is due where it waits for somebody. */
  private Instant look(RequestRecord request) {
    Instant again = looks.getOrDefault(request.id(), Instant.MIN);
    return again.isAfter(request.due()) ? again : request.due();
  }

  // --- as the reconciler does

  private void reconcile() {
    Reconciliation difference = Reconciliation.of(facts, sending.plan(facts, now));
    Map<String, RequestRecord> after = new HashMap<>();
    facts.requests().forEach(request -> after.put(request.key(), request));
    difference.creates().forEach(c -> after.put(c.message().key(), request(c.message())));
    difference.moves().forEach(m -> after.put(m.message().key(), request(m.message())));
    difference
        .revokes()
        .forEach(
            r ->
                after.put(
                    r.request().key(),
                    r.request().ended(RequestRecord.Status.REVOKED, r.reason())));
    facts = facts.later(List.copyOf(after.values()), facts.messages());
  }

  private static RequestRecord request(PlannedMessage message) {
    String id = DerivedId.of(message.key());
    Instant due = message.due().toInstant();
    return new RequestRecord(
            new Paper("CommunicationRequest/" + id),
            id,
            null,
            message.key(),
            message.scenario().id(),
            message.scenario().canonical(),
            message.anchor().reference(),
            message.permit().sentAs(),
            message.permit().channels(),
            RequestRecord.Status.ACTIVE,
            due,
            due,
            message.anchorDate().toInstant(),
            null,
            false)
        .golden(message.step().golden() == null ? null : message.step().golden().planned());
  }

  // --- as the dispatcher does

  private void dispatch(String id) {
    RequestRecord request = request(id);
    if (!request.active() || look(request).isAfter(now)) {
      return;
    }
    OutreachPlan plan = sending.plan(facts, now);
    Optional<PlannedMessage> planned =
        plan.message(request.key())
            .filter(message -> message.due().toInstant().equals(request.plannedDue()));
    if (planned.isEmpty()) {
      reconcile();
      return;
    }
    PlannedMessage message = planned.get();
    if (stops.hold(request.scenario(), facts, now)) {
      stop(request, message);
      return;
    }
    if (household.told(request, message, facts, now)) {
      lose(request, message, Reason.HOUSEHOLD_TOLD);
      return;
    }
    Decided decided = decide(message);
    if (decided.decision() instanceof ContactDecision.Defer defer) {
      defer(request, defer.until(), defer.reason());
    } else if (decided.decision() instanceof ContactDecision.Skip skip) {
      lose(request, message, skip.reason());
    } else {
      send(request, message, decided, plan);
    }
  }

  private void lose(RequestRecord request, PlannedMessage message, Reason reason) {
    replace(request.ended(RequestRecord.Status.REVOKED, reason));
    lost.add(new Lost(message, now, reason));
  }

  /** It says once why it waits, and looks again until the switch is lifted. */
  private void stop(RequestRecord request, PlannedMessage message) {
    Optional<Instant> again = stops.again(request.scenario(), facts, now);
    looks.put(request.id(), again.orElse(Instant.MAX));
    if (again.isEmpty()) {
      held.add(new Held(message, now, Reason.KILL_SWITCH));
    } else {
      waited.put(request.key(), Reason.KILL_SWITCH);
    }
  }

  /** What the policies say of a message alone, and over which channels it would go. */
  private record Decided(ContactDecision decision, Permit permit, List<String> channels) {
    boolean sends() {
      return decision instanceof ContactDecision.Send;
    }
  }

  private Decided decide(PlannedMessage message) {
    PatientFacts reached = facts.reached(clinic, now);
    Permit permit =
        reached.permit(message.step(), message.anchor(), message.anchorDate(), clinic, now);
    List<String> channels = sending.sayable(reached, message, permit.channels());
    String first = channels.isEmpty() ? "" : channels.get(0);
    ContactMoment moment = message.moment(permit, first, facts, clinic, facts.countedSends(), now);
    return new Decided(ContactPolicies.decide(moment), permit, channels);
  }

  private void send(
      RequestRecord request, PlannedMessage message, Decided decided, OutreachPlan plan) {
    Optional<Digest> digest = Digest.of(message, plan, facts, clinic, now);
    Optional<Instant> later = digest.flatMap(Digest::waitFor);
    if (later.isPresent()) {
      defer(request, later.get(), Reason.DIGEST);
      return;
    }
    List<PlannedMessage> together = new ArrayList<>(List.of(message));
    digest.ifPresent(d -> d.together().forEach(other -> join(other, together, decided)));
    for (PlannedMessage one : together) {
      sends.add(
          new Send(
              one,
              now,
              decided.channels().get(0),
              decided.permit().sentAs(),
              waited.get(one.key()),
              written.contains(one.key()),
              one == message ? null : message.key()));
    }
    record(request, together, decided);
  }

  private void join(PlannedMessage other, List<PlannedMessage> together, Decided decided) {
    if (other.key().equals(together.get(0).key())
        || stops.hold(other.scenario().id(), facts, now)
        || household.told(request(DerivedId.of(other.key())), other, facts, now)) {
      return;
    }
    Decided alone = decide(other);
    List<PlannedMessage> all = new ArrayList<>(together);
    all.add(other);
    PatientFacts reached = facts.reached(clinic, now);
    if (alone.sends()
        && alone.channels().equals(decided.channels())
        && sending.join(reached, all, decided.channels().get(0), now)) {
      together.add(other);
    }
  }

  private void record(RequestRecord request, List<PlannedMessage> together, Decided decided) {
    Set<String> ids =
        together.stream().map(one -> DerivedId.of(one.key())).collect(Collectors.toSet());
    List<MessageRecord> messages = new ArrayList<>(facts.messages());
    messages.add(
        new MessageRecord(
            "projected-" + messages.size(),
            request.id(),
            1,
            decided.channels().get(0),
            decided.permit().sentAs(),
            DeliveryStatus.ACCEPTED,
            now,
            null,
            ids));
    facts =
        facts.later(
            facts.requests().stream()
                .map(r -> ids.contains(r.id()) ? r.ended(RequestRecord.Status.COMPLETED, null) : r)
                .toList(),
            messages);
  }

  private void defer(RequestRecord request, Instant until, Reason reason) {
    boolean onlyTheHour = reason == Reason.SEND_WINDOW || reason == Reason.QUIET_HOURS;
    waited.merge(request.key(), reason, (before, after) -> onlyTheHour ? before : after);
    replace(request.due(until));
  }

  private RequestRecord request(String id) {
    return facts.requests().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private void replace(RequestRecord changed) {
    facts =
        facts.later(
            facts.requests().stream().map(r -> r.id().equals(changed.id()) ? changed : r).toList(),
            facts.messages());
  }
}
