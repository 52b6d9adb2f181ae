package health.anbu.outreach.content;

import java.nio.charset.Charset;
import java.util.function.IntUnaryOperator;

/**
 * How long a text is on its way as a text message.
 *
 * @param encoding how it travels
 * @param units septets, UTF-16 units or bytes, by the encoding
 * @param segments messages that are paid for; a Korean long message (LMS) is one
 * @param fits whether it can be sent at all
 */
public record TextLength(Encoding encoding, int units, int segments, boolean fits) {

  /** What may be written in one Korean AlimTalk, everything counted. */
  public static final int ALIMTALK_CHARACTERS = 1000;

  private static final int KOREAN_SHORT_BYTES = 90;
  private static final int KOREAN_LONG_BYTES = 2000;
  private static final int MOST_SEGMENTS = 10;
  private static final Charset EUC_KR = Charset.forName("EUC-KR");

  /** How a text travels. */
  public enum Encoding {
    GSM_7,
    UCS_2,
    EUC_KR
  }

  /**
   * The length for the carriers of that jurisdiction: EUC-KR in Korea (90 bytes short, 2,000 long),
   * unless a letter does not exist in it; elsewhere GSM-7 (160, 153 in a chain) or UCS-2 (70, 67).
   */
  public static TextLength of(String text, String jurisdiction) {
    if ("KR".equals(jurisdiction) && EUC_KR.newEncoder().canEncode(text)) {
      int bytes = text.getBytes(EUC_KR).length;
      return new TextLength(Encoding.EUC_KR, bytes, 1, bytes <= KOREAN_LONG_BYTES);
    }
    return Gsm7.canWrite(text) ? gsm7(text) : ucs2(text);
  }

  /** How many messages the text is, for the carriers of that jurisdiction. */
  public static int segments(String text, String jurisdiction) {
    return of(text, jurisdiction).segments();
  }

  /** Whether the text is a single AlimTalk. */
  public static boolean fitsAlimTalk(String text) {
    return text.length() <= ALIMTALK_CHARACTERS;
  }

  /** Whether a Korean carrier takes it as a short message (SMS); a longer one goes as LMS. */
  public boolean koreanShort() {
    return encoding == Encoding.EUC_KR && units <= KOREAN_SHORT_BYTES;
  }

  private static TextLength gsm7(String text) {
    int septets = text.chars().map(Gsm7::septets).sum();
    int segments = septets <= 160 ? 1 : chain(text, 153, Gsm7::septets);
    return new TextLength(Encoding.GSM_7, septets, segments, segments <= MOST_SEGMENTS);
  }

  private static TextLength ucs2(String text) {
    int units = text.length();
    int segments = units <= 70 ? 1 : chain(text, 67, Character::charCount);
    return new TextLength(Encoding.UCS_2, units, segments, segments <= MOST_SEGMENTS);
  }

  /** Segments where no character may be torn apart between two of them. */
  private static int chain(String text, int room, IntUnaryOperator size) {
    int segments = 1;
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      int needed = size.applyAsInt(point);
      if (used + needed > room) {
        segments++;
        used = 0;
      }
      used += needed;
    }
    return segments;
  }
}
