package health.anbu.outreach.route;

import java.util.Set;

/** What mail servers answer and report: enhanced status codes of RFC 3463, else plain replies. */
final class SmtpCode {
  static final String PROVIDER = "smtp";

  /** No such mailbox, no such domain, or a mailbox that was closed. */
  private static final Set<String> NO_ADDRESS =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4");

  /** Our own account: the patient's address has nothing to do with it. */
  private static final Set<String> ACCOUNT =
      Set.of("5.7.8", "5.7.9", "5.7.0", "5.1.7", "5.1.8", "530", "534", "535", "538");

  private SmtpCode() {}

  static ProviderCode of(String code) {
    if (NO_ADDRESS.contains(code)) {
      return ProviderCode.permanent("number-invalid");
    }
    if (ACCOUNT.contains(code)) {
      return ProviderCode.temporary("channel-unavailable");
    }
    return code.startsWith("4")
        ? ProviderCode.temporary("provider-unreachable")
        : ProviderCode.permanent("provider-rejected");
  }
}
