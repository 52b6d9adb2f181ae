package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which words of a template are used: all of one language, as open as the channel allows.
 *
 * <p>The patient's language is preferred to the words of the channel, and the words of the channel
 * to those for every channel. What a record says of a treatment never stands where others read.
 */
record WordingChoice(List<Wording> wordings) {

  WordingChoice {
    wordings = List.copyOf(wordings);
  }

  static WordingChoice of(MessageTemplate template) {
    return new WordingChoice(template.contents().stream().map(Wording::of).toList());
  }

  /**
   * The parts in order; empty where there are no words that may be said.
   *
   * @param confidential whether a variable says what a record says of a treatment
   */
  List<Wording> choose(Occasion occasion, Predicate<String> confidential, String clinicLanguage) {
    for (String language : Languages.chain(occasion.language(), clinicLanguage)) {
      for (boolean discreet : discreetness(occasion)) {
        List<Wording> chosen = parts(language, discreet, occasion);
        if (!chosen.isEmpty() && sayable(chosen, occasion, confidential)) {
          return chosen;
        }
      }
    }
    return List.of();
  }

  /** Whether there are any words in a language for this patient on this channel. */
  boolean speaks(Occasion occasion, String clinicLanguage) {
    return Languages.chain(occasion.language(), clinicLanguage).stream()
        .anyMatch(
            language ->
                wordings.stream()
                    .filter(wording -> wording.language().equals(language))
                    .anyMatch(w -> w.isFor(occasion.channel()) || w.isFor(null)));
  }

  /** A title that anybody may see, in the language of the chosen words. */
  Optional<Phrase> title(List<Wording> chosen, Occasion occasion, Predicate<String> confidential) {
    List<Wording> candidates = new ArrayList<>(chosen);
    if (chosen.stream().anyMatch(wording -> wording.title() != null)) {
      candidates.addAll(parts(chosen.get(0).language(), true, occasion));
    }
    return candidates.stream()
        .filter(wording -> wording.hasTitleForAll(occasion.sensitive(), confidential))
        .map(Wording::title)
        .findFirst();
  }

  private static List<Boolean> discreetness(Occasion occasion) {
    return occasion.exposure().demandsDiscreet(occasion.sensitive())
        ? List.of(true)
        : List.of(false, true);
  }

  private static boolean sayable(
      List<Wording> parts, Occasion occasion, Predicate<String> confidential) {
    return occasion.exposure().takesConfidential(occasion.sensitive())
        || parts.stream().noneMatch(part -> part.body().uses(confidential));
  }

  private List<Wording> parts(String language, boolean discreet, Occasion occasion) {
    List<Wording> exact = firstOfEachPart(language, discreet, occasion.channel(), occasion.tone());
    return exact.isEmpty() ? firstOfEachPart(language, discreet, null, occasion.tone()) : exact;
  }

  /**
   * One wording for each part, in the order of the template: in the tone, else in the usual one.
   */
  private List<Wording> firstOfEachPart(
      String language, boolean discreet, String channel, String tone) {
    Map<String, Wording> parts = new LinkedHashMap<>();
    wordings.stream()
        .filter(wording -> wording.language().equals(language))
        .filter(wording -> wording.content().discreet() == discreet && wording.isFor(channel))
        .filter(wording -> wording.isSaid(tone))
        .forEach(
            wording ->
                parts.merge(
                    wording.content().part() == null ? "" : wording.content().part(),
                    wording,
                    (one, other) ->
                        one.content().tone() == null && other.content().tone() != null
                            ? other
                            : one));
    return List.copyOf(parts.values());
  }
}
