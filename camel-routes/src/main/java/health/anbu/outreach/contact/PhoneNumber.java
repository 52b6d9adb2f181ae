package health.anbu.outreach.contact;

import java.util.regex.Pattern;

/** The one spelling of a phone number inside Anbu: E.164. */
final class PhoneNumber {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private PhoneNumber() {}

  static String require(String number, String what) {
    if (number == null || !E164.matcher(number).matches()) {
      // The number itself is personal data and stays out of the message.
      throw new IllegalArgumentException(what + " must be an E.164 number");
    }
    return number;
  }
}
