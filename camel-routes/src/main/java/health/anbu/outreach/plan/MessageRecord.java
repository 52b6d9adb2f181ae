package health.anbu.outreach.plan;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.util.Set;

/**
 * One attempt on one channel that was recorded.
 *
 * @param request id of the outreach request, null for a message outside of any scenario
 * @param requests ids of all outreach requests that went as this one message
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
    String providerId,
    Set<String> requests) {

  public MessageRecord {
    requests = Set.copyOf(requests);
  }

  /** A message for one request, or for none. */
  public MessageRecord(
      String id,
      String request,
      int attempt,
      String channel,
      Purpose purpose,
      DeliveryStatus status,
      Instant sent,
      String providerId) {
    this(
        id,
        request,
        attempt,
        channel,
        purpose,
        status,
        sent,
        providerId,
        request == null ? Set.of() : Set.of(request));
  }

  /** Whether it is an attempt to send this request, alone or with others. */
  public boolean speaksFor(RequestRecord outreach) {
    return requests.contains(outreach.id());
  }

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
