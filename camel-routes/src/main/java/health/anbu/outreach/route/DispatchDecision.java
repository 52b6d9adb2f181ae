package health.anbu.outreach.route;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.Joined;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Instant;
import java.util.List;

/** What to do with one due message. */
sealed interface DispatchDecision {

  record Send(Dispatch dispatch) implements DispatchDecision {}

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
      implements DispatchDecision {
    Defer(DueMessage due, PatientFacts facts, RequestRecord request, Instant until, Reason reason) {
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
      implements DispatchDecision {}

  /** Shadow mode: what would have gone is recorded. */
  record Hold(Dispatch dispatch) implements DispatchDecision {}

  /** The timer was out of date. */
  record Drop(DueMessage due) implements DispatchDecision {}

  /** The request is due later than the timer thought. */
  record Wait(DueMessage due, Instant until) implements DispatchDecision {}

  /** The plan has changed: the patient is reconciled first. */
  record Replan(DueMessage due) implements DispatchDecision {}

  /** Requests that go as one message: marked first, looked at again, and then sent. */
  record Join(DueMessage due, PatientFacts facts, List<RequestRecord> requests, Joined into)
      implements DispatchDecision {}

  /**
   * A send may have happened, and there is nothing left to ask the provider with.
   *
   * @param together the other requests that the same message was for
   */
  record Uncertain(
      DueMessage due, PatientFacts facts, RequestRecord request, List<RequestRecord> together)
      implements DispatchDecision {
    Uncertain(DueMessage due, PatientFacts facts, RequestRecord request) {
      this(due, facts, request, Digests.marked(request, facts));
    }
  }
}
