package health.anbu.outreach.route;

import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.fhir.ComplaintRecords;
import health.anbu.outreach.plan.ComplaintAcknowledgement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Marks complaint tasks as acknowledged once the answer was accepted: right after it was recorded,
 * and again at every later look, should a kill have come in between.
 */
public final class AnsweredComplaints implements PatientFollower {

  private final ComplaintRecords records;

  AnsweredComplaints(ComplaintRecords records) {
    this.records = records;
  }

  /** What the dispatcher has just recorded. */
  public void sent(List<Dispatch> recorded) {
    Set<String> patients =
        recorded.stream()
            .filter(dispatch -> dispatch.outcome() instanceof SendOutcome.Accepted)
            .filter(d -> d.request().scenario().equals(ComplaintAcknowledgement.SCENARIO))
            .map(dispatch -> dispatch.facts().id())
            .collect(Collectors.toSet());
    records.noteAcknowledged(patients);
  }

  @Override
  public void reconciled(Collection<String> patients) {
    records.noteAcknowledged(patients);
  }
}
