package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.route.BodySignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** WhatsApp's signed webhooks to the product. */
@Simulated
@Component
class WhatsappWebhooks {
  private final ProductAddress product;

  WhatsappWebhooks(ProductAddress product) {
    this.product = product;
  }

  List<WebhookSender.Webhook> receipts(AcceptedMessage message, Carrier.Fate fate) {
    Instant at = Instant.parse(message.resultAt());
    WebhookSender.Webhook sent = status(message, "sent", at, null);
    if (message.result().equals(Carrier.BLOCKED)) {
      return List.of(sent);
    }
    boolean arrives = message.result().equals("0");
    WebhookSender.Webhook end =
        arrives
            ? status(message, "delivered", at, null)
            : status(message, "failed", at, message.result());
    List<WebhookSender.Webhook> receipts =
        new ArrayList<>(fate.reordered() ? List.of(end, sent) : List.of(sent, end));
    if (fate.doubled()) {
      receipts.add(end);
    }
    return receipts;
  }

  private WebhookSender.Webhook status(
      AcceptedMessage message, String status, Instant at, String error) {
    return signed("statuses", WhatsappJson.status(message, status, at, error));
  }

  WebhookSender.Webhook read(AcceptedMessage message, Instant at) {
    return status(message, "read", at, null);
  }

  WebhookSender.Webhook text(String from, String text, Instant at) {
    ObjectNode message = message(from, "text", at);
    message.putObject("text").put("body", text);
    return signed("messages", message);
  }

  /** A quick reply under a template. */
  WebhookSender.Webhook button(String from, String text, Instant at) {
    ObjectNode message = message(from, "button", at);
    message.putObject("button").put("payload", text).put("text", text);
    return signed("messages", message);
  }

  private static ObjectNode message(String from, String type, Instant at) {
    return WhatsappJson.node()
        .put("from", from.substring(1))
        .put("id", wamid())
        .put("timestamp", Long.toString(at.getEpochSecond()))
        .put("type", type);
  }

  static String wamid() {
    return "wamid." + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** "Offers and announcements" switched off or on. */
  WebhookSender.Webhook preference(String from, boolean stops, Instant at) {
    ObjectNode preference =
        WhatsappJson.node()
            .put("wa_id", from.substring(1))
            .put("category", "marketing_messages")
            .put("value", stops ? "stop" : "resume")
            .put("timestamp", at.getEpochSecond());
    return signed("user_preferences", preference);
  }

  private WebhookSender.Webhook signed(String list, ObjectNode element) {
    String body = WhatsappJson.webhook(product.whatsapp("phone-number-id"), list, element);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new WebhookSender.Webhook(
        product.webhook("/webhooks/whatsapp"),
        "application/json;charset=UTF-8",
        "X-Hub-Signature-256",
        BodySignature.whatsapp(product.whatsapp("app-secret"), bytes),
        body);
  }
}
