package health.anbu.outreach.complaint;

import java.time.Instant;

/**
 * The Task to write: the promise, and who keeps it.
 *
 * @param focus the id of the Communication
 * @param status Task.status
 * @param businessStatus a code of CodeSystem complaint-status
 * @param forPatient the patient's id, or null when the sender is not certain
 * @param acknowledgeBy the 24 hours of the clock on the wall
 * @param resolveBy the end of the business time promised
 * @param needsTriage a person has to confirm what this is
 */
public record ComplaintTask(
    String id,
    String focus,
    String status,
    String businessStatus,
    Urgency priority,
    Assignment assignment,
    String forPatient,
    Instant acknowledgeBy,
    Instant resolveBy,
    boolean needsTriage) {

  /** The owner's reference, or null: visibly unassigned. */
  public String owner() {
    return assignment instanceof Assignment.Assigned assigned ? assigned.owner() : null;
  }
}
