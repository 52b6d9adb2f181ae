package health.anbu.outreach.content;

/**
 * Chooses between the two forms of a Korean particle by the sound that the word before ends with.
 */
final class KoreanParticle {

  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FINALS = 28;
  private static final int FINAL_RIEUL = 8;
  private static final String DIGITS_WITH_FINAL = "013678";
  private static final String DIGITS_WITH_RIEUL = "178";

  private enum Ending {
    VOWEL,
    RIEUL,
    CONSONANT,
    UNKNOWN
  }

  private KoreanParticle() {}

  /**
   * The word with its particle.
   *
   * @param afterConsonant for example 은, 이, 을, 과, 으로
   * @param afterVowel for example 는, 가, 를, 와, 로
   */
  static String append(String word, String afterConsonant, String afterVowel) {
    return switch (ending(word)) {
      case VOWEL -> word + afterVowel;
      case RIEUL -> word + (afterConsonant.startsWith("으로") ? afterVowel : afterConsonant);
      case CONSONANT -> word + afterConsonant;
      // The Korean way to leave it open, for words in other scripts.
      case UNKNOWN -> word + afterConsonant + "(" + afterVowel + ")";
    };
  }

  private static Ending ending(String word) {
    for (int i = word.length() - 1; i >= 0; i--) {
      char last = word.charAt(i);
      if (Character.isLetterOrDigit(last)) {
        return ending(last);
      }
    }
    return Ending.UNKNOWN;
  }

  private static Ending ending(char last) {
    if (last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE) {
      int sound = (last - FIRST_SYLLABLE) % FINALS;
      return sound == 0 ? Ending.VOWEL : sound == FINAL_RIEUL ? Ending.RIEUL : Ending.CONSONANT;
    }
    if (last >= '0' && last <= '9') {
      return DIGITS_WITH_RIEUL.indexOf(last) >= 0
          ? Ending.RIEUL
          : DIGITS_WITH_FINAL.indexOf(last) >= 0 ? Ending.CONSONANT : Ending.VOWEL;
    }
    return Ending.UNKNOWN;
  }
}
