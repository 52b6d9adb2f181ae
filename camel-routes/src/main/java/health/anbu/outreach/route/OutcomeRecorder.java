package health.anbu.outreach.route;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.Transactions;
import health.anbu.outreach.fhir.Transactions.Group;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records what became of due messages, many in one transaction. A request and its Communication are
 * one group: both are written or none. Writing the same twice changes nothing.
 */
final class OutcomeRecorder {

  private static final int CONFLICTS = 5;
  private static final Duration REFUSED_PAUSE = Duration.ofHours(1);

  private final FhirStore store;
  private final Transactions transactions;
  private final RequestWriter requests;
  private final Outcomes outcomes;
  private final Clock clock;
  private final DeadLetters deadLetters;

  OutcomeRecorder(
      FhirStore store, OutreachSettings settings, Clock clock, DeadLetters deadLetters) {
    this.store = store;
    this.transactions = new Transactions(store);
    this.requests = new RequestWriter(settings.clinic().zone());
    this.outcomes = new Outcomes(settings, clock);
    this.clock = clock;
    this.deadLetters = deadLetters;
  }

  /** Records what was decided without asking any provider. */
  void settle(List<DispatchDecision> decisions) {
    List<Outcome> decided = new ArrayList<>();
    List<DispatchDecision.Defer> deferrals = new ArrayList<>();
    List<DispatchDecision.Join> joins = new ArrayList<>();
    for (DispatchDecision decision : decisions) {
      if (decision instanceof DispatchDecision.Defer defer) {
        deferrals.add(defer);
      } else if (decision instanceof DispatchDecision.Join join) {
        joins.add(join);
      } else if (decision instanceof DispatchDecision.Hold hold) {
        decided.add(outcomes.held(hold.dispatch()));
      } else if (decision instanceof DispatchDecision.Uncertain open) {
        decided.add(
            outcomes.unknown(open.due(), open.facts(), open.request(), open.together(), null));
      } else {
        decided.add(outcomes.skipped((DispatchDecision.Skip) decision));
      }
    }
    defer(deferrals);
    join(joins);
    write(decided);
  }

  /** Marked or changed by somebody else meanwhile: it is looked at again at once. */
  private void join(List<DispatchDecision.Join> joins) {
    Set<String> refused =
        names(transactions.write(joins.stream().map(this::joined).toList()).refused());
    for (DispatchDecision.Join join : joins) {
      if (refused.contains(join.due().request())) {
        deadLetters.refused(join.due().request(), join.facts().id());
        join.due().again(clock.instant().plus(REFUSED_PAUSE), join.due().timer());
      } else {
        lookAgain(join.due());
      }
    }
  }

  private Group joined(DispatchDecision.Join join) {
    return new Group(
        join.due().request(),
        join.requests().stream()
            .map(request -> requests.join(join.facts(), request, join.into()))
            .toList());
  }

  /** Where the request was changed by somebody else meanwhile, it is looked at again at once. */
  private void defer(List<DispatchDecision.Defer> deferrals) {
    Set<String> conflicts =
        names(transactions.write(deferrals.stream().map(this::deferral).toList()).conflicts());
    for (DispatchDecision.Defer defer : deferrals) {
      if (conflicts.contains(defer.request().id())) {
        lookAgain(defer.due());
      } else {
        defer.due().again(defer.until(), defer.due().timer());
      }
    }
  }

  private Group deferral(DispatchDecision.Defer defer) {
    return new Group(
        defer.request().id(),
        Stream.concat(Stream.of(defer.request()), defer.together().stream())
            .map(request -> requests.defer(defer.facts(), request, defer.until(), defer.reason()))
            .toList());
  }

  /** Records what providers said; what is to be tried again only moves its timer. */
  void record(List<Dispatch> sent) {
    write(sent.stream().flatMap(dispatch -> outcome(dispatch).stream()).toList());
  }

  private Optional<Outcome> outcome(Dispatch dispatch) {
    if (dispatch.outcome() instanceof SendOutcome.Accepted accepted) {
      return Optional.of(outcomes.accepted(dispatch, accepted));
    }
    if (dispatch.outcome() instanceof SendOutcome.Refused refused) {
      return refused(dispatch, refused);
    }
    return dispatch.outcome() instanceof SendOutcome.Throttled throttled
        ? throttled(dispatch, throttled)
        : uncertain(dispatch, (SendOutcome.Unknown) dispatch.outcome());
  }

  private Optional<Outcome> refused(Dispatch dispatch, SendOutcome.Refused refused) {
    return !refused.permanent() && Retries.left(dispatch.due().timer())
        ? later(dispatch, Duration.ZERO, false)
        : Optional.of(outcomes.failed(dispatch, refused));
  }

  private Optional<Outcome> throttled(Dispatch dispatch, SendOutcome.Throttled throttled) {
    DueTimer timer = dispatch.due().timer();
    if (timer.suspect()) {
      // The provider was asked and does not have it: decided afresh, with every policy.
      dispatch.due().again(clock.instant(), timer.cleared(dispatch.attempt()));
      return Optional.empty();
    }
    return Retries.left(timer)
        ? later(dispatch, throttled.retryAfter(), false)
        : Optional.of(outcomes.failed(dispatch, gaveUp(dispatch)));
  }

  private static SendOutcome.Refused gaveUp(Dispatch dispatch) {
    return new SendOutcome.Refused(
        dispatch.message().channel(), "gave-up", Reason.PROVIDER_UNREACHABLE.code(), true, false);
  }

  private Optional<Outcome> uncertain(Dispatch dispatch, SendOutcome.Unknown unknown) {
    return unknown.askable() && Retries.left(dispatch.due().timer())
        ? later(dispatch, Duration.ZERO, true)
        : Optional.of(
            outcomes.unknown(
                dispatch.due(),
                dispatch.facts(),
                dispatch.request(),
                dispatch.together(),
                dispatch));
  }

  private Optional<Outcome> later(Dispatch dispatch, Duration atLeast, boolean suspect) {
    DueTimer timer = dispatch.due().timer();
    dispatch
        .due()
        .again(clock.instant().plus(Retries.pause(timer, atLeast)), timer.failed(suspect));
    return Optional.empty();
  }

  private void write(List<Outcome> all) {
    Map<String, Outcome> byRequest = new LinkedHashMap<>();
    all.forEach(outcome -> byRequest.put(outcome.request().id(), outcome));
    Transactions.Leftover leftover = transactions.write(all.stream().map(this::group).toList());
    Set<String> refused = names(leftover.refused());
    Set<String> undecided = new HashSet<>();
    List<Group> conflicts = leftover.conflicts();
    for (int i = 0; i < CONFLICTS && !conflicts.isEmpty(); i++) {
      List<Group> again = new ArrayList<>();
      for (Group conflict : conflicts) {
        Outcome outcome = byRequest.get(conflict.name());
        if (outcome.fact()) {
          again.add(overwriting(outcome));
        } else {
          undecided.add(conflict.name());
        }
      }
      leftover = transactions.write(again);
      refused.addAll(names(leftover.refused()));
      conflicts = leftover.conflicts();
    }
    if (!conflicts.isEmpty()) {
      throw new FhirStore.StoreUnavailable("outcomes still conflict", null);
    }
    all.forEach(outcome -> end(outcome, refused, undecided));
  }

  private static Set<String> names(List<Group> groups) {
    Set<String> names = new HashSet<>();
    groups.forEach(group -> names.add(group.name()));
    return names;
  }

  /**
   * What the server refuses to record is for staff to see. Its timer is never let go of, so that
   * nothing is sent again; the next start of the node asks the provider.
   */
  private void end(Outcome outcome, Set<String> refused, Set<String> undecided) {
    String request = outcome.request().id();
    if (refused.contains(request)) {
      deadLetters.refused(request, outcome.facts().id());
      outcome.due().keep();
    } else if (undecided.contains(request)) {
      lookAgain(outcome.due());
    } else {
      outcome.end().run();
    }
  }

  private void lookAgain(DueMessage due) {
    due.again(clock.instant(), due.timer());
  }

  private Group group(Outcome outcome) {
    List<Write> writes = new ArrayList<>(outcome.others());
    if (outcome.status() != RequestRecord.Status.ACTIVE) {
      for (RequestRecord request : outcome.requests()) {
        writes.add(
            requests.close(
                outcome.facts(), request, outcome.status(), outcome.reason(), outcome.detail()));
      }
    }
    return new Group(outcome.request().id(), writes);
  }

  /** What happened is a fact: it is written over whatever the request has become meanwhile. */
  private Group overwriting(Outcome outcome) {
    List<Write> writes = new ArrayList<>(outcome.others());
    for (RequestRecord request : outcome.requests()) {
      requests
          .closeAsItIs(store, request, outcome.status(), outcome.reason())
          .ifPresent(writes::add);
    }
    return new Group(outcome.request().id(), writes);
  }
}
