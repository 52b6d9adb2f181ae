package health.anbu.outreach.content;

/** The alphabet of GSM 03.38, in which a text message holds 160 characters. */
final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ESCAPED = "\f^{}\\[~]|€";

  private Gsm7() {}

  static boolean canWrite(String text) {
    return text.codePoints().allMatch(point -> BASIC.indexOf(point) >= 0 || escaped(point));
  }

  /** 2 for the characters that need an escape, else 1. */
  static int septets(int point) {
    return escaped(point) ? 2 : 1;
  }

  private static boolean escaped(int point) {
    return ESCAPED.indexOf(point) >= 0;
  }
}
