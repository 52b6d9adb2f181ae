package health.anbu.outreach.contact;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a person can be reached.
 *
 * @param kind what carries it
 * @param value a number in E.164, an e-mail address or a messenger's user id
 */
public record Address(Kind kind, String value) {

  /** A landline takes calls only. */
  public enum Kind {
    MOBILE,
    LANDLINE,
    EMAIL,
    LINE
  }

  private static final Pattern LINE_USER = Pattern.compile("U[0-9a-f]{32}");

  public Address {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(value);
  }

  /** Whether this is how LINE names a person towards one provider. */
  public static boolean isLineUser(String text) {
    return text != null && LINE_USER.matcher(text).matches();
  }

  /** Whether a message of this channel can go to this address. */
  public boolean takes(String channel) {
    return switch (channel) {
      case "sms", "kakao", "whatsapp" -> kind == Kind.MOBILE;
      case "line" -> kind == Kind.LINE;
      case "email" -> kind == Kind.EMAIL;
      case "phone" -> kind == Kind.MOBILE || kind == Kind.LANDLINE;
      default -> false;
    };
  }
}
