package health.anbu.outreach.contact;

import java.util.Objects;

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

  public Address {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(value);
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
