package health.anbu.outreach.complaint;

import java.text.Normalizer;
import java.util.Locale;

/** Reads text of four scripts as one: the same word typed on two keyboards is the same word. */
final class Text {

  private Text() {}

  static String blankToNull(String value) {
    return value == null || isBlank(value) ? null : value;
  }

  /** Blank also means: only invisible characters, which {@link String#isBlank()} does not see. */
  static boolean isBlank(String value) {
    return value.codePoints().noneMatch(Text::isVisible);
  }

  private static boolean isVisible(int c) {
    boolean fills = c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0 || c == 0x2800;
    return !fills
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT;
  }

  /**
   * For comparing only: compatibility forms folded, lower case, Arabic letters and digits as on a
   * Persian keyboard and a plain one, joiners and direction marks gone, white space single.
   */
  static String comparable(String value) {
    String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(folded.length());
    folded.codePoints().forEach(c -> append(out, c));
    return out.toString().strip();
  }

  private static void append(StringBuilder out, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200C) {
      appendSpace(out);
    } else if (isVisible(c) && c != 0x0640 && !isArabicVowelMark(c)) {
      out.appendCodePoint(plain(c));
    }
  }

  private static void appendSpace(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private static boolean isArabicVowelMark(int c) {
    return c >= 0x064B && c <= 0x0655 || c == 0x0670;
  }

  private static int plain(int c) {
    return switch (c) {
      case 0x064A, 0x0649 -> 0x06CC; // Arabic yeh, alef maksura: Persian yeh
      case 0x0643 -> 0x06A9; // Arabic kaf: Persian kaf
      case 0x0629, 0x06C0 -> 0x0647; // teh marbuta, heh with yeh: heh
      case 0x0623, 0x0625 -> 0x0627; // alef with hamza: alef
      case 0x2018, 0x2019, 0x02BC -> '\'';
      default -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
    };
  }
}
