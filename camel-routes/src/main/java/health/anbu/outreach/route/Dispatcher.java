package health.anbu.outreach.route;

import health.anbu.outreach.contact.Lookup;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendQuestion;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.plan.MessageRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route dispatch-due calls: decide about a batch, and record what became of it. */
public final class Dispatcher implements TimedWork {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(10);
  private static final Duration POISON_PAUSE = Duration.ofHours(1);

  private final DispatchDecider decider;
  private final OutcomeRecorder recorder;
  private final PatientReconciler reconciler;
  private final HighWater highWater;
  private final Clock clock;
  private final DeadLetters deadLetters;
  private final AnsweredComplaints answered;
  private final MessagesUnderWay underWay;
  private final AtomicInteger recording = new AtomicInteger();

  Dispatcher(
      DispatchDecider decider,
      OutcomeRecorder recorder,
      AnsweredComplaints answered,
      MessagesUnderWay underWay,
      PatientReconciler reconciler,
      HighWater highWater,
      Clock clock,
      DeadLetters deadLetters) {
    this.highWater = highWater;
    this.decider = decider;
    this.recorder = recorder;
    this.answered = answered;
    this.underWay = underWay;
    this.reconciler = reconciler;
    this.clock = clock;
    this.deadLetters = deadLetters;
  }

  /** Decides about a batch; what is not to be sent is recorded at once. Answers what is to be. */
  public List<Dispatch> decide(List<DueMessage> due) {
    try {
      highWater.beforeSending();
      return settle(decider.decide(due));
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict e) {
      LOG.warn("{} due messages wait: {}", due.size(), e.getMessage());
      Instant later = clock.instant().plus(STORE_PAUSE);
      due.forEach(message -> message.again(later, message.timer()));
      return List.of();
    } catch (RuntimeException e) {
      return oneByOne(due, e);
    }
  }

  /** One message that cannot be decided about does not hold up the others. */
  private List<Dispatch> oneByOne(List<DueMessage> due, RuntimeException cause) {
    if (due.size() > 1) {
      return due.stream().flatMap(message -> decide(List.of(message)).stream()).toList();
    }
    DueMessage poisoned = due.get(0);
    LOG.error("CommunicationRequest/{} cannot be decided about", poisoned.request(), cause);
    deadLetters.refused(poisoned.request(), poisoned.timer().patient());
    poisoned.again(clock.instant().plus(POISON_PAUSE), poisoned.timer());
    return List.of();
  }

  private List<Dispatch> settle(List<DispatchDecision> decisions) {
    List<Dispatch> toSend = new ArrayList<>();
    List<DispatchDecision> toRecord = new ArrayList<>();
    List<DueMessage> toReplan = new ArrayList<>();
    for (DispatchDecision decision : decisions) {
      if (decision instanceof DispatchDecision.Send send) {
        toSend.add(send.dispatch());
      } else if (decision instanceof DispatchDecision.Drop drop) {
        drop.due().done();
      } else if (decision instanceof DispatchDecision.Wait wait) {
        wait.due().again(wait.until(), wait.due().timer());
      } else if (decision instanceof DispatchDecision.Replan replan) {
        toReplan.add(replan.due());
      } else {
        toRecord.add(decision);
      }
    }
    recorder.settle(toRecord);
    replan(toReplan);
    underWay.begin(toSend);
    return toSend;
  }

  /** Reconciled, then looked at again: the request was moved, revoked, or is due after all. */
  private void replan(List<DueMessage> due) {
    if (due.isEmpty()) {
      return;
    }
    Set<String> patients = new TreeSet<>();
    due.forEach(message -> patients.add(message.timer().patient()));
    reconciler.reconcile(patients);
    Instant soon = clock.instant();
    due.forEach(message -> message.again(soon, message.timer()));
  }

  /** The last look before a provider is called: has sending been stopped since it was decided? */
  public Dispatch unlessStopped(Dispatch dispatch) {
    try {
      return decider.stopped(dispatch) ? dispatch.with(new SendOutcome.Stopped(true)) : dispatch;
    } catch (FhirStore.StoreUnavailable e) {
      LOG.warn("{} waits: {}", dispatch.request().id(), e.getMessage());
      return dispatch.with(new SendOutcome.Stopped(false));
    }
  }

  /** Where a provider is asked by sending again, the question waits too. */
  public boolean mayAsk(Dispatch dispatch) {
    return Lookup.of(dispatch.getChannel()) != Lookup.BY_REPEAT
        || unlessStopped(dispatch).outcome() == null;
  }

  /** The provider is not asked now. */
  public SendOutcome askLater() {
    return new SendOutcome.Unknown("sending is stopped");
  }

  /** A dispatch with what the provider said. */
  public Dispatch outcome(Dispatch dispatch, Object answer) {
    return dispatch.with(
        answer instanceof SendOutcome outcome
            ? outcome
            : new SendOutcome.Unknown("no answer of the adapter"));
  }

  /**
   * A dispatch with what the provider answered when asked. Right after a send, "not here" may still
   * come too early; only a later question is taken for the answer.
   */
  public Dispatch answer(Dispatch dispatch, Object answer) {
    boolean early = answer instanceof SendOutcome.Throttled && !dispatch.due().timer().suspect();
    return early
        ? dispatch.with(new SendOutcome.Unknown("the provider does not have it yet"))
        : outcome(dispatch, answer);
  }

  /** No adapter for the channel: the next one is tried. */
  public SendOutcome withoutAdapter() {
    return new SendOutcome.Refused(
        "anbu", "no-adapter", Reason.CHANNEL_UNAVAILABLE.code(), true, false);
  }

  /**
   * A provider that keeps no record to ask for: what may have gone out is for a person to check.
   */
  public SendOutcome cannotBeAsked() {
    return new SendOutcome.Unknown("the provider cannot be asked", false);
  }

  /** The question whether the provider has this message already. */
  public SendQuestion question(Dispatch dispatch) {
    return highWater
        .lostTime()
        .map(lost -> question(dispatch, lost))
        .orElseGet(() -> new SendQuestion(dispatch.message(), dispatch.request().due()));
  }

  private static SendQuestion question(Dispatch dispatch, LostTime lost) {
    Set<String> recorded = new TreeSet<>();
    dispatch.facts().messages().stream()
        .map(MessageRecord::providerId)
        .filter(Objects::nonNull)
        .forEach(recorded::add);
    return new SendQuestion(dispatch.message(), lost.since(dispatch.request()), true, recorded);
  }

  public void record(List<Dispatch> sent) {
    recording.incrementAndGet();
    try {
      Map<Boolean, List<Dispatch>> byStopped =
          sent.stream()
              .collect(Collectors.partitioningBy(d -> d.outcome() instanceof SendOutcome.Stopped));
      stopped(byStopped.get(true));
      recorder.record(byStopped.get(false));
      answered.sent(sent);
    } finally {
      underWay.end(sent);
      recording.decrementAndGet();
    }
  }

  private void stopped(List<Dispatch> dispatches) {
    Instant soon = clock.instant().plus(STORE_PAUSE);
    List<DispatchDecision> known = new ArrayList<>();
    for (Dispatch dispatch : dispatches) {
      if (((SendOutcome.Stopped) dispatch.outcome()).known()) {
        known.add(decider.stoppedOnTheWay(dispatch));
      } else {
        dispatch.due().again(soon, dispatch.due().timer());
      }
    }
    settle(known);
  }

  /** The timers of what was recorded are gone before all that follows from it is written. */
  @Override
  public boolean isIdle() {
    return recording.get() == 0;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    // The timers start it.
  }
}
