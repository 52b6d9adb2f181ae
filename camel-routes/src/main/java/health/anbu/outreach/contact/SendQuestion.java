package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Asks a provider whether it has accepted a message whose outcome is unknown.
 *
 * @param message the message exactly as it was handed over
 * @param since when it was handed over for the first time
 * @param lost what was sent since then may be missing in our records, whatever its text
 * @param recorded what the provider calls the patient's messages that are in our records
 */
public record SendQuestion(
    OutgoingMessage message, Instant since, boolean lost, Set<String> recorded) {
  public SendQuestion {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(since, "since");
    recorded = Set.copyOf(recorded);
  }

  public SendQuestion(OutgoingMessage message, Instant since) {
    this(message, since, false, Set.of());
  }
}
