package health.anbu.outreach.complaint;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises a message that is nothing but an opt-out word.
 *
 * <p>A word within a sentence never counts: «لغو» cancels an appointment too, 안 멈춰요 may be about
 * bleeding and 中止 about a medicine. Such a sentence is for a person to read.
 */
public final class OptOutWords {

  /**
   * @param word the word, in one spelling
   * @param mayCancelVisit the word alone may also mean the next appointment: stop, and ask
   */
  public record OptOut(String word, Language language, boolean mayCancelVisit) {}

  // First, because the word sets below are read with them.
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern WITHIN = Pattern.compile("[\\s-]+");

  /** Twilio's default set for long codes, and what AWS adds to it that is a word on its own. */
  private static final Set<String> ENGLISH =
      words(
          "stop",
          "stopall",
          "stop all",
          "unsubscribe",
          "end",
          "quit",
          "revoke",
          "opt out",
          "cancel",
          "arret",
          "remove");

  private static final Set<String> KOREAN =
      words(
          "수신거부", "무료수신거부", "광고수신거부", "문자수신거부", "수신거절", "수신중지", "수신중단", "수신차단", "수신동의철회", "광고거부",
          "문자거부", "거부", "구독취소", "구독해지", "수신취소", "수신해지");

  private static final Set<String> JAPANESE =
      words(
          "停止", "配信停止", "配信停止希望", "配信解除", "配信拒否", "受信拒否", "受信停止", "購読解除", "購読停止", "登録解除", "メール停止",
          "配信不要", "ストップ");

  private static final Set<String> PERSIAN =
      words(
          "لغو",
          "لغو 11",
          "لغو پیامک",
          "لغو اشتراک",
          "لغو عضویت",
          "لغو دریافت",
          "لغو ارسال",
          "توقف");

  /** Iranian service lines: the digits alone, taught by «لغو ۱۱» at the end of each message. */
  private static final Set<String> IRAN_ONLY = words("11");

  private static final Set<String> MAY_CANCEL_VISIT = words("cancel", "لغو");

  private static final Map<Language, Set<String>> BY_LANGUAGE =
      Map.of(
          Language.EN, ENGLISH,
          Language.KO, KOREAN,
          Language.JA, JAPANESE,
          Language.FA, PERSIAN);

  private OptOutWords() {}

  /**
   * @param jurisdiction ISO 3166 country code of the clinic; digits mean an opt-out only where they
   *     are the custom
   */
  public static Optional<OptOut> recognise(String message, String jurisdiction) {
    String word = spelling(message);
    return languageOf(word, jurisdiction)
        .map(language -> new OptOut(word, language, MAY_CANCEL_VISIT.contains(word)));
  }

  /** Whether the message is nothing but one of these words, however it is spelt. */
  public static boolean isOneOf(String message, Collection<String> words) {
    String said = spelling(message);
    return words.stream().anyMatch(word -> spelling(word).equals(said));
  }

  private static Optional<Language> languageOf(String word, String jurisdiction) {
    if ("IR".equals(jurisdiction) && IRAN_ONLY.contains(word)) {
      return Optional.of(Language.FA);
    }
    return Stream.of(Language.values())
        .filter(language -> BY_LANGUAGE.get(language).contains(word))
        .findFirst();
  }

  private static Set<String> words(String... words) {
    return Stream.of(words).map(OptOutWords::spelling).collect(Collectors.toUnmodifiableSet());
  }

  /** Case, width, keyboard, quotes, final stops and inner spaces make no other word. */
  private static String spelling(String message) {
    String comparable = AROUND.matcher(Text.comparable(message)).replaceAll("");
    return WITHIN.matcher(comparable).replaceAll("");
  }
}
