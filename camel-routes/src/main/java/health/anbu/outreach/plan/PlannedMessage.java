package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Permit;
import java.time.Instant;
import java.time.ZonedDateTime;
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

  /** The scenario with its anchor: what groups the requests of one occurrence. */
  public String instance() {
    return key.replaceFirst(":" + step.id() + ":", ":");
  }
}
