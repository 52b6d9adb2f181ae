package health.anbu.outreach.contact;

import java.util.List;
import java.util.Map;

/**
 * One rendered message for one person on one channel.
 *
 * @param messageId the id of the attempt (a UUID); it is the idempotency key towards the provider
 * @param channel code of the channel, for example {@code sms} or {@code kakao}
 * @param to the number in E.164, on LINE the user id, for e-mail the address
 * @param title the title, empty where there is none
 * @param text the text as the patient will read it
 * @param language BCP 47 code of the text
 * @param templateCode the provider's code of the approved template, or null
 * @param templateParameters what the template's variables stand for
 * @param buttons links under the text
 * @param advertising true if the message counts as advertising
 * @param picture null where there is none or the channel shows none
 */
public record OutgoingMessage(
    String messageId,
    String channel,
    String to,
    String title,
    String text,
    String language,
    String templateCode,
    Map<String, String> templateParameters,
    List<Button> buttons,
    boolean advertising,
    Picture picture) {

  public OutgoingMessage {
    Texts.require(messageId, "messageId");
    if (!messageId.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("messageId may hold letters, digits and hyphens only");
    }
    Texts.require(channel, "channel");
    Recipient.require(channel, to);
    title = Texts.orEmpty(title);
    Texts.require(text, "text");
    Texts.require(language, "language");
    templateCode = templateCode == null || templateCode.isBlank() ? null : templateCode;
    templateParameters = templateParameters == null ? Map.of() : Map.copyOf(templateParameters);
    buttons = buttons == null ? List.of() : List.copyOf(buttons);
  }

  /** A message without a picture. */
  public OutgoingMessage(
      String messageId,
      String channel,
      String to,
      String title,
      String text,
      String language,
      String templateCode,
      Map<String, String> templateParameters,
      List<Button> buttons,
      boolean advertising) {
    this(
        messageId,
        channel,
        to,
        title,
        text,
        language,
        templateCode,
        templateParameters,
        buttons,
        advertising,
        null);
  }

  /** Only the id and the channel: numbers and texts do not belong in a log. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + messageId + " on " + channel + "]";
  }
}
