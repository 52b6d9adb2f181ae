package health.anbu.outreach.complaint;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of a word list, ready to be looked for in a comparable text. */
record Phrase(String words, Pattern pattern) {

  private static final String A_FEW_WORDS = ".{0,40}?";
  private static final String BEFORE_WORD = "(?<![\\p{L}\\p{N}])";
  private static final String AFTER_WORD = "(?![\\p{L}\\p{N}])";

  static Phrase of(String line, Language language) {
    String words = Text.comparable(line);
    return new Phrase(words, Pattern.compile(regex(words, language)));
  }

  /**
   * English has words with ends; Persian adds endings; Korean and Japanese have no word borders.
   */
  private static String regex(String words, Language language) {
    String body =
        Arrays.stream(words.split("\\.\\."))
            .map(part -> part(part.strip(), language))
            .collect(Collectors.joining(A_FEW_WORDS));
    return language == Language.EN || language == Language.FA ? BEFORE_WORD + body : body;
  }

  private static String part(String part, Language language) {
    String between = language == Language.EN ? "[ -]+" : "[ -]*";
    return Arrays.stream(part.split(" "))
        .map(word -> word(word, language))
        .collect(Collectors.joining(between));
  }

  private static String word(String word, Language language) {
    if (word.endsWith("*")) {
      return Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}*";
    }
    if (word.endsWith("|")) {
      return Pattern.quote(word.substring(0, word.length() - 1)) + AFTER_WORD;
    }
    return Pattern.quote(word) + (language == Language.EN ? AFTER_WORD : "");
  }
}
