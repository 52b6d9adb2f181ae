package health.anbu.outreach.complaint;

import java.time.Instant;
import java.util.Objects;

/**
 * A stretch in which the clinic waits for somebody else and its promise does not run.
 *
 * @param to null while it goes on
 */
public record Pause(Instant from, Instant to) {

  public Pause {
    Objects.requireNonNull(from, "from");
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("A pause ends after it starts, not " + from + " to " + to);
    }
  }

  boolean goesOn() {
    return to == null;
  }
}
