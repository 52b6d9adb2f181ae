package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.fhir.Attempt;
import health.anbu.outreach.fhir.ConsentWriter;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.MessageWriter;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.StaffTask;
import health.anbu.outreach.fhir.TaskWriter;
import health.anbu.outreach.fhir.Transactions;
import health.anbu.outreach.fhir.Transactions.Group;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.route.DispatchDecider.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Records what became of due messages, many in one transaction. A request and its Communication are
 * one group: both are written or none. Writing the same twice changes nothing.
 */
final class OutcomeRecorder {

  private static final int CONFLICTS = 5;
  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration STAFF_TIME = Duration.ofHours(24);

  private final FhirStore store;
  private final Transactions transactions;
  private final RequestWriter requests;
  private final MessageWriter messages;
  private final TaskWriter tasks;
  private final ConsentWriter consents;
  private final OutreachSettings settings;
  private final Clock clock;
  private final DeadLetters deadLetters;

  OutcomeRecorder(
      FhirStore store, OutreachSettings settings, Clock clock, DeadLetters deadLetters) {
    this.store = store;
    this.transactions = new Transactions(store);
    this.requests = new RequestWriter(settings.clinic().zone());
    this.messages = new MessageWriter(settings.clinic().zone());
    this.tasks = new TaskWriter(settings.clinic().zone());
    this.consents = new ConsentWriter(settings.clinic().zone());
    this.settings = settings;
    this.clock = clock;
    this.deadLetters = deadLetters;
  }

  /** What is written for one due message, and what then becomes of its timer. */
  private record Entry(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      List<Write> others,
      RequestRecord.Status status,
      Reason reason,
      Runnable end) {}

  void settle(List<Decision> decisions) {
    List<Entry> entries = new ArrayList<>();
    List<Group> deferrals = new ArrayList<>();
    Map<String, Runnable> deferred = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Defer defer) {
        deferrals.add(deferral(defer));
        deferred.put(
            defer.request().id(), () -> defer.due().again(defer.until(), defer.due().timer()));
      } else {
        entries.add(entry(decision));
      }
    }
    defer(deferrals, deferred, decisions);
    write(entries);
  }

  private Group deferral(Decision.Defer defer) {
    return new Group(
        defer.request().id(),
        List.of(requests.defer(defer.facts(), defer.request(), defer.until(), defer.reason())));
  }

  /** Where the request was changed by somebody else meanwhile, it is looked at again at once. */
  private void defer(List<Group> groups, Map<String, Runnable> ends, List<Decision> decisions) {
    List<String> conflicts =
        transactions.write(groups).conflicts().stream().map(Group::name).toList();
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Defer defer && conflicts.contains(defer.request().id())) {
        ends.put(
            defer.request().id(),
            () -> defer.due().again(clock.instant().plusSeconds(1), defer.due().timer()));
      }
    }
    ends.values().forEach(Runnable::run);
  }

  private Entry entry(Decision decision) {
    if (decision instanceof Decision.Hold hold) {
      return held(hold.dispatch());
    }
    if (decision instanceof Decision.Uncertain uncertain) {
      return unknown(uncertain.due(), uncertain.facts(), uncertain.request(), null);
    }
    return skipped((Decision.Skip) decision);
  }

  private Entry held(Dispatch dispatch) {
    Attempt attempt = attempt(dispatch, DeliveryStatus.HELD, null, null, Reason.SHADOW_MODE);
    return new Entry(
        dispatch.due(),
        dispatch.facts(),
        dispatch.request(),
        List.of(recorded(attempt)),
        RequestRecord.Status.HELD,
        Reason.SHADOW_MODE,
        dispatch.due()::done);
  }

  private Entry skipped(Decision.Skip skip) {
    List<Write> others = new ArrayList<>();
    others.add(recorded(notDone(skip)));
    if (needsStaff(skip.reason())) {
      others.add(
          task(
              "exhausted-channels",
              skip.facts(),
              skip.request(),
              "A message could not be sent ("
                  + skip.reason().code()
                  + "). Reach the patient"
                  + " another way, or mend what is missing."));
    }
    return new Entry(
        skip.due(),
        skip.facts(),
        skip.request(),
        others,
        RequestRecord.Status.REVOKED,
        skip.reason(),
        skip.due()::done);
  }

  private static boolean needsStaff(Reason reason) {
    return switch (reason) {
      case CHANNELS_EXHAUSTED, MISSING_VARIABLE, LABEL_MISSING, NO_LANGUAGE -> true;
      default -> false;
    };
  }

  private Attempt notDone(Decision.Skip skip) {
    int number = 1 + earlier(skip.facts(), skip.request());
    return new Attempt(
        DerivedId.of(skip.request().key() + "|" + number),
        skip.request().id(),
        skip.facts().id(),
        number,
        channel(skip.request()),
        skip.request().purpose(),
        List.of(),
        null,
        DeliveryStatus.SKIPPED,
        null,
        null,
        null,
        skip.reason(),
        settings.mode().simulated());
  }

  private static String channel(RequestRecord request) {
    return request.channels().isEmpty() ? "phone" : request.channels().get(0);
  }

  private static int earlier(PatientFacts facts, RequestRecord request) {
    return facts.messages().stream()
        .filter(message -> request.id().equals(message.request()))
        .mapToInt(message -> message.attempt())
        .max()
        .orElse(0);
  }

  void record(List<Dispatch> sent) {
    List<Entry> entries = new ArrayList<>();
    for (Dispatch dispatch : sent) {
      if (dispatch.outcome() instanceof SendOutcome.Accepted accepted) {
        entries.add(accepted(dispatch, accepted));
      } else if (dispatch.outcome() instanceof SendOutcome.Refused refused) {
        refused(dispatch, refused, entries);
      } else if (dispatch.outcome() instanceof SendOutcome.Throttled throttled) {
        throttled(dispatch, throttled, entries);
      } else {
        uncertain(dispatch, entries);
      }
    }
    write(entries);
  }

  private Entry accepted(Dispatch dispatch, SendOutcome.Accepted accepted) {
    Attempt attempt =
        attempt(
            dispatch, DeliveryStatus.ACCEPTED, accepted.provider(), accepted.providerId(), null);
    return new Entry(
        dispatch.due(),
        dispatch.facts(),
        dispatch.request(),
        List.of(recorded(attempt)),
        RequestRecord.Status.COMPLETED,
        null,
        dispatch.due()::done);
  }

  private void refused(Dispatch dispatch, SendOutcome.Refused refused, List<Entry> entries) {
    if (!refused.permanent() && dispatch.due().timer().failures() < TRIES) {
      later(dispatch, Duration.ZERO);
      return;
    }
    entries.add(failed(dispatch, refused));
  }

  /** The attempt failed for good: the next channel is tried at once, or staff hear of it. */
  private Entry failed(Dispatch dispatch, SendOutcome.Refused refused) {
    Reason reason = Reason.of(refused.reason()).orElse(Reason.PROVIDER_REJECTED);
    List<Write> others = new ArrayList<>();
    others.add(
        recorded(
            attempt(dispatch, DeliveryStatus.FAILED_PERMANENT, refused.provider(), null, reason)));
    if (refused.optOut()) {
      others.add(
          consents.optOut(
              dispatch.facts().id(),
              dispatch.message().channel(),
              dispatch.message().messageId(),
              clock.instant()));
    }
    if (!dispatch.laterChannels().isEmpty()) {
      return new Entry(
          dispatch.due(),
          dispatch.facts(),
          dispatch.request(),
          others,
          RequestRecord.Status.ACTIVE,
          null,
          () -> dispatch.due().again(clock.instant(), DueTimer.fresh(dispatch.facts().id())));
    }
    others.add(
        task(
            "exhausted-channels",
            dispatch.facts(),
            dispatch.request(),
            "No channel reaches this patient (" + reason.code() + "). Call, or ask for a number."));
    return new Entry(
        dispatch.due(),
        dispatch.facts(),
        dispatch.request(),
        others,
        RequestRecord.Status.REVOKED,
        Reason.CHANNELS_EXHAUSTED,
        dispatch.due()::done);
  }

  private void throttled(Dispatch dispatch, SendOutcome.Throttled throttled, List<Entry> entries) {
    if (dispatch.due().timer().suspect()) {
      // The provider was asked and does not have it: decided afresh, with every policy.
      DueTimer timer = dispatch.due().timer();
      dispatch.due().again(clock.instant(), new DueTimer(timer.patient(), false, timer.failures()));
    } else if (dispatch.due().timer().failures() < TRIES) {
      later(dispatch, throttled.retryAfter());
    } else {
      entries.add(
          failed(
              dispatch,
              new SendOutcome.Refused(
                  dispatch.message().channel(),
                  "gave-up",
                  Reason.PROVIDER_UNREACHABLE.code(),
                  true,
                  false)));
    }
  }

  private void later(Dispatch dispatch, Duration atLeast) {
    DueTimer timer = dispatch.due().timer();
    dispatch.due().again(clock.instant().plus(pause(timer, atLeast)), timer.failed(false));
  }

  /** Twice as long each time; spread by the request, so that not all come back together. */
  private static Duration pause(DueTimer timer, Duration atLeast) {
    Duration backoff = FIRST_PAUSE.multipliedBy(1L << Math.min(timer.failures(), 6));
    Duration longer = backoff.compareTo(atLeast) > 0 ? backoff : atLeast;
    return longer.plusMillis(Math.floorMod(timer.patient().hashCode(), 5_000));
  }

  private void uncertain(Dispatch dispatch, List<Entry> entries) {
    DueTimer timer = dispatch.due().timer();
    if (timer.failures() < TRIES) {
      dispatch.due().again(clock.instant().plus(pause(timer, Duration.ZERO)), timer.failed(true));
    } else {
      entries.add(unknown(dispatch.due(), dispatch.facts(), dispatch.request(), dispatch));
    }
  }

  /** Nobody can say whether it went out: never again by itself, a person checks. */
  private Entry unknown(
      DueMessage due, PatientFacts facts, RequestRecord request, Dispatch dispatch) {
    int number = 1 + earlier(facts, request);
    Attempt attempt =
        dispatch != null
            ? attempt(dispatch, DeliveryStatus.UNKNOWN, null, null, Reason.UNKNOWN_OUTCOME)
            : new Attempt(
                DerivedId.of(request.key() + "|" + number),
                request.id(),
                facts.id(),
                number,
                channel(request),
                request.purpose(),
                List.of(),
                null,
                DeliveryStatus.UNKNOWN,
                null,
                null,
                clock.instant(),
                Reason.UNKNOWN_OUTCOME,
                settings.mode().simulated());
    return new Entry(
        due,
        facts,
        request,
        List.of(
            recorded(attempt),
            task(
                "check-unknown-delivery",
                facts,
                request,
                "It is not known whether this message reached the provider. Check there, and call"
                    + " the patient if it did not.")),
        RequestRecord.Status.HELD,
        Reason.UNKNOWN_OUTCOME,
        due::done);
  }

  private Attempt attempt(
      Dispatch dispatch, DeliveryStatus status, String provider, String providerId, Reason reason) {
    return new Attempt(
        dispatch.message().messageId(),
        dispatch.request().id(),
        dispatch.facts().id(),
        dispatch.attempt(),
        dispatch.message().channel(),
        dispatch.sentAs(),
        dispatch.rendered().parts(),
        dispatch.rendered().language(),
        status,
        provider,
        providerId,
        status == DeliveryStatus.HELD ? null : clock.instant(),
        reason,
        settings.mode().simulated());
  }

  private Write task(String code, PatientFacts facts, RequestRecord request, String description) {
    Instant now = clock.instant();
    return tasks.entry(
        new StaffTask(
            code,
            request.id(),
            facts.id(),
            "CommunicationRequest/" + request.id(),
            description,
            now.plus(STAFF_TIME)),
        now);
  }

  private Write recorded(Attempt attempt) {
    OutreachMetrics.message(attempt.channel(), attempt.status().code());
    return messages.entry(attempt);
  }

  private void write(List<Entry> entries) {
    Map<String, Entry> byRequest = new LinkedHashMap<>();
    List<Group> groups = new ArrayList<>();
    for (Entry entry : entries) {
      byRequest.put(entry.request().id(), entry);
      groups.add(group(entry));
    }
    Transactions.Leftover leftover = transactions.write(groups);
    Set<String> refused = names(leftover.refused());
    for (int i = 0; i < CONFLICTS && !leftover.conflicts().isEmpty(); i++) {
      leftover =
          transactions.write(leftover.conflicts().stream().map(c -> fresh(byRequest, c)).toList());
      refused.addAll(names(leftover.refused()));
    }
    if (!leftover.conflicts().isEmpty()) {
      throw new FhirStore.StoreUnavailable("outcomes still conflict", null);
    }
    entries.forEach(entry -> end(entry, refused.contains(entry.request().id())));
  }

  private static Set<String> names(List<Group> groups) {
    return groups.stream().map(Group::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What the server refuses to record is for staff to see. Its timer is never let go of, so that
   * nothing is sent again; the next start of the node asks the provider.
   */
  private void end(Entry entry, boolean refused) {
    if (refused) {
      deadLetters.refused("CommunicationRequest/" + entry.request().id(), entry.facts().id());
    } else {
      entry.end().run();
    }
  }

  private Group group(Entry entry) {
    List<Write> all = new ArrayList<>(entry.others());
    if (entry.status() != RequestRecord.Status.ACTIVE) {
      all.add(requests.close(entry.facts(), entry.request(), entry.status(), entry.reason()));
    }
    return new Group(entry.request().id(), all);
  }

  /** What happened is a fact: it is written over whatever the request has become meanwhile. */
  private Group fresh(Map<String, Entry> byRequest, Group conflict) {
    Entry entry = byRequest.get(conflict.name());
    List<Write> all = new ArrayList<>(entry.others());
    requests
        .closeAsItIs(store, conflict.name(), entry.status(), entry.reason())
        .ifPresent(all::add);
    return new Group(conflict.name(), all);
  }
}
