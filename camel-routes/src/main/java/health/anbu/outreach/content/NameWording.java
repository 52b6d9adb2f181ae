package health.anbu.outreach.content;

import health.anbu.outreach.content.VariableValue.Name;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each language addresses a person by name. */
final class NameWording {

  private static final int LONGEST = 80;
  private static final Set<String> PERSIAN_MEN =
      Set.of("آقا", "آقای", "جناب", "جناب آقای", "mr", "mr.");
  private static final Set<String> PERSIAN_WOMEN =
      Set.of("خانم", "سرکار", "سرکار خانم", "بانو", "mrs", "mrs.", "ms", "ms.", "miss");
  private static final Map<String, String> PERSIAN_TITLES =
      Map.of("دکتر", "دکتر", "dr", "دکتر", "dr.", "دکتر", "مهندس", "مهندس", "پروفسور", "پروفسور");

  private NameWording() {}

  /** The name as that language says it to its owner; empty where no part of it is usable. */
  static Optional<String> of(Name name, String language) {
    Parts parts = Parts.of(name);
    if (parts.empty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (language) {
          case "ko" -> parts.eastern("") + " 님";
          case "ja" -> parts.eastern(" ") + " 様";
          case "fa" -> persian(name, parts.western());
          default -> parts.western();
        });
  }

  private static String persian(Name name, String said) {
    String prefix = name.prefix() == null ? "" : SafeText.ofRecord(name.prefix());
    String title = PERSIAN_TITLES.getOrDefault(prefix.toLowerCase(Locale.ROOT), "");
    return Stream.of(persianHonorific(name.gender(), prefix), title, said)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  // What the person is called in the record outweighs the administrative gender.
  private static String persianHonorific(String gender, String prefix) {
    String called = prefix.toLowerCase(Locale.ROOT);
    if (PERSIAN_MEN.contains(called)) {
      return "جناب آقای";
    }
    if (PERSIAN_WOMEN.contains(called)) {
      return "سرکار خانم";
    }
    return switch (String.valueOf(gender)) {
      case "male" -> "جناب آقای";
      case "female" -> "سرکار خانم";
      default -> "";
    };
  }

  /** The usable parts of a name; those that are not known are empty. */
  private record Parts(String family, String given, String text) {

    static Parts of(Name name) {
      return new Parts(part(name.family()), part(name.given()), part(name.text()));
    }

    boolean empty() {
      return family.isEmpty() && given.isEmpty() && text.isEmpty();
    }

    /** Family name first where the name is written in Chinese characters, Hangul or kana. */
    String eastern(String betweenParts) {
      if (family.isEmpty() || given.isEmpty()) {
        return western();
      }
      if (hangul(family + given)) {
        return family + given;
      }
      return eastAsian(family + given) ? family + eastAsianGap(betweenParts) + given : western();
    }

    String western() {
      if (!text.isEmpty()) {
        return text;
      }
      boolean familyFirst = eastAsian(family + given);
      String first = familyFirst ? family : given;
      String second = familyFirst ? given : family;
      boolean joined = familyFirst && hangul(family + given);
      return (first + (joined ? "" : " ") + second).strip();
    }

    private String eastAsianGap(String betweenParts) {
      return text.contains(" ") ? " " : betweenParts;
    }

    private static String part(String raw) {
      String part = raw == null ? "" : SafeText.ofRecord(raw);
      boolean says = part.codePoints().anyMatch(Character::isLetterOrDigit);
      return says ? shorten(part) : "";
    }

    private static String shorten(String part) {
      int length = part.codePointCount(0, part.length());
      return length <= LONGEST
          ? part
          : part.substring(0, part.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    private static boolean hangul(String name) {
      return written(name, Set.of(Character.UnicodeScript.HANGUL));
    }

    private static boolean eastAsian(String name) {
      return written(
          name,
          Set.of(
              Character.UnicodeScript.HANGUL,
              Character.UnicodeScript.HAN,
              Character.UnicodeScript.HIRAGANA,
              Character.UnicodeScript.KATAKANA));
    }

    private static boolean written(String name, Set<Character.UnicodeScript> scripts) {
      return name.codePoints()
          .filter(Character::isLetter)
          .allMatch(point -> script(point, scripts));
    }

    // The long vowel mark of kana belongs to no script.
    private static boolean script(int point, Set<Character.UnicodeScript> scripts) {
      return point == 'ー' || scripts.contains(Character.UnicodeScript.of(point));
    }
  }
}
