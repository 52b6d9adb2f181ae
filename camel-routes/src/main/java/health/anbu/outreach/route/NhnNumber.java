package health.anbu.outreach.route;

/** Phone numbers as NHN writes them: domestic with a leading zero, others with country code. */
public final class NhnNumber {
  private NhnNumber() {}

  /** From E.164: +821012345678 becomes 01012345678. */
  public static String fromE164(String number) {
    return number.startsWith("+82") ? "0" + number.substring(3) : number.substring(1);
  }

  /** To E.164: 010-1234-5678 becomes +821012345678. */
  public static String toE164(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    return digits.startsWith("0") ? "+82" + digits.substring(1) : "+" + digits;
  }
}
