package health.anbu.outreach.kpi;

import java.time.Instant;
import java.util.Objects;

/**
 * An Encounter as a measure sees it.
 *
 * @param status Encounter.status; only {@code finished} counts
 */
public record Visit(String patient, Instant start, String status) {

  public Visit {
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(start, "start");
  }

  boolean finished() {
    return "finished".equals(status);
  }
}
