package health.anbu.outreach.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the product speaks. */
public enum Language {
  KO,
  JA,
  FA,
  EN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the tag's language, whatever its region; empty when it is none of ours. */
  public static Optional<Language> ofTag(String tag) {
    String primary = tag == null ? "" : tag.split("[-_]", 2)[0].toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(language -> language.name().equals(primary)).findFirst();
  }

  /** The tag if it is one of ours, else what the script gives away. */
  public static Optional<Language> of(String tag, String text) {
    return ofTag(tag).or(() -> ofScript(text));
  }

  /** By the script most letters are in; kana outweighs ideographs, which say nothing alone. */
  static Optional<Language> ofScript(String text) {
    int[] letters = new int[values().length];
    text.codePoints().forEach(c -> count(c, letters));
    int best = 0;
    for (int i = 1; i < letters.length; i++) {
      best = letters[i] > letters[best] ? i : best;
    }
    return letters[best] == 0 ? Optional.empty() : Optional.of(values()[best]);
  }

  private static void count(int c, int[] letters) {
    switch (Character.UnicodeScript.of(c)) {
      case HANGUL -> letters[KO.ordinal()]++;
      case HIRAGANA, KATAKANA, HAN -> letters[JA.ordinal()]++;
      case ARABIC -> letters[FA.ordinal()]++;
      case LATIN -> letters[EN.ordinal()]++;
      default -> {
        // digits and signs belong to everybody
      }
    }
  }
}
