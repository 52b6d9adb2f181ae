package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.OutgoingMessage;
import java.util.regex.Pattern;

/** The JSON of a message to WhatsApp. */
final class WhatsappRequest {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;
  private static final int LONGEST_PARAMETER = 1024;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private WhatsappRequest() {}

  /** Free words, which WhatsApp takes only from those whom the person has just written to. */
  static String text(OutgoingMessage message) {
    if (message.picture() != null && LinkedText.of(message).length() <= LONGEST_CAPTION) {
      return picture(message);
    }
    ObjectNode body = envelope(message, "text");
    body.putObject("text").put("preview_url", false).put("body", words(message));
    return body.toString();
  }

  private static String picture(OutgoingMessage message) {
    ObjectNode body = envelope(message, "image");
    body.putObject("image")
        .put("link", message.picture().url())
        .put("caption", LinkedText.of(message));
    return body.toString();
  }

  static boolean textFits(OutgoingMessage message) {
    return words(message).length() <= LONGEST_TEXT;
  }

  /** The approved template, whose one variable is the whole message. */
  static String template(OutgoingMessage message, WhatsappAccount account) {
    ObjectNode body = envelope(message, "template");
    ObjectNode template = body.putObject("template").put("name", account.templateFor(message));
    template.putObject("language").put("code", account.templateLanguage(message));
    template
        .putArray("components")
        .addObject()
        .put("type", "body")
        .putArray("parameters")
        .addObject()
        .put("type", "text")
        .put("text", parameter(message));
    return body.toString();
  }

  static boolean templateFits(OutgoingMessage message) {
    return parameter(message).length() <= LONGEST_PARAMETER;
  }

  /** WhatsApp refuses a variable with line breaks, tabs or many blanks. */
  private static String parameter(OutgoingMessage message) {
    return BLANKS.matcher(words(message)).replaceAll(" ").strip();
  }

  private static String words(OutgoingMessage message) {
    return LinkedText.withPicture(message);
  }

  private static ObjectNode envelope(OutgoingMessage message, String type) {
    return ProviderAnswers.JSON
        .createObjectNode()
        .put("messaging_product", "whatsapp")
        .put("recipient_type", "individual")
        .put("to", message.to())
        .put("type", type)
        // Comes back in every receipt, also where the answer to the send was lost.
        .put("biz_opaque_callback_data", message.messageId());
  }
}
