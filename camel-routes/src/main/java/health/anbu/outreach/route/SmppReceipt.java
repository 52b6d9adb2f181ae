package health.anbu.outreach.route;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a delivery receipt, which SMPP 3.4 only suggests: in any order and case.
 *
 * @param id empty where there is none
 * @param stat the word for the state, empty where there is none
 * @param error the SMSC's own code, empty where there is none
 */
record SmppReceipt(String id, String stat, String error) {
  private static final Pattern TEXT = Pattern.compile("(?i)(?<![a-z])text:");
  private static final Pattern ID = field("id", "[^\\s\\x00]+");
  private static final Pattern STAT = field("stat", "[a-z]+");
  private static final Pattern ERROR = field("err", "[0-9a-z]+");

  private static Pattern field(String name, String value) {
    return Pattern.compile("(?i)(?<![a-z])" + name + ":(" + value + ")");
  }

  /** What the message itself said stands last and may look like anything. */
  static SmppReceipt read(String shortMessage) {
    String fields = TEXT.split(shortMessage, 2)[0];
    return new SmppReceipt(
        first(ID, fields).orElse(""),
        first(STAT, fields).orElse("").toUpperCase(Locale.ROOT),
        first(ERROR, fields).orElse(""));
  }

  private static Optional<String> first(Pattern field, String text) {
    Matcher found = field.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
