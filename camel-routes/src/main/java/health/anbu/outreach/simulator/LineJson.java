package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.springframework.http.ResponseEntity;

/** The shapes of LINE's answers and webhooks. */
final class LineJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ALTERNATIVE = 400;
  private static final int LONGEST_BUBBLE_TEXT = 2000;
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_TEXT = 5000;
  private static final int LONGEST_URL = 2000;

  private LineJson() {}

  static boolean isText(JsonNode message) {
    String text = KakaoJson.text(message, "text");
    return KakaoJson.text(message, "type").equals("text")
        && !text.isBlank()
        && text.length() <= LONGEST_TEXT;
  }

  static boolean isPicture(JsonNode message) {
    return KakaoJson.text(message, "type").equals("image")
        && isAddress(KakaoJson.text(message, "originalContentUrl"))
        && isAddress(KakaoJson.text(message, "previewImageUrl"));
  }

  /** A bubble of one text with buttons under it, within what LINE takes of each. */
  static boolean isBubble(JsonNode message) {
    String alternative = KakaoJson.text(message, "altText");
    String text = bubbleText(message);
    boolean fits =
        KakaoJson.text(message, "type").equals("flex")
            && KakaoJson.text(message.path("contents"), "type").equals("bubble")
            && !alternative.isBlank()
            && alternative.length() <= LONGEST_ALTERNATIVE
            && !text.isBlank()
            && text.length() <= LONGEST_BUBBLE_TEXT;
    for (JsonNode button : buttons(message)) {
      String label = KakaoJson.text(button.path("action"), "label");
      fits &= !label.isBlank() && label.length() <= LONGEST_LABEL;
      fits &= isAddress(KakaoJson.text(button.path("action"), "uri"));
    }
    return fits;
  }

  private static String bubbleText(JsonNode message) {
    return KakaoJson.text(message.at("/contents/body/contents/0"), "text");
  }

  private static JsonNode buttons(JsonNode message) {
    return message.at("/contents/footer/contents");
  }

  private static String seenBubble(JsonNode message) {
    StringBuilder seen = new StringBuilder(bubbleText(message));
    for (JsonNode button : buttons(message)) {
      seen.append("\n\n").append(KakaoJson.text(button.path("action"), "label"));
      seen.append('\n').append(KakaoJson.text(button.path("action"), "uri"));
    }
    return seen.toString();
  }

  private static boolean isAddress(String url) {
    return url.startsWith("https://") && url.length() <= LONGEST_URL;
  }

  /** What the person sees of one message; of a picture its address. */
  static String seen(JsonNode message) {
    if (isBubble(message)) {
      return seenBubble(message);
    }
    return isPicture(message)
        ? "[" + KakaoJson.text(message, "originalContentUrl") + "]"
        : KakaoJson.text(message, "text");
  }

  static ResponseEntity<Object> error(int status, String message) {
    return ResponseEntity.status(status).body(JSON.createObjectNode().put("message", message));
  }

  static ResponseEntity<Object> sent(AcceptedMessage message) {
    return ResponseEntity.ok()
        .header("x-line-request-id", message.groupingKey())
        .body(sentMessages(JSON.createObjectNode(), message));
  }

  /** The same retry key again. */
  static ResponseEntity<Object> sentBefore(AcceptedMessage message, String requestId) {
    ObjectNode body = JSON.createObjectNode().put("message", "The retry key is already accepted");
    return ResponseEntity.status(409)
        .header("x-line-request-id", requestId)
        .header("x-line-accepted-request-id", message.groupingKey())
        .body(sentMessages(body, message));
  }

  private static ObjectNode sentMessages(ObjectNode body, AcceptedMessage message) {
    body.putArray("sentMessages").addObject().put("id", message.providerId());
    return body;
  }

  /** An event of a person; what belongs to its type is added by the caller. */
  static ObjectNode event(String type, String user, String id, Instant at) {
    ObjectNode event = JSON.createObjectNode();
    event.put("type", type).put("mode", "active").put("timestamp", at.toEpochMilli());
    event.putObject("source").put("type", "user").put("userId", user);
    event.put("webhookEventId", id);
    event.putObject("deliveryContext").put("isRedelivery", false);
    return event;
  }

  static ObjectNode redelivered(ObjectNode event) {
    ObjectNode again = event.deepCopy();
    again.putObject("deliveryContext").put("isRedelivery", true);
    return again;
  }

  static String webhook(ObjectNode event) {
    ObjectNode webhook =
        JSON.createObjectNode().put("destination", "U00000000000000000000000000000000");
    webhook.putArray("events").add(event);
    return webhook.toString();
  }
}
