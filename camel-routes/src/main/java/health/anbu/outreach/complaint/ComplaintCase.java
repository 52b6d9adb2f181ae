package health.anbu.outreach.complaint;

import java.util.Locale;
import java.util.Optional;

/**
 * Everything that follows from one piece of feedback, to be written in one transaction.
 *
 * @param task empty for plain praise
 */
public record ComplaintCase(
    FeedbackMessage message, Optional<ComplaintTask> task, Acknowledgement acknowledgement) {

  /** What the sender can quote: short, and it says nothing about them. */
  public String reference() {
    return message.id().substring(0, Math.min(8, message.id().length())).toUpperCase(Locale.ROOT);
  }

  /** The same words, without promising anything: nobody waits for an answer. */
  public ComplaintCase withoutPromise() {
    return new ComplaintCase(message, Optional.empty(), new Acknowledgement.None("not-in-plan"));
  }
}
