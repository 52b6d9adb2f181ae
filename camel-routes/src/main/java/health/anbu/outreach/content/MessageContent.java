package health.anbu.outreach.content;

import java.util.List;
import java.util.Objects;

/**
 * The wording of a message in one language.
 *
 * @param language BCP 47 code, for example {@code ko} or {@code fa-AF}
 * @param channel code of the channel it is meant for; null = every channel
 * @param part name of the payload part; null = the only part
 * @param title subject or headline; null = none
 * @param body text with {@code #{variable}} and, in Korean, {@code #{variable:은/는}}
 * @param buttons buttons in order
 */
public record MessageContent(
    String language,
    String channel,
    String part,
    String title,
    String body,
    List<ContentButton> buttons) {

  public MessageContent {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(body, "body");
    buttons = buttons == null ? List.of() : List.copyOf(buttons);
  }
}
