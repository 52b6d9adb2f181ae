package health.anbu.outreach.route;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** X-Twilio-Signature: HMAC-SHA1 over the public URL and the sorted form parameters. */
public final class TwilioSignature {
  private TwilioSignature() {}

  /** The signature of a form sent to this URL, query included. */
  public static String sign(String authToken, String url, Map<String, List<String>> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form)
        .forEach(
            (name, values) -> new TreeSet<>(values).forEach(v -> signed.append(name).append(v)));
    return hmac(authToken, signed.toString());
  }

  /** True for a form signed over this URL with or without its port. */
  static boolean matches(
      String authToken, String url, Map<String, List<String>> form, String signature) {
    boolean matches = false;
    for (String spelling : spellings(url)) {
      matches |= same(sign(authToken, spelling, form), signature);
    }
    return matches;
  }

  /** True for another body whose hash is the signed URL's parameter bodySHA256. */
  static boolean matchesBody(String authToken, String url, byte[] body, String signature) {
    String query = URI.create(url).getRawQuery();
    String hash =
        query == null ? "" : query.replaceAll("(?:.*&)?bodySHA256=([0-9a-fA-F]*).*", "$1");
    return same(hash.toLowerCase(Locale.ROOT), sha256(body))
        && matches(authToken, url, Map.of(), signature);
  }

  /** Twilio is known to sign with and without the port, whichever the URL was given with. */
  private static Set<String> spellings(String url) {
    URI uri = URI.create(url);
    Set<String> spellings = new LinkedHashSet<>(List.of(url));
    int standard = "https".equals(uri.getScheme()) ? 443 : 80;
    String rest =
        (uri.getRawPath() == null ? "" : uri.getRawPath())
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    spellings.add(uri.getScheme() + "://" + uri.getHost() + rest);
    spellings.add(uri.getScheme() + "://" + uri.getHost() + ":" + standard + rest);
    return spellings;
  }

  private static boolean same(String expected, String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HmacSHA1", e);
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }
}
