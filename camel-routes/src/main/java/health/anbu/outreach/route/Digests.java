package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.Digest;
import health.anbu.outreach.plan.Joined;
import health.anbu.outreach.plan.Judgement;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Lets several messages go as one. Before a provider is called every request is marked with the id
 * of the one message, under its version: two nodes never take the same request along, and after a
 * kill it is known whom the message was for.
 */
final class Digests {

  private final MessageComposer composer;
  private final ClinicPolicy clinic;
  private final Predicate<String> underWay;

  /**
   * @param underWay whether the timer of a request, by its id, may be sending it
   */
  Digests(MessageComposer composer, ClinicPolicy clinic, Predicate<String> underWay) {
    this.composer = composer;
    this.clinic = clinic;
    this.underWay = underWay;
  }

  /** A message that would go, with the part of the plan that it is. */
  private record Part(PlannedMessage planned, Dispatch dispatch) {}

  /** The others that went, or may have gone, as the message that this request leads. */
  static List<RequestRecord> marked(RequestRecord request, PatientFacts facts) {
    return request.leads() && !isRecorded(request.joined(), facts)
        ? facts.requests().stream()
            .filter(other -> !other.id().equals(request.id()))
            .filter(other -> request.joined().equals(other.joined()))
            .toList()
        : List.of();
  }

  private static boolean isRecorded(Joined joined, PatientFacts facts) {
    return facts.messages().stream().anyMatch(message -> joined.message().equals(message.id()));
  }

  /** Another request's timer is sending it, or is about to. */
  boolean goesWithAnother(RequestRecord request, PatientFacts facts, Instant now) {
    return request.joined() != null && !request.leads() && isOnItsWay(request, facts, now);
  }

  private boolean isOnItsWay(RequestRecord request, PatientFacts facts, Instant now) {
    Joined joined = request.joined();
    if (isRecorded(joined, facts)) {
      return false;
    }
    Optional<RequestRecord> leader =
        facts.requests().stream()
            .filter(other -> other.id().equals(joined.leader()) && other.active())
            .findFirst();
    return leader.isPresent()
        ? joined.equals(leader.get().joined()) && !leader.get().due().isAfter(now)
        : underWay.test(joined.leader());
  }

  /**
   * What was decided about a message alone, for all that goes with it.
   *
   * @param alone what would become of another message of the patient
   */
  DispatchDecision settle(
      DispatchDecision decision,
      PlannedMessage planned,
      OutreachPlan plan,
      PatientFacts facts,
      Instant now,
      Function<PlannedMessage, Optional<Dispatch>> alone) {
    if (decision instanceof DispatchDecision.Send send && send.dispatch().isSuspect()) {
      return suspect(send, planned, plan, facts, now);
    }
    Optional<Dispatch> own = dispatch(decision);
    Optional<Digest> digest = own.flatMap(d -> Digest.of(planned, plan, facts, clinic, now));
    if (digest.isEmpty()) {
      return decision;
    }
    if (digest.get().waitFor().isPresent()) {
      Instant until = digest.get().waitFor().get();
      return new DispatchDecision.Defer(
          own.get().due(), facts, own.get().request(), until, Reason.DIGEST);
    }
    Part first = new Part(planned, own.get());
    List<Part> parts = parts(first, digest.get(), facts, now, alone);
    Joined into = new Joined(messageId(first, parts), own.get().request().id());
    Dispatch joined = join(first, parts, into.message(), facts, now);
    if (decision instanceof DispatchDecision.Hold) {
      return new DispatchDecision.Hold(joined);
    }
    return joined.requests().stream().allMatch(request -> into.equals(request.joined()))
        ? new DispatchDecision.Send(joined)
        : new DispatchDecision.Join(joined.due(), facts, joined.requests(), into);
  }

  private static Optional<Dispatch> dispatch(DispatchDecision decision) {
    if (decision instanceof DispatchDecision.Hold hold) {
      return Optional.of(hold.dispatch());
    }
    return decision instanceof DispatchDecision.Send send
        ? Optional.of(send.dispatch())
        : Optional.empty();
  }

  /** Each is taken along if with it the whole can still be one message. */
  private List<Part> parts(
      Part first,
      Digest digest,
      PatientFacts facts,
      Instant now,
      Function<PlannedMessage, Optional<Dispatch>> alone) {
    List<Part> parts = new ArrayList<>(List.of(first));
    for (PlannedMessage other : digest.together()) {
      if (!other.key().equals(first.planned().key())) {
        alone
            .apply(other)
            .filter(dispatch -> fits(dispatch, first.dispatch(), facts, now))
            .map(dispatch -> new Part(other, dispatch))
            .filter(part -> text(with(parts, part), first, facts, now).isPresent())
            .ifPresent(parts::add);
      }
    }
    return parts;
  }

  private boolean fits(Dispatch other, Dispatch own, PatientFacts facts, Instant now) {
    Joined joined = other.request().joined();
    boolean free =
        joined == null
            || joined.leader().equals(own.request().id())
            || !isOnItsWay(other.request(), facts, now);
    return free
        && other.getChannel().equals(own.getChannel())
        && other.laterChannels().equals(own.laterChannels())
        && other.sentAs() == own.sentAs();
  }

  private static List<Part> with(List<Part> parts, Part one) {
    List<Part> all = new ArrayList<>(parts);
    all.add(one);
    return all;
  }

  private Optional<Rendering.Rendered> text(
      List<Part> parts, Part first, PatientFacts facts, Instant now) {
    return text(parts.stream().map(Part::planned).toList(), first.dispatch(), facts, now);
  }

  private Optional<Rendering.Rendered> text(
      List<PlannedMessage> planned, Dispatch own, PatientFacts facts, Instant now) {
    Rendering text =
        composer.composeTogether(
            facts, Digest.inOrder(planned), own.getChannel(), own.sentAs(), clinic, now);
    return text instanceof Rendering.Rendered rendered && !tooLong(rendered, own, facts, now)
        ? Optional.of(rendered)
        : Optional.empty();
  }

  /** A text that the law lets go only while it is short is not made longer by others. */
  private boolean tooLong(Rendering.Rendered text, Dispatch own, PatientFacts facts, Instant now) {
    Integer longest = clinic.law(facts).on(now).rule(own.sentAs(), own.getChannel()).longest();
    return longest != null && text.text().length() > longest;
  }

  /** The id says who is in it: another set is another message. */
  private static String messageId(Part first, List<Part> parts) {
    return parts.size() == 1
        ? first.dispatch().message().messageId()
        : DerivedId.of(
            first.planned().key()
                + "|"
                + first.dispatch().attempt()
                + parts.stream()
                    .skip(1)
                    .map(part -> "&" + part.planned().key())
                    .collect(Collectors.joining()));
  }

  private Dispatch join(Part first, List<Part> parts, String id, PatientFacts facts, Instant now) {
    if (parts.size() == 1) {
      return first.dispatch();
    }
    Rendering.Rendered text = text(parts, first, facts, now).orElseThrow();
    List<RequestRecord> requests = parts.stream().map(part -> part.dispatch().request()).toList();
    return joined(first.dispatch(), requests, text, id);
  }

  private static Dispatch joined(
      Dispatch own, List<RequestRecord> requests, Rendering.Rendered text, String id) {
    List<RequestRecord> told = requests.stream().map(r -> told(r, requests)).toList();
    OutgoingMessage message =
        SendAttempt.message(
            id, own.getChannel(), own.message().to(), text, own.sentAs() == Purpose.ADVERTISING);
    return own.joined(told.get(0), told.subList(1, told.size()), text, message);
  }

  /** Each keeps with its decision what it went with. */
  private static RequestRecord told(RequestRecord request, List<RequestRecord> all) {
    List<RequestRecord> others = all.stream().filter(o -> !o.id().equals(request.id())).toList();
    String keys = others.stream().map(RequestRecord::key).collect(Collectors.joining(", "));
    List<String> inputs = others.stream().map(other -> other.evidence().versioned()).toList();
    Judgement judged = request.judged();
    return judged == null
        ? request
        : request.judged(
            judged.with(new Trace.Entry("digest", null, "one message with " + keys, inputs)));
  }

  /** It may have gone out: as it was marked, and not as it would be put together now. */
  private DispatchDecision suspect(
      DispatchDecision.Send send,
      PlannedMessage planned,
      OutreachPlan plan,
      PatientFacts facts,
      Instant now) {
    Dispatch own = send.dispatch();
    List<RequestRecord> others = marked(own.request(), facts);
    if (others.isEmpty()) {
      return send;
    }
    List<PlannedMessage> all = new ArrayList<>(List.of(planned));
    others.forEach(other -> plan.message(other.key()).ifPresent(all::add));
    Optional<Rendering.Rendered> text =
        all.size() == others.size() + 1 ? text(all, own, facts, now) : Optional.empty();
    if (text.isEmpty()) {
      return new DispatchDecision.Uncertain(own.due(), facts, own.request(), others);
    }
    List<RequestRecord> requests = new ArrayList<>(List.of(own.request()));
    others.forEach(other -> requests.add(other.judged(Judgement.of(plan, other.key(), now))));
    return new DispatchDecision.Send(
        joined(own, requests, text.get(), own.request().joined().message()));
  }
}
