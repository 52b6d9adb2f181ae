package health.anbu.outreach.content;

import com.ibm.icu.util.ULocale;

/** Which way a language is written, and how a foreign word keeps its own way inside it. */
enum Direction {
  LTR,
  RTL;

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  static Direction of(String language) {
    return new ULocale(language).isRightToLeft() ? RTL : LTR;
  }

  String code() {
    return this == RTL ? "rtl" : "ltr";
  }

  /** The value, isolated only where it would otherwise be shuffled by the text around it. */
  String embed(String value) {
    return value.codePoints().anyMatch(this::foreign) ? isolate(value) : value;
  }

  static String isolate(String value) {
    return FIRST_STRONG_ISOLATE + value + POP_ISOLATE;
  }

  // Persian digits have the class of European numbers and need no isolation in Persian text.
  private boolean foreign(int point) {
    byte direction = Character.getDirectionality(point);
    if (this == RTL) {
      return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || point >= '0' && point <= '9';
    }
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
