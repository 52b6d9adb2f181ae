package health.anbu.outreach.route;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The link of RFC 8058 under an e-mail. It names the message and nothing about the patient, and
 * only who has the secret can make one.
 */
record UnsubscribeLink(String publicUrl, String secret) {
  static final String PATH = "/webhooks/email/unsubscribe";

  private static final String PURPOSE = "unsubscribe|";

  String of(String messageId) {
    return publicUrl + PATH + "?t=" + messageId + "." + signature(messageId);
  }

  /** The message that a token was made for; empty for a forged one. */
  Optional<String> messageId(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || secret.isBlank()) {
      return Optional.empty();
    }
    String messageId = token.substring(0, dot);
    byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    byte[] right = signature(messageId).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, given) ? Optional.of(messageId) : Optional.empty();
  }

  private String signature(String messageId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal((PURPOSE + messageId).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HmacSHA256", e);
    }
  }
}
