package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.Button;
import health.anbu.outreach.contact.OutgoingMessage;
import java.util.Set;

/** A text with its buttons under it, as a Flex Message; what cannot show it shows its words. */
final class LineBubble {

  /** What LINE takes as one text of a bubble, and as what stands for the bubble elsewhere. */
  private static final int LONGEST_TEXT = 2000;

  private static final int LONGEST_ALTERNATIVE = 400;
  private static final Set<String> RIGHT_TO_LEFT = Set.of("fa", "ar", "he", "ur");

  private LineBubble() {}

  static boolean fits(OutgoingMessage message) {
    return !message.buttons().isEmpty() && message.text().length() <= LONGEST_TEXT;
  }

  static void write(OutgoingMessage message, ObjectNode flex) {
    flex.put("type", "flex").put("altText", alternative(message));
    ObjectNode bubble = flex.putObject("contents").put("type", "bubble");
    bubble.put("direction", direction(message.language()));
    box(bubble.putObject("body"))
        .addObject()
        .put("type", "text")
        .put("text", message.text())
        .put("wrap", true);
    ArrayNode buttons = box(bubble.putObject("footer"));
    for (Button button : message.buttons()) {
      buttons
          .addObject()
          .put("type", "button")
          .putObject("action")
          .put("type", "uri")
          .put("label", button.label())
          .put("uri", button.url());
    }
  }

  private static ArrayNode box(ObjectNode box) {
    return box.put("type", "box").put("layout", "vertical").putArray("contents");
  }

  /** The list of chats shows it; a long text ends there in a sign that there is more. */
  private static String alternative(OutgoingMessage message) {
    String all = LinkedText.of(message);
    if (all.length() <= LONGEST_ALTERNATIVE) {
      return all;
    }
    String text = message.text();
    int end = Math.min(text.length(), LONGEST_ALTERNATIVE - 1);
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole).stripTrailing() + "…";
  }

  private static String direction(String language) {
    return RIGHT_TO_LEFT.contains(language.split("-")[0]) ? "rtl" : "ltr";
  }
}
