package health.anbu.outreach.route;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.util.List;

/**
 * What is written for one due message, and what then becomes of its timer.
 *
 * @param others written together with the request
 * @param status of the request from now on; ACTIVE leaves it as it is
 * @param detail more about the reason, null for none; never a value of a record
 * @param fact it has happened and is recorded whatever the request has become meanwhile; otherwise
 *     it was only decided, and is decided again when the request has changed
 * @param end tells the timer once everything is written
 */
record Outcome(
    DueMessage due,
    PatientFacts facts,
    RequestRecord request,
    List<Write> others,
    RequestRecord.Status status,
    Reason reason,
    String detail,
    boolean fact,
    Runnable end) {

  Outcome {
    others = List.copyOf(others);
  }

  /** An end whose reason says all. */
  Outcome(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      List<Write> others,
      RequestRecord.Status status,
      Reason reason,
      boolean fact,
      Runnable end) {
    this(due, facts, request, others, status, reason, null, fact, end);
  }
}
