package health.anbu.outreach.content;

import java.io.ByteArrayOutputStream;

/** The alphabet of GSM 03.38, in which a text message holds 160 characters. */
public final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ESCAPED = "\f^{}\\[~]|€";

  private static final int ESCAPE = 0x1B;
  private static final byte[] ESCAPED_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };

  private Gsm7() {}

  public static boolean canWrite(String text) {
    return text.codePoints().allMatch(point -> BASIC.indexOf(point) >= 0 || escaped(point));
  }

  /** 2 for the characters that need an escape, else 1. */
  static int septets(int point) {
    return escaped(point) ? 2 : 1;
  }

  /**
   * One septet a byte, as SMPP carries the default alphabet; what it lacks becomes a question mark.
   */
  public static byte[] encode(String text) {
    ByteArrayOutputStream septets = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            point -> {
              if (escaped(point)) {
                septets.write(ESCAPE);
                septets.write(ESCAPED_CODES[ESCAPED.indexOf(point)]);
              } else {
                int at = BASIC.indexOf(BASIC.indexOf(point) < 0 ? '?' : point);
                septets.write(at < ESCAPE ? at : at + 1);
              }
            });
    return septets.toByteArray();
  }

  /** Reads what {@link #encode} wrote; what is no septet is left out. */
  public static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder();
    boolean escape = false;
    for (byte septet : septets) {
      if (septet == ESCAPE) {
        escape = true;
      } else if (septet >= 0) {
        text.append(escape ? escaped(septet) : basic(septet));
        escape = false;
      }
    }
    return text.toString();
  }

  private static char basic(byte septet) {
    return BASIC.charAt(septet < ESCAPE ? septet : septet - 1);
  }

  private static char escaped(byte septet) {
    for (int i = 0; i < ESCAPED_CODES.length; i++) {
      if (ESCAPED_CODES[i] == septet) {
        return ESCAPED.charAt(i);
      }
    }
    return basic(septet);
  }

  private static boolean escaped(int point) {
    return ESCAPED.indexOf(point) >= 0;
  }
}
