package health.anbu.outreach.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of an e-mail address inside Anbu: plain, without a name, its domain in ASCII.
 */
public final class EmailAddress {
  private static final int LONGEST = 254;
  private static final Pattern PARTS = Pattern.compile("([^@\\s]+)@([^@\\s]+)");
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  private EmailAddress() {}

  /** The address, or empty for what no mail server would take, such as a name beside it. */
  public static Optional<String> read(String text) {
    Matcher parts = PARTS.matcher(text == null ? "" : text.strip());
    if (!parts.matches() || parts.group().length() > LONGEST) {
      return Optional.empty();
    }
    return domain(parts.group(2))
        .filter(domain -> LOCAL.matcher(parts.group(1)).matches())
        .map(domain -> parts.group(1) + "@" + domain);
  }

  private static Optional<String> domain(String text) {
    try {
      String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String require(String address, String what) {
    if (!read(address).filter(address::equals).isPresent()) {
      // The address itself is personal data and stays out of the message.
      throw new IllegalArgumentException(what + " must be an e-mail address");
    }
    return address;
  }
}
