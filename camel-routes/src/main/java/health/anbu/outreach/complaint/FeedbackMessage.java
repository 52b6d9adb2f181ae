package health.anbu.outreach.complaint;

/**
 * The Communication to write.
 *
 * @param id derived from the idempotency key where there is one
 * @param feedback the words and everything said with them, unchanged
 * @param patientId the subject, or null when the sender is not certain
 */
public record FeedbackMessage(
    String id, IncomingFeedback feedback, Classification classification, String patientId) {}
