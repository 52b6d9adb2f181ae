package health.anbu.outreach.route;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is written for one due message, and what then becomes of its timer.
 *
 * @param together other requests that went as the same message and become the same
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
    List<RequestRecord> together,
    List<Write> others,
    RequestRecord.Status status,
    Reason reason,
    String detail,
    boolean fact,
    Runnable end) {

  Outcome {
    together = List.copyOf(together);
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
    this(due, facts, request, List.of(), others, status, reason, null, fact, end);
  }

  Outcome with(List<RequestRecord> alike) {
    return new Outcome(due, facts, request, alike, others, status, reason, detail, fact, end);
  }

  List<RequestRecord> requests() {
    return Stream.concat(Stream.of(request), together.stream()).toList();
  }
}
