package health.anbu.outreach.fhir;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import health.anbu.outreach.contact.Address;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads phone numbers as people write them, by the clinic's region, in any digits. */
public final class PhoneNumbers {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private final String region;

  /**
   * @param region the two letters of the country whose national numbers are meant, such as KR
   */
  public PhoneNumbers(String region) {
    this.region = region;
  }

  /**
   * The number in E.164 with what it is; empty when it can be no number. A number that is merely
   * possible (test numbers, ranges that are newer than the tables) is taken too, but never before
   * one that is valid.
   *
   * @param country where the person lives, two letters; null when not known
   */
  public Optional<Address> read(String text, String country) {
    String home = country == null || country.length() != 2 ? region : country;
    return parse(text, region)
        .filter(PhoneNumbers::validMobile)
        .or(() -> parse(text, home).filter(NUMBERS::isValidNumber))
        // Abroad: what merely could be a number there is more likely than a landline here.
        .or(() -> home.equals(region) ? Optional.empty() : possible(text, home))
        .or(() -> parse(text, region).filter(NUMBERS::isValidNumber))
        .or(() -> possible(text, region))
        .map(n -> new Address(kind(n), NUMBERS.format(n, PhoneNumberFormat.E164)));
  }

  private static boolean validMobile(PhoneNumber number) {
    return NUMBERS.isValidNumber(number) && kind(number) == Address.Kind.MOBILE;
  }

  private static Optional<PhoneNumber> possible(String text, String region) {
    return parse(text, region)
        .filter(
            number ->
                NUMBERS.isPossibleNumberWithReason(number)
                    == PhoneNumberUtil.ValidationResult.IS_POSSIBLE);
  }

  /** Whether the tables know the number, in its own country, as one that exists. */
  public boolean valid(Address address) {
    return parse(address.value(), region).filter(NUMBERS::isValidNumber).isPresent();
  }

  /**
   * How the number may stand in a record: a search compares letter by letter, people do not.
   *
   * @param number in E.164
   */
  Set<String> spellings(String number) {
    Set<String> spellings = new LinkedHashSet<>(Set.of(number));
    parse(number, region).ifPresent(parsed -> spellings(parsed, spellings));
    Set<String> all = new LinkedHashSet<>(spellings);
    for (int zero : new int[] {0x06F0, 0x0660, 0xFF10}) {
      spellings.forEach(spelling -> all.add(withDigits(spelling, zero)));
    }
    return all;
  }

  private static void spellings(PhoneNumber number, Set<String> spellings) {
    String international = NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
    String national = NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
    String digits = NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
    for (String written : List.of(international, national)) {
      spellings.add(written);
      spellings.add(written.replace(' ', '-'));
      spellings.add(written.replace('-', ' '));
      spellings.add(written.replace('-', '.').replace(' ', '.'));
      spellings.add(written.replaceAll("[^0-9+]", ""));
    }
    spellings.add(digits);
    spellings.add("00" + digits);
  }

  private static String withDigits(String text, int zero) {
    StringBuilder written = new StringBuilder();
    text.chars().forEach(c -> written.appendCodePoint(c >= '0' && c <= '9' ? zero + c - '0' : c));
    return written.toString();
  }

  private static Optional<PhoneNumber> parse(String text, String region) {
    try {
      // Full-width digits become plain ones; the library knows Persian and Arabic digits itself.
      String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      return Optional.of(NUMBERS.parse(international(plain), region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String international(String plain) {
    boolean doubleZero = plain.length() > 2 && isZero(plain.charAt(0)) && isZero(plain.charAt(1));
    return doubleZero ? "+" + plain.substring(2) : plain;
  }

  private static boolean isZero(char digit) {
    return Character.isDigit(digit) && Character.digit(digit, 10) == 0;
  }

  private static Address.Kind kind(PhoneNumber number) {
    PhoneNumberType type = NUMBERS.getNumberType(number);
    // North America does not tell its mobiles from its landlines; nor does a merely possible one.
    return type == PhoneNumberType.MOBILE
            || type == PhoneNumberType.FIXED_LINE_OR_MOBILE
            || type == PhoneNumberType.UNKNOWN
        ? Address.Kind.MOBILE
        : Address.Kind.LANDLINE;
  }
}
