package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import java.util.Optional;

/** The statuses of Twilio's message resource. */
final class TwilioStatus {
  private TwilioStatus() {}

  /** What a status, with the error code beside it, means; empty for those of inbound messages. */
  static Optional<ProviderCode> meaning(String status, String errorCode) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending", "sent" ->
          Optional.of(plain(DeliveryStatus.ACCEPTED));
      case "delivered", "partially_delivered" -> Optional.of(plain(DeliveryStatus.DELIVERED));
      case "read" -> Optional.of(plain(DeliveryStatus.READ));
      case "undelivered", "failed", "canceled" -> Optional.of(TwilioErrorCode.of(errorCode));
      default -> Optional.empty();
    };
  }

  private static ProviderCode plain(DeliveryStatus status) {
    return new ProviderCode(status, "", false);
  }
}
