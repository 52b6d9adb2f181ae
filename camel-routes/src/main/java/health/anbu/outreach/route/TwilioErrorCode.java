package health.anbu.outreach.route;

import java.util.HashMap;
import java.util.Map;

/** The error codes of Twilio messaging. */
final class TwilioErrorCode {
  static final String PROVIDER = "twilio";

  private static final Map<String, ProviderCode> CODES = new HashMap<>();

  static {
    var rejected = ProviderCode.permanent("provider-rejected");
    var unavailable = ProviderCode.permanent("channel-unavailable");
    var setup = ProviderCode.temporary("channel-unavailable");
    var number = ProviderCode.permanent("number-invalid");
    ProviderCode.put(CODES, number, "21211", "21214", "21217", "21614", "30005", "30006", "63024");
    ProviderCode.put(CODES, unavailable, "21408", "21612", "63016");
    ProviderCode.put(CODES, ProviderCode.optedOut("opt-out"), "21610");
    ProviderCode.put(CODES, setup, "20003", "20005", "20404", "21606", "30002", "30034");
    ProviderCode.put(
        CODES, ProviderCode.temporary("provider-unreachable"), "30001", "30003", "30008");
    ProviderCode.put(CODES, ProviderCode.permanent("recipient-blocked"), "30004");
    ProviderCode.put(CODES, rejected, "21602", "21603", "21617", "30007");
  }

  private TwilioErrorCode() {}

  /**
   * Twilio calls a message failed only when it will not arrive, so an unknown code is final too.
   */
  static ProviderCode of(String code) {
    return CODES.getOrDefault(code, ProviderCode.permanent("provider-rejected"));
  }
}
