package health.anbu.outreach.content;

import java.text.Normalizer;

/**
 * Chooses between the two forms of a Korean particle by the sound that the word before ends with,
 * as a Korean reader would say it: Hangul, digits, Latin letters and kana.
 */
final class KoreanParticle {

  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FINALS = 28;
  private static final int FINAL_RIEUL = 8;

  /** 영 일 이 삼 사 오 육 칠 팔 구; each of them alone. */
  private static final String DIGITS_WITH_FINAL = "036";

  private static final String DIGITS_WITH_RIEUL = "178";

  /** In words: James is 제임스, Peter 피터, Sarah 사라; Jack and Mark end differently. */
  private static final String LETTERS_WITH_VOWEL = "aeiouyrhwszfvjx";

  private static final String LETTERS_WITH_FINAL = "mn";

  enum Ending {
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
    return switch (ending(spoken(word))) {
      case VOWEL -> word + afterVowel;
      case RIEUL -> word + (afterConsonant.startsWith("으로") ? afterVowel : afterConsonant);
      case CONSONANT -> word + afterConsonant;
      // The Korean way to leave it open, where nobody can tell how it is said.
      case UNKNOWN -> word + afterConsonant + "(" + afterVowel + ")";
    };
  }

  /** What stands in brackets at the end is not said: 30일 (화)은. */
  private static String spoken(String word) {
    String whole = word.strip();
    int open = whole.endsWith(")") ? whole.lastIndexOf('(') : -1;
    String before = open < 0 ? "" : whole.substring(0, open);
    return before.codePoints().anyMatch(Character::isLetterOrDigit) ? before : whole;
  }

  private static Ending ending(String word) {
    int end = word.length();
    while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? Ending.UNKNOWN : ending(word, end - 1);
  }

  private static Ending ending(String word, int at) {
    char last = word.charAt(at);
    if (last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE) {
      int sound = (last - FIRST_SYLLABLE) % FINALS;
      return sound == 0 ? Ending.VOWEL : sound == FINAL_RIEUL ? Ending.RIEUL : Ending.CONSONANT;
    }
    if (Character.isDigit(last)) {
      return digit(Character.forDigit(Character.digit(last, 10), 10));
    }
    return switch (Character.UnicodeScript.of(last)) {
      case LATIN -> latin(word, at);
      case HIRAGANA, KATAKANA -> kana(last);
      default -> last == 'ー' ? Ending.VOWEL : Ending.UNKNOWN;
    };
  }

  private static Ending digit(char digit) {
    return DIGITS_WITH_RIEUL.indexOf(digit) >= 0
        ? Ending.RIEUL
        : DIGITS_WITH_FINAL.indexOf(digit) >= 0 ? Ending.CONSONANT : Ending.VOWEL;
  }

  private static Ending kana(char last) {
    return switch (last) {
      case 'ん', 'ン', 'っ', 'ッ' -> Ending.CONSONANT;
      default -> Ending.VOWEL;
    };
  }

  /** Capitals alone may be spelt or said (LG, KIM): only where both end alike is it certain. */
  private static Ending latin(String word, int at) {
    boolean capitals = Character.isUpperCase(word.charAt(at));
    boolean alone = at == 0 || !latinLetter(word.charAt(at - 1));
    Ending said = said(word, at);
    if (!capitals) {
      return said;
    }
    Ending spelt = spelt(Character.toLowerCase(word.charAt(at)));
    return alone || spelt == said ? spelt : Ending.UNKNOWN;
  }

  private static Ending said(String word, int at) {
    char last = Character.toLowerCase(plain(word.charAt(at)));
    boolean ng = last == 'g' && at > 0 && Character.toLowerCase(word.charAt(at - 1)) == 'n';
    if (LETTERS_WITH_VOWEL.indexOf(last) >= 0) {
      return Ending.VOWEL;
    }
    return last == 'l'
        ? Ending.RIEUL
        : ng || LETTERS_WITH_FINAL.indexOf(last) >= 0 ? Ending.CONSONANT : Ending.UNKNOWN;
  }

  /** 엘, 엠, 엔, 알; every other letter is said with a vowel at its end. */
  private static Ending spelt(char letter) {
    return switch (letter) {
      case 'l', 'r' -> Ending.RIEUL;
      case 'm', 'n' -> Ending.CONSONANT;
      default -> Ending.VOWEL;
    };
  }

  private static boolean latinLetter(char letter) {
    return Character.isLetter(letter)
        && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  /** Without its accent: é ends as e does. */
  private static char plain(char letter) {
    return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
  }
}
