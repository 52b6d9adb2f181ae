package health.anbu.outreach.route;

import health.anbu.outreach.contact.Purpose;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The error codes of WhatsApp's Cloud API. */
final class WhatsappErrorCode {
  static final String PROVIDER = "whatsapp";

  /** Too much at once, or the service is not there: nothing was taken. */
  private static final Set<String> LATER =
      Set.of("2", "4", "80007", "130429", "131016", "131048", "131056");

  private static final Map<String, ProviderCode> CODES = new HashMap<>();

  static {
    var unavailable = ProviderCode.permanent("channel-unavailable");
    var setup = ProviderCode.temporary("channel-unavailable");
    // No WhatsApp there, an experiment of theirs, no template outside the window, no such country.
    ProviderCode.put(CODES, unavailable, "131026", "130472", "131047", "130497", "131030");
    ProviderCode.put(CODES, ProviderCode.permanent("number-invalid"), "131021");
    // They think the person has had enough advertising lately; the next channel may be better.
    ProviderCode.put(CODES, ProviderCode.temporary("provider-rejected"), "131049");
    ProviderCode.put(CODES, ProviderCode.optedOutOf(Purpose.ADVERTISING, "opt-out"), "131050");
    ProviderCode.put(
        CODES, setup, "0", "3", "10", "33", "190", "368", "131005", "131031", "131037", "131042");
    ProviderCode.put(CODES, setup, "131045", "132015");
    ProviderCode.put(CODES, ProviderCode.temporary("provider-unreachable"), "131000", "131057");
    LATER.forEach(code -> CODES.put(code, ProviderCode.temporary("provider-unreachable")));
  }

  private WhatsappErrorCode() {}

  /** True if the same message may be sent again, because this one was certainly not taken. */
  static boolean later(String code) {
    return LATER.contains(code);
  }

  /**
   * WhatsApp calls a message failed only when it will not arrive, so an unknown code is final too,
   * as are those of templates (132xxx) that do not fit.
   */
  static ProviderCode of(String code) {
    return CODES.getOrDefault(code, ProviderCode.permanent("provider-rejected"));
  }
}
