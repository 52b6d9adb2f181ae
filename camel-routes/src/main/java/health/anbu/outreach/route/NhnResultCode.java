package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import java.util.HashMap;
import java.util.Map;

/** The result codes of NHN KakaoTalk Bizmessage v2.3. */
final class NhnResultCode {
  static final String PROVIDER = "nhn";

  /** The same idempotency key came within ten minutes: the message was accepted before. */
  static final String REPEATED = "-1005";

  private static final Map<String, ProviderCode> RESULTS = new HashMap<>();
  private static final Map<String, ProviderCode> ANSWERS = new HashMap<>();

  static {
    var rejected = ProviderCode.permanent("provider-rejected");
    var unavailable = ProviderCode.permanent("channel-unavailable");
    var setup = ProviderCode.temporary("channel-unavailable");

    RESULTS.put("1000", new ProviderCode(DeliveryStatus.DELIVERED, "", false));
    // Sent, receipt not confirmed: it may still arrive within three days.
    ProviderCode.put(RESULTS, ProviderCode.unknown(), "3005", "4131", "9998", "9999");
    ProviderCode.put(RESULTS, ProviderCode.permanent("number-invalid"), "3008");
    ProviderCode.put(
        RESULTS, ProviderCode.temporary("provider-unreachable"), "3010", "3011", "3012", "3013");
    ProviderCode.put(RESULTS, rejected, "3014", "3015", "3016", "3025", "3027", "4133", "4134");
    // No KakaoTalk on this number, or not used for a week: another channel has to do it.
    ProviderCode.put(RESULTS, unavailable, "3018", "3019");
    ProviderCode.put(RESULTS, ProviderCode.optedOut("recipient-blocked"), "3020");
    ProviderCode.put(RESULTS, ProviderCode.temporary("quiet-hours"), "3022");
    ProviderCode.put(RESULTS, ProviderCode.temporary("channel-unavailable"), "4156");
    ProviderCode.put(RESULTS, setup, "1021", "1022", "1023", "1024", "1025", "1026", "1027");

    // Keys, sender profile and identity: nothing was sent, somebody has to mend the set-up.
    ProviderCode.put(
        ANSWERS, setup, "-1000", "-1001", "-1006", "-1014", "-1024", "-1027", "-1030", "-2017");
    ProviderCode.put(ANSWERS, ProviderCode.optedOut("opt-out"), "-3301");
    ProviderCode.put(ANSWERS, ProviderCode.permanent("number-invalid"), "-4019");
    ProviderCode.put(ANSWERS, ProviderCode.unknown(), "-9998", "-9999", "9998", "9999");
  }

  private NhnResultCode() {}

  /** A result code as webhooks and queries carry it; one we do not know leaves us not knowing. */
  static ProviderCode ofResult(String code) {
    return RESULTS.getOrDefault(code, ProviderCode.unknown());
  }

  /** A code in the answer to a send; with any but the system errors, nothing was sent. */
  static ProviderCode ofAnswer(String code) {
    ProviderCode known = ANSWERS.get(code);
    if (known != null) {
      return known;
    }
    ProviderCode result = RESULTS.get(code);
    return result != null && result.status().failed()
        ? result
        : ProviderCode.permanent("provider-rejected");
  }
}
