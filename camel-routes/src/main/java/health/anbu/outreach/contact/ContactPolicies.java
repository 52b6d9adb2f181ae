package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies that are asked right before every send, in order; the first objection decides. */
public final class ContactPolicies {

  private static final List<ContactPolicy> POLICIES =
      List.of(
          ContactPolicies::permitted,
          ContactPolicies::inTime,
          ContactPolicies::notInQuietHours,
          ContactPolicies::inSendWindow,
          ContactPolicies::withinFrequencyCap);

  private ContactPolicies() {}

  public static ContactDecision decide(ContactMoment moment) {
    for (ContactPolicy policy : POLICIES) {
      Optional<ContactDecision> objection = policy.object(moment);
      if (objection.isPresent()) {
        return objection.get();
      }
    }
    return new ContactDecision.Send(moment.permit().channels(), moment.permit().sentAs());
  }

  private static Optional<ContactDecision> permitted(ContactMoment moment) {
    return moment.permit().granted()
        ? Optional.empty()
        : Optional.of(new ContactDecision.Skip(moment.permit().reason()));
  }

  private static Optional<ContactDecision> inTime(ContactMoment moment) {
    return moment.sendBy() == null || moment.now().isBefore(moment.sendBy())
        ? Optional.empty()
        : Optional.of(new ContactDecision.Skip(Reason.TOO_LATE));
  }

  private static Optional<ContactDecision> notInQuietHours(ContactMoment moment) {
    if (moment.anyHour()) {
      return Optional.empty();
    }
    boolean agreed = moment.permit().night().contains(moment.channel());
    Instant allowed = moment.rule().quiet().nextAllowed(moment.local(), agreed).toInstant();
    return allowed.equals(moment.now())
        ? Optional.empty()
        : Optional.of(deferOrSkip(moment, allowed, Reason.QUIET_HOURS));
  }

  /** On every way to a provider: the first send, a retry, another channel, after an outage. */
  private static Optional<ContactDecision> inSendWindow(ContactMoment moment) {
    return moment.open().isAfter(moment.now())
        ? Optional.of(deferOrSkip(moment, moment.open(), Reason.SEND_WINDOW))
        : Optional.empty();
  }

  private static Optional<ContactDecision> withinFrequencyCap(ContactMoment moment) {
    if (moment.permit().sentAs() == Purpose.TRANSACTIONAL) {
      return Optional.empty();
    }
    Instant free = moment.now();
    for (FrequencyCap cap : caps(moment)) {
      Optional<Instant> next = cap.nextFree(moment.countedSends(), moment.now());
      if (next.isEmpty()) {
        return Optional.of(new ContactDecision.Skip(Reason.FREQUENCY_CAP));
      }
      free = next.get().isAfter(free) ? next.get() : free;
    }
    return free.isAfter(moment.now())
        ? Optional.of(deferOrSkip(moment, free, Reason.FREQUENCY_CAP))
        : Optional.empty();
  }

  /** The clinic's own, and what the law allows. */
  private static List<FrequencyCap> caps(ContactMoment moment) {
    boolean consented = moment.permit().consented().contains(moment.channel());
    return Stream.concat(
            Stream.of(moment.cap()),
            moment.rule().caps().stream().filter(cap -> cap.holds(consented)).map(LegalCap::cap))
        .toList();
  }

  /** A message is deferred, never dropped, but never past the instant it would be too late. */
  private static ContactDecision deferOrSkip(ContactMoment moment, Instant until, Reason reason) {
    return moment.sendBy() != null && !until.isBefore(moment.sendBy())
        ? new ContactDecision.Skip(reason)
        : new ContactDecision.Defer(until, reason);
  }
}
