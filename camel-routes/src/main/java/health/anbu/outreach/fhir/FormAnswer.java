package health.anbu.outreach.fhir;

/**
 * What a patient has answered in a form of ours.
 *
 * @param response reference to the QuestionnaireResponse
 * @param patient id
 * @param worse than at the visit
 * @param symptom something new was written down
 * @param question something was asked
 * @param reply whether an answer is wanted; null where that was left open
 */
record FormAnswer(
    String response,
    String patient,
    boolean worse,
    boolean symptom,
    boolean question,
    Boolean reply) {

  /** Somebody should look at it today, whether the patient asked for it or not. */
  boolean urgent() {
    return worse || symptom;
  }

  boolean needsReply() {
    return urgent() || Boolean.TRUE.equals(reply) || question && reply == null;
  }
}
