package health.anbu.outreach.route;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over the raw body of a webhook, written as each provider writes it. */
public final class BodySignature {
  private static final String ALGORITHM = "HmacSHA256";

  private BodySignature() {}

  /** X-Line-Signature. */
  public static String line(String channelSecret, byte[] body) {
    return Base64.getEncoder().encodeToString(hmac(channelSecret, body));
  }

  /** X-Hub-Signature-256. */
  public static String whatsapp(String appSecret, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(hmac(appSecret, body));
  }

  /** Takes as long for a wrong one as for the right one. */
  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
    }
  }
}
