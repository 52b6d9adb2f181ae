package health.anbu.outreach.plan;

import java.util.Objects;

/**
 * A time at which the person turned to the clinic: wrote or called, booked, or came.
 *
 * @param evidence the Communication, Appointment or Encounter that shows it
 */
public record Contact(Evidence evidence, When at) {

  public Contact {
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(at);
  }

  public String reference() {
    return evidence.reference();
  }
}
