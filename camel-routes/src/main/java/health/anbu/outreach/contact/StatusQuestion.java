package health.anbu.outreach.contact;

/**
 * Asks a provider what became of a message it had accepted; the answer is a {@link Receipt}.
 *
 * @param messageId our id of the attempt, carried over into the receipt, or null
 */
public record StatusQuestion(String providerId, String messageId) {
  public StatusQuestion {
    Texts.require(providerId, "providerId");
    if (!providerId.matches("[A-Za-z0-9_-]{1,80}(/[0-9]{1,6})?")) {
      throw new IllegalArgumentException("providerId is none that a provider gave");
    }
  }
}
