package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;

/**
 * A provider's later answer about a message it had accepted.
 *
 * @param providerId the provider's id of the message
 * @param messageId our id of the attempt where the receipt carries it, else null
 * @param code the provider's own result code, empty where there is none
 * @param eventId the same for every copy of the same receipt
 * @param optOut true if the receipt says that the recipient wants no more messages here
 */
public record Receipt(
    String provider,
    String providerId,
    String messageId,
    DeliveryStatus status,
    String code,
    Instant at,
    String eventId,
    boolean optOut) {

  public Receipt {
    Texts.require(provider, "provider");
    Texts.require(providerId, "providerId");
    messageId = messageId == null || messageId.isBlank() ? null : messageId;
    Objects.requireNonNull(status, "status");
    code = Texts.orEmpty(code);
    Objects.requireNonNull(at, "at");
    Texts.require(eventId, "eventId");
  }
}
