package health.anbu.outreach.contact;

import java.util.Locale;

/**
 * How far a message has come.
 *
 * <p>The constants stand in the order in which they outrank each other, so that {@link #merge} is
 * the greater of two: commutative, associative and idempotent. Receipts that come late, doubled or
 * in another order therefore always end in the same status. What a provider saw outranks what we
 * intended; a delivery outranks a failure, because with several devices one may fail while another
 * has the message already.
 */
public enum DeliveryStatus {
  PLANNED,
  HELD,
  CLAIMED,
  SKIPPED,
  REVOKED,
  SUPERSEDED,
  SUBMITTED,
  ACCEPTED,
  /** Above accepted: the provider itself may say later that it does not know. */
  UNKNOWN,
  FAILED_TEMPORARY,
  FAILED_PERMANENT,
  DELIVERED,
  READ,
  REPLIED;

  /** The code in {@code CodeSystem/delivery-status}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The status for such a code. */
  public static DeliveryStatus ofCode(String code) {
    for (DeliveryStatus status : values()) {
      if (status.code().equals(code)) {
        return status;
      }
    }
    throw new IllegalArgumentException("no delivery status has the code " + code);
  }

  /** The status after both were heard, in whatever order. */
  public DeliveryStatus merge(DeliveryStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** True if the message did not and will not arrive, so that the next channel may be tried. */
  public boolean failed() {
    return this == FAILED_TEMPORARY || this == FAILED_PERMANENT;
  }

  /** True if no later receipt is worth polling for. */
  public boolean settled() {
    return compareTo(FAILED_TEMPORARY) >= 0
        || this == SKIPPED
        || this == REVOKED
        || this == SUPERSEDED;
  }
}
