package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.springframework.http.ResponseEntity;

/** The shapes of WhatsApp's answers and webhooks. */
final class WhatsappJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WhatsappJson() {}

  static ObjectNode node() {
    return JSON.createObjectNode();
  }

  static ResponseEntity<Object> error(int status, int code, String message) {
    ObjectNode body = node();
    body.putObject("error")
        .put("message", "(#" + code + ") " + message)
        .put("type", "OAuthException")
        .put("code", code)
        .put("fbtrace_id", "simulated")
        .putObject("error_data")
        .put("messaging_product", "whatsapp")
        .put("details", message);
    return ResponseEntity.status(status).body(body);
  }

  static ResponseEntity<Object> sent(AcceptedMessage message) {
    ObjectNode body = node().put("messaging_product", "whatsapp");
    String number = message.to().substring(1);
    body.putArray("contacts").addObject().put("input", message.to()).put("wa_id", number);
    body.putArray("messages")
        .addObject()
        .put("id", message.providerId())
        .put("message_status", "accepted");
    return ResponseEntity.ok(body);
  }

  /**
   * A status of a message.
   *
   * @param error the code with which it failed, null where it did not
   */
  static ObjectNode status(AcceptedMessage message, String status, Instant at, String error) {
    ObjectNode node = node();
    node.put("id", message.providerId()).put("status", status);
    node.put("timestamp", Long.toString(at.getEpochSecond()));
    node.put("recipient_id", message.to().substring(1));
    if (message.idempotencyKey() != null) {
      node.put("biz_opaque_callback_data", message.idempotencyKey());
    }
    if (error != null) {
      node.putArray("errors")
          .addObject()
          .put("code", Integer.parseInt(error))
          .put("title", "Message failed to send.");
    }
    return node;
  }

  /**
   * The envelope of every webhook.
   *
   * @param list statuses, messages or user_preferences
   */
  static String webhook(String phoneNumberId, String list, ObjectNode element) {
    ObjectNode webhook = node().put("object", "whatsapp_business_account");
    ObjectNode entry = webhook.putArray("entry").addObject().put("id", "200000000000002");
    ObjectNode change = entry.putArray("changes").addObject();
    change.put("field", list.equals("user_preferences") ? list : "messages");
    ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", "15550000001")
        .put("phone_number_id", phoneNumberId);
    value.putArray(list).add(element);
    return webhook.toString();
  }
}
