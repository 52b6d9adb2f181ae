package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.List;

/**
 * An outreach request that exists.
 *
 * @param version for the next write; a stale one is refused
 * @param channels in order of preference
 * @param due when it goes out, later than planned when it was deferred
 * @param plannedDue what the plan said when it was last planned
 * @param anchorDate the anchor's date it was planned from, null where it is not recorded
 * @param reason why it was revoked or deferred, null for none
 * @param byStaff whether a person, not the planner, took it back
 * @param golden the golden time it was planned with, null where its step has none
 * @param joined the one message that it was last joined into, null for none
 * @param judged what the rules said of it in this look, null where nobody asked
 */
public record RequestRecord(
    Evidence evidence,
    String id,
    String version,
    String key,
    String scenario,
    String canonical,
    String anchor,
    Purpose purpose,
    List<String> channels,
    Status status,
    Instant due,
    Instant plannedDue,
    Instant anchorDate,
    String reason,
    boolean byStaff,
    Judgement judged,
    GoldenTimes.Planned golden,
    Joined joined) {

  public RequestRecord(
      Evidence evidence,
      String id,
      String version,
      String key,
      String scenario,
      String canonical,
      String anchor,
      Purpose purpose,
      List<String> channels,
      Status status,
      Instant due,
      Instant plannedDue,
      Instant anchorDate,
      String reason,
      boolean byStaff) {
    this(
        evidence,
        id,
        version,
        key,
        scenario,
        canonical,
        anchor,
        purpose,
        channels,
        status,
        due,
        plannedDue,
        anchorDate,
        reason,
        byStaff,
        null,
        null,
        null);
  }

  public RequestRecord {
    channels = List.copyOf(channels);
  }

  /** The states of a request that the planner tells apart. */
  public enum Status {
    ACTIVE,
    HELD,
    COMPLETED,
    REVOKED
  }

  public RequestRecord judged(Judgement judgement) {
    return with(judgement, golden, joined);
  }

  public RequestRecord golden(GoldenTimes.Planned planned) {
    return with(judged, planned, joined);
  }

  public RequestRecord joined(Joined into) {
    return with(judged, golden, into);
  }

  private RequestRecord with(Judgement judgement, GoldenTimes.Planned planned, Joined into) {
    return new RequestRecord(
        evidence,
        id,
        version,
        key,
        scenario,
        canonical,
        anchor,
        purpose,
        channels,
        status,
        due,
        plannedDue,
        anchorDate,
        reason,
        byStaff,
        judgement,
        planned,
        into);
  }

  /** The same, due later. */
  RequestRecord due(Instant later) {
    return changed(status, later, reason);
  }

  /** The same at its end; the reason may be null. */
  RequestRecord ended(Status end, Reason why) {
    return changed(end, due, why == null ? null : why.code());
  }

  private RequestRecord changed(Status then, Instant dueThen, String why) {
    return new RequestRecord(
        evidence,
        id,
        version,
        key,
        scenario,
        canonical,
        anchor,
        purpose,
        channels,
        then,
        dueThen,
        plannedDue,
        anchorDate,
        why,
        byStaff,
        judged,
        golden,
        joined);
  }

  /** As if it were pending and planned with this version. */
  RequestRecord following(String version) {
    return new RequestRecord(
        evidence,
        id,
        this.version,
        key,
        scenario,
        version,
        anchor,
        purpose,
        channels,
        Status.ACTIVE,
        due,
        plannedDue,
        anchorDate,
        null,
        false,
        judged,
        golden,
        joined);
  }

  /** Whether its own timer sends the message that it was joined into. */
  public boolean leads() {
    return joined != null && joined.leader().equals(id);
  }

  public boolean active() {
    return status == Status.ACTIVE;
  }

  /** Sent, or held in shadow mode when it would have been sent. */
  boolean wentOut() {
    return status == Status.COMPLETED || status == Status.HELD;
  }

  /** Revoked by a person, or for this one occasion: planning again does not bring it back. */
  boolean staysRevoked() {
    return status == Status.REVOKED
        && (byStaff || Reason.of(reason).filter(Reason::decidedAtSend).isPresent());
  }
}
