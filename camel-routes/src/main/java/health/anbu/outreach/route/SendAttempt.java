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
import health.anbu.outreach.content.ContentImage;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.MessageRecord;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One due message that the plan still has: by which channel and in which words it may go now. */
final class SendAttempt {

  /** What every attempt needs. */
  record Means(
      MessageComposer composer,
      ClinicPolicy clinic,
      OutreachSettings settings,
      HighWater highWater) {}

  private final Means means;
  private final ClinicPolicy clinic;
  private final DueMessage due;
  private final PatientFacts facts;
  private final RequestRecord request;
  private final PlannedMessage planned;
  private final List<Instant> counted;
  private final Instant now;
  private final List<MessageRecord> earlier;
  private final Permit permit;

  /**
   * @param facts with the addresses of whom the message would reach
   * @param counted when messages that a frequency cap counts went out
   */
  SendAttempt(
      Means means,
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      PlannedMessage planned,
      List<Instant> counted,
      Instant now) {
    this.means = means;
    this.clinic = means.clinic();
    this.due = due;
    this.facts = facts;
    this.request = request;
    this.planned = planned;
    this.counted = counted;
    this.now = now;
    this.earlier = DispatchDecider.attempts(facts, request).toList();
    this.permit = facts.permit(planned.step(), planned.anchor(), planned.anchorDate(), clinic, now);
  }

  DispatchDecision decide() {
    List<String> untried = untried();
    if (permit.granted() && untried.isEmpty()) {
      return new DispatchDecision.Skip(due, facts, request, Reason.CHANNELS_EXHAUSTED, null);
    }
    List<String> left = sayable(untried);
    boolean suspect = due.timer().suspect();
    if (suspect && !permit.granted()) {
      return new DispatchDecision.Uncertain(due, facts, request);
    }
    boolean canAsk = permit.granted() && Lookup.of(left.get(0)) == Lookup.BY_QUERY && known();
    if (!suspect && permit.granted() && mayHaveGoneOut(canAsk)) {
      return canAsk
          ? asSuspect().firstThatFits(left)
          : new DispatchDecision.Uncertain(due, facts, request);
    }
    return firstThatFits(left);
  }

  private SendAttempt asSuspect() {
    return new SendAttempt(means, due.asSuspect(), facts, request, planned, counted, now);
  }

  private List<String> untried() {
    Set<String> tried =
        earlier.stream()
            .filter(m -> m.status().failed())
            .map(MessageRecord::channel)
            .collect(Collectors.toSet());
    return permit.channels().stream().filter(c -> !tried.contains(c)).toList();
  }

  private int number() {
    return earlier.stream().mapToInt(MessageRecord::attempt).max().orElse(0) + 1;
  }

  /** What is too long for one channel goes by the next, which is asked from the start. */
  private DispatchDecision firstThatFits(List<String> channels) {
    DispatchDecision decision = objection(channels).orElseGet(() -> render(channels));
    boolean tooLong =
        decision instanceof DispatchDecision.Skip skip && skip.reason() == Reason.TOO_LONG;
    return tooLong && channels.size() > 1
        ? firstThatFits(channels.subList(1, channels.size()))
        : decision;
  }

  /** Why it may not go by the first of the channels now. */
  private Optional<DispatchDecision> objection(List<String> channels) {
    boolean suspect = due.timer().suspect();
    // A question that is asked by sending again has to ask every policy too.
    if (suspect && Lookup.of(channels.get(0)) != Lookup.BY_REPEAT) {
      return Optional.empty();
    }
    String first = channels.isEmpty() ? "" : channels.get(0);
    ContactMoment moment = planned.moment(permit, first, facts, clinic, counted, now);
    ContactDecision decision = ContactPolicies.decide(moment);
    if (decision instanceof ContactDecision.Defer defer) {
      return Optional.of(
          suspect
              ? new DispatchDecision.Wait(due, defer.until())
              : new DispatchDecision.Defer(due, facts, request, defer.until(), defer.reason()));
    }
    if (decision instanceof ContactDecision.Skip skip) {
      return Optional.of(
          suspect
              ? new DispatchDecision.Uncertain(due, facts, request)
              : new DispatchDecision.Skip(due, facts, request, skip.reason(), null));
    }
    return Optional.empty();
  }

  /** What goes with others is asked for only by the id of the message that it was marked with. */
  private boolean known() {
    return planned.step().timing().digest() == null || request.leads();
  }

  /** Where nothing may be said on any channel, rendering tells why. */
  private List<String> sayable(List<String> channels) {
    List<String> sayable =
        means.composer().sayable(facts, planned, channels, permit.sentAs(), clinic);
    return sayable.isEmpty() ? channels : sayable;
  }

  /**
   * In the time that a back-up lacks. Where the provider has no question of its own, only what was
   * due then is doubted: for the rest, staff would have to look after every message for a week.
   */
  private boolean mayHaveGoneOut(boolean canAsk) {
    return due.timer().absent() < number()
        && means
            .highWater()
            .lostTime()
            .filter(lost -> canAsk ? lost.mayHaveSent(request, now) : lost.covers(request))
            .isPresent();
  }

  private DispatchDecision render(List<String> channels) {
    String channel = channels.get(0);
    String to = address(channel);
    if (means.settings().mode() == Mode.LIVE && !mayReceive(to)) {
      return new DispatchDecision.Skip(due, facts, request, Reason.NOT_ON_ALLOW_LIST, null);
    }
    Rendering rendering =
        means.composer().compose(facts, planned, channel, permit.sentAs(), clinic, now);
    if (rendering instanceof Rendering.NotRendered not) {
      Reason reason = Reason.of(not.reason()).orElse(Reason.MISSING_VARIABLE);
      return new DispatchDecision.Skip(due, facts, request, reason, not.detail());
    }
    Rendering.Rendered rendered = (Rendering.Rendered) rendering;
    if (tooLong(channel, rendered)) {
      return new DispatchDecision.Skip(due, facts, request, Reason.TOO_LONG, null);
    }
    Dispatch dispatch =
        new Dispatch(
            due,
            facts,
            request,
            number(),
            channels.subList(1, channels.size()),
            permit.sentAs(),
            rendered,
            message(
                DerivedId.of(request.key() + "|" + number()),
                channel,
                to,
                rendered,
                permit.sentAs() == Purpose.ADVERTISING),
            List.of(),
            null);
    return means.settings().mode().sends()
        ? new DispatchDecision.Send(dispatch)
        : new DispatchDecision.Hold(dispatch);
  }

  /** Some laws let a text go without consent only while it is short. */
  private boolean tooLong(String channel, Rendering.Rendered text) {
    Integer longest = clinic.law(facts).on(now).rule(permit.sentAs(), channel).longest();
    return longest != null
        && !permit.consented().contains(channel)
        && text.text().length() > longest;
  }

  private boolean mayReceive(String to) {
    List<String> allowed = means.settings().live().allowList();
    return allowed.isEmpty() || allowed.contains(to);
  }

  private String address(String channel) {
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
