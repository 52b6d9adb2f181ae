package health.anbu.outreach.complaint;

import java.time.Instant;
import java.util.Objects;

/**
 * What came in, exactly as it came in.
 *
 * @param channel a code of CodeSystem channel, for instance {@code web} or {@code sms}
 * @param text the words, never trimmed or corrected
 * @param language a BCP 47 tag, or null when nobody said
 * @param location a reference such as {@code Location/ward-3}, or null
 * @param receivedAt when the clinic had it; the promises count from here
 * @param idempotencyKey the sender's key or the provider's message id, or null
 */
public record IncomingFeedback(
    String channel,
    String text,
    String language,
    Sender sender,
    String location,
    Instant receivedAt,
    String idempotencyKey) {

  public IncomingFeedback {
    Objects.requireNonNull(receivedAt, "receivedAt");
    sender = sender == null ? Sender.NOBODY : sender;
    language = Text.blankToNull(language);
    location = Text.blankToNull(location);
    idempotencyKey = Text.blankToNull(idempotencyKey);
  }
}
