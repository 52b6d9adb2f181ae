package health.anbu.outreach.plan;

import health.anbu.outreach.contact.ContactMoment;
import health.anbu.outreach.contact.Permit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

/**
 * A message that should exist for a patient.
 *
 * @param key names this one occurrence: scenario:step:Type/id, with a date where it recurs
 * @param due with the offset of the zone it was computed in
 * @param sendBy from this instant on it would be too late, null for no such instant
 * @param anchorDate the instant of the anchor it was computed from
 */
public record PlannedMessage(
    String key,
    Scenario scenario,
    Step step,
    Evidence anchor,
    ZonedDateTime anchorDate,
    ZonedDateTime due,
    Instant sendBy,
    Permit permit) {

  public PlannedMessage {
    Objects.requireNonNull(key);
    Objects.requireNonNull(due);
  }

  /**
   * What the contact policies are asked: whether it may go over this channel now.
   *
   * @param allowed the permit of this moment; the one that it was planned with may be another
   * @param counted when messages that a frequency cap counts went out
   */
  public ContactMoment moment(
      Permit allowed,
      String channel,
      PatientFacts facts,
      ClinicPolicy clinic,
      List<Instant> counted,
      Instant now) {
    return new ContactMoment(
        allowed,
        channel,
        now,
        facts.zoneOr(clinic.zone()),
        sendBy,
        clinic.law(facts),
        clinic.cap(),
        counted,
        step.anyHour(),
        OpenHours.from(this, facts, clinic, now));
  }

  /** The scenario with its anchor: what groups the requests of one occurrence. */
  public String instance() {
    return key.replaceFirst(":" + step.id() + ":", ":");
  }
}
