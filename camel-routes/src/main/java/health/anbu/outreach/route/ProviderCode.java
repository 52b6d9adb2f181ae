package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.SendOutcome;
import java.util.Map;
import java.util.function.Function;

/**
 * What a provider's result code means to us.
 *
 * @param status the status of a message whose receipt carries the code
 * @param reason a code of {@code CodeSystem/outreach-reason}
 * @param optOut true if the recipient has told the provider to stop
 * @param about what an opt-out is about; null for everything
 */
public record ProviderCode(DeliveryStatus status, String reason, boolean optOut, Purpose about) {

  public ProviderCode(DeliveryStatus status, String reason, boolean optOut) {
    this(status, reason, optOut, null);
  }

  /** How each provider's codes are read; a new provider is a line. */
  private static final Map<String, Function<String, ProviderCode>> READERS =
      Map.ofEntries(
          Map.entry(NhnResultCode.PROVIDER, NhnResultCode::ofResult),
          Map.entry(TwilioErrorCode.PROVIDER, TwilioErrorCode::of),
          Map.entry(WhatsappErrorCode.PROVIDER, WhatsappErrorCode::of),
          Map.entry(SmtpCode.PROVIDER, SmtpCode::of),
          Map.entry(SmppStatus.PROVIDER, SmppStatus::ofReceipt));

  /** The meaning of a code that a provider gave in a receipt. */
  public static ProviderCode of(String provider, String code) {
    Function<String, ProviderCode> reader = READERS.get(provider);
    if (reader == null) {
      throw new IllegalArgumentException("no provider is called " + provider);
    }
    return reader.apply(code);
  }

  boolean permanent() {
    return status == DeliveryStatus.FAILED_PERMANENT;
  }

  SendOutcome refused(String provider, String code) {
    return new SendOutcome.Refused(provider, code, reason, permanent(), optOut);
  }

  static ProviderCode permanent(String reason) {
    return new ProviderCode(DeliveryStatus.FAILED_PERMANENT, reason, false);
  }

  static ProviderCode temporary(String reason) {
    return new ProviderCode(DeliveryStatus.FAILED_TEMPORARY, reason, false);
  }

  static ProviderCode optedOut(String reason) {
    return new ProviderCode(DeliveryStatus.FAILED_PERMANENT, reason, true);
  }

  static ProviderCode optedOutOf(Purpose about, String reason) {
    return new ProviderCode(DeliveryStatus.FAILED_PERMANENT, reason, true, about);
  }

  static ProviderCode unknown() {
    return new ProviderCode(DeliveryStatus.UNKNOWN, "unknown-outcome", false);
  }

  static void put(Map<String, ProviderCode> table, ProviderCode meaning, String... codes) {
    for (String code : codes) {
      table.put(code, meaning);
    }
  }
}
