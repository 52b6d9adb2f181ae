package health.anbu.outreach.content;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * A content made ready for rendering.
 *
 * @param language normalised
 * @param title null = none
 */
record Wording(MessageContent content, String language, Phrase title, Phrase body) {

  static Wording of(MessageContent content) {
    return new Wording(
        content,
        Languages.normal(content.language()),
        content.title() == null ? null : Phrase.of(content.title()),
        Phrase.of(content.body()));
  }

  boolean isFor(String channel) {
    return Objects.equals(content.channel(), channel);
  }

  /** In this tone, or in the usual one. */
  boolean isSaid(String tone) {
    return content.tone() == null || content.tone().equals(tone);
  }

  /** Whether anybody may see the title. */
  boolean hasTitleForAll(boolean sensitive, Predicate<String> confidential) {
    return title != null && (!sensitive || content.discreet()) && !title.uses(confidential);
  }
}
