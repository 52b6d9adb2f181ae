package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks a provider whether it has accepted a message whose outcome is unknown.
 *
 * @param message the message exactly as it was handed over
 * @param since when it was handed over for the first time
 */
public record SendQuestion(OutgoingMessage message, Instant since) {
  public SendQuestion {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(since, "since");
  }
}
