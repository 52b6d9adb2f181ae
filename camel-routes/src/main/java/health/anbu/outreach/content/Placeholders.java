package health.anbu.outreach.content;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The only syntax that templates have: {@code #{name}}, and in Korean {@code #{name:은/는}} with the
 * form of the particle after a consonant first.
 */
final class Placeholders {

  static final String START = "#{";

  private static final Pattern SYNTAX =
      Pattern.compile("#\\{([A-Za-z][A-Za-z0-9]*)(?::([가-힣]+)/([가-힣]+))?}");

  /**
   * One placeholder.
   *
   * @param expression all between the braces
   * @param afterConsonant null where no particle is asked for
   */
  record Placeholder(String expression, String variable, String afterConsonant, String afterVowel) {

    private static Placeholder of(MatchResult match) {
      String whole = match.group();
      return new Placeholder(
          whole.substring(START.length(), whole.length() - 1),
          match.group(1),
          match.group(2),
          match.group(3));
    }

    String withParticle(String value) {
      return afterConsonant == null
          ? value
          : KoreanParticle.append(value, afterConsonant, afterVowel);
    }
  }

  private Placeholders() {}

  /** A placeholder and where it stands. */
  record Found(Placeholder placeholder, int start, int end) {}

  static List<Found> find(String text) {
    return SYNTAX
        .matcher(text)
        .results()
        .map(match -> new Found(Placeholder.of(match), match.start(), match.end()))
        .toList();
  }

  /** Every placeholder replaced once; what is put in is not looked at again. */
  static String replace(String text, Function<Placeholder, String> value) {
    return SYNTAX
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value.apply(Placeholder.of(match))));
  }

  /** The text with every placeholder blanked out, so that positions stay what they were. */
  static String blank(String text) {
    return SYNTAX.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
  }

  /** Whether something begins like a placeholder and is none. */
  static boolean malformed(String text) {
    return blank(text).contains(START);
  }
}
