package health.anbu.outreach.simulator;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import health.anbu.outreach.contact.Address;
import java.util.Optional;

/** Reads numbers as people write them in one region. */
final class Numbers {
  private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
  private final String region;

  Numbers(String region) {
    this.region = region;
  }

  /** What a provider delivers to: a LINE user id as it is, or a number in E.164. */
  Optional<String> recipient(String to) {
    return Address.isLineUser(to) ? Optional.of(to) : e164(to);
  }

  /** The number in E.164, or empty if it is none. */
  Optional<String> e164(String number) {
    // A plus that was not escaped in a query arrives as a blank.
    String text = number.startsWith(" ") ? "+" + number.strip() : number;
    try {
      return Optional.of(util.format(util.parse(text, region), PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
