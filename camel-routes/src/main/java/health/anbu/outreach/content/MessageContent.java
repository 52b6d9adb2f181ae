package health.anbu.outreach.content;

import java.util.List;
import java.util.Objects;

/**
 * The wording of a message in one language.
 *
 * @param language BCP 47 code, for example {@code ko} or {@code fa-AF}
 * @param channel code of the channel it is meant for; null = every channel
 * @param part name of the payload part; null = the only part
 * @param discreet whether it names no treatment, condition or result, for others' eyes
 * @param tone in which it is said; null = the usual one, formal
 * @param title subject or headline; null = none
 * @param body text with {@code #{variable}} and, in Korean, {@code #{variable:은/는}}
 * @param image null = none
 * @param buttons buttons in order
 */
public record MessageContent(
    String language,
    String channel,
    String part,
    boolean discreet,
    String tone,
    String title,
    String body,
    ContentImage image,
    List<ContentButton> buttons) {

  public MessageContent {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(body, "body");
    buttons = buttons == null ? List.of() : List.copyOf(buttons);
  }

  /** Words in the usual tone. */
  public MessageContent(
      String language,
      String channel,
      String part,
      boolean discreet,
      String title,
      String body,
      ContentImage image,
      List<ContentButton> buttons) {
    this(language, channel, part, discreet, null, title, body, image, buttons);
  }

  /** Words for a channel that only the patient reads, without a picture. */
  public MessageContent(
      String language,
      String channel,
      String part,
      String title,
      String body,
      List<ContentButton> buttons) {
    this(language, channel, part, false, title, body, null, buttons);
  }
}
