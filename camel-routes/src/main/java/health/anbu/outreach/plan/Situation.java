package health.anbu.outreach.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a condition or variable may look at.
 *
 * @param anchor the resource the scenario counts from; the patient for birthdays and programmes
 * @param now the Clock's time, never the machine's
 */
public record Situation(PatientFacts facts, Evidence anchor, Instant now, ZoneId zone) {
  public Situation {
    Objects.requireNonNull(facts);
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(now);
    Objects.requireNonNull(zone);
  }
}
