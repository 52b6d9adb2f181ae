package health.anbu.outreach.plan;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;

/**
 * One attempt on one channel that was recorded.
 *
 * @param request id of the outreach request, null for a message outside of any scenario
 * @param sent null when nothing was handed to a provider
 * @param providerId what the provider calls it, null where no provider took it
 */
public record MessageRecord(
    String id,
    String request,
    int attempt,
    String channel,
    Purpose purpose,
    DeliveryStatus status,
    Instant sent,
    String providerId) {

  /** A provider took it and nothing says that it failed: the person has, or will have, heard. */
  public boolean accepted() {
    return switch (status) {
      case SUBMITTED, ACCEPTED, DELIVERED, READ, REPLIED -> true;
      default -> false;
    };
  }

  /** Nobody knows whether a provider took it; never sent again by itself. */
  public boolean uncertain() {
    return status == DeliveryStatus.UNKNOWN || status == DeliveryStatus.CLAIMED;
  }
}
