package health.anbu.outreach.plan;

import java.util.Objects;
import java.util.Set;

/**
 * A time at which the person turned to the clinic: wrote or called, booked, or came.
 *
 * @param evidence the Communication, Appointment or Encounter that shows it
 * @param about what a message was, such as a complaint or praise
 */
public record Contact(Evidence evidence, When at, Set<Code> about) {

  public Contact {
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(at);
    about = Set.copyOf(about);
  }

  /** A contact about nothing that was written down. */
  public Contact(Evidence evidence, When at) {
    this(evidence, at, Set.of());
  }

  public String reference() {
    return evidence.reference();
  }
}
