package health.anbu.outreach.content;

import java.util.regex.Pattern;

/** Makes text that came from a record harmless: it can say something, but never steer a message. */
final class SafeText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F]+");
  private static final Pattern MANY_BLANKS = Pattern.compile(" {2,}");
  private static final Pattern PLACEHOLDER = Pattern.compile("#+\\{");
  private static final Pattern FORGED =
      Pattern.compile("[(（\\[［]\\s*광\\s*고\\s*[)）\\]］]|무료\\s*(?:수신)?\\s*거부|لغو\\s*(?:۱۱|11|١١)");

  private SafeText() {}

  /**
   * One line without control, invisible and direction-changing characters and without the start of
   * a placeholder. The zero-width non-joiner stays between Arabic letters, where Persian spelling
   * needs it.
   */
  static String of(String raw) {
    String visible = dropInvisible(BLANKS.matcher(raw).replaceAll(" "));
    String inert = PLACEHOLDER.matcher(visible).replaceAll("{");
    return MANY_BLANKS.matcher(inert.strip()).replaceAll(" ");
  }

  /** As {@link #of}, and without wording that would look like a legal label. */
  static String ofRecord(String raw) {
    String text = of(raw);
    String before;
    do {
      before = text;
      text = of(FORGED.matcher(text).replaceAll(" "));
    } while (!text.equals(before));
    return text;
  }

  private static String dropInvisible(String raw) {
    StringBuilder kept = new StringBuilder(raw.length());
    int[] points = raw.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (!invisible(points[i]) || joinsPersian(points, i)) {
        kept.appendCodePoint(points[i]);
      }
    }
    return kept.toString();
  }

  private static boolean invisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> point == 0x034F || point == 0x115F || point == 0x1160 || filler(point);
    };
  }

  private static boolean filler(int point) {
    return point == 0x3164 || point == 0xFFA0 || point == 0x2800;
  }

  private static boolean joinsPersian(int[] points, int at) {
    return points[at] == ZERO_WIDTH_NON_JOINER
        && at > 0
        && at + 1 < points.length
        && arabicLetter(points[at - 1])
        && arabicLetter(points[at + 1]);
  }

  private static boolean arabicLetter(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC
        && Character.isLetter(point);
  }
}
