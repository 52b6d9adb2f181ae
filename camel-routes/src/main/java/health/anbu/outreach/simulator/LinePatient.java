package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.Address;
import health.anbu.outreach.route.BodySignature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The patient in LINE, who writes, presses a button, follows or unfollows; the product hears it
 * through LINE's signed webhook.
 */
@Simulated
@RestController
class LinePatient {
  private final AcceptedMessages messages;
  private final Carrier carrier;
  private final WebhookSender sender;
  private final ProductAddress product;

  LinePatient(
      AcceptedMessages messages, Carrier carrier, WebhookSender sender, ProductAddress product) {
    this.messages = messages;
    this.carrier = carrier;
    this.sender = sender;
    this.product = product;
  }

  @PostMapping(path = "/simulators/line/inbound", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> act(HttpServletRequest request) throws IOException {
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    String from = body == null ? "" : KakaoJson.text(body, "from");
    if (!Address.isLineUser(from)) {
      return wrong("from must be a LINE user id: U and 32 hexadecimal digits");
    }
    String text = KakaoJson.text(body, "text");
    return switch (RequestBody.kind(body)) {
      case "", "reply", "message" ->
          text.isEmpty() || text.length() > 5000
              ? wrong("text must have 1 to 5000 characters")
              : tell(message(from, text));
      case "stop" -> tell(message(from, text.isEmpty() ? "STOP" : text));
      case "click", "link-click", "postback" -> tell(click(from, KakaoJson.text(body, "data")));
      case "unfollow", "block" -> unfollow(from);
      case "follow", "unblock" -> follow(from);
      case "account-link" -> tell(linked(from, KakaoJson.text(body, "nonce")));
      default -> wrong("event must be one of message, stop, click, unfollow, follow, account-link");
    };
  }

  private static ResponseEntity<Object> wrong(String message) {
    return ResponseEntity.badRequest().body(Map.of("error", message));
  }

  ResponseEntity<Object> unfollow(String user) {
    messages.block(Carrier.LINE, user, true);
    return tell(event("unfollow", user));
  }

  private ResponseEntity<Object> follow(String user) {
    boolean unblocked = messages.blocks(Carrier.LINE, user);
    messages.block(Carrier.LINE, user, false);
    ObjectNode event = event("follow", user);
    event.putObject("follow").put("isUnblocked", unblocked);
    return tell(event);
  }

  private ObjectNode message(String user, String text) {
    ObjectNode event = event("message", user);
    event.putObject("message").put("type", "text").put("id", "1").put("text", text);
    return event;
  }

  private ObjectNode click(String user, String data) {
    ObjectNode event = event("postback", user);
    event.putObject("postback").put("data", data);
    return event;
  }

  private ObjectNode linked(String user, String nonce) {
    ObjectNode event = event("accountLink", user);
    event.putObject("link").put("result", "ok").put("nonce", nonce);
    return event;
  }

  private ObjectNode event(String type, String user) {
    return LineJson.event(type, user, ulid(), messages.now());
  }

  private static String ulid() {
    String random = UUID.randomUUID().toString().replace("-", "");
    return "01" + random.substring(0, 24).toUpperCase(Locale.ROOT);
  }

  /** A fault of receipts strikes here: LINE has no others. */
  private ResponseEntity<Object> tell(ObjectNode event) {
    Carrier.Fate fate = carrier.line();
    List<ObjectNode> told = new ArrayList<>(fate.lost() ? List.of() : List.of(event));
    if (fate.doubled()) {
      told.add(LineJson.redelivered(event));
    }
    if (fate.reordered()) {
      told.add(earlierFollow(event));
    }
    sender.sendLater(fate.at(), () -> told.stream().map(this::signed).toList());
    return ResponseEntity.accepted()
        .body(Map.of("webhookEventId", event.path("webhookEventId").asText()));
  }

  /** The event of a minute ago that was held up on its way. */
  private static ObjectNode earlierFollow(ObjectNode event) {
    Instant before =
        Instant.ofEpochMilli(event.path("timestamp").asLong()).minus(Duration.ofMinutes(1));
    ObjectNode follow =
        LineJson.event("follow", event.at("/source/userId").asText(), ulid(), before);
    follow.putObject("follow").put("isUnblocked", false);
    return LineJson.redelivered(follow);
  }

  private WebhookSender.Webhook signed(ObjectNode event) {
    String body = LineJson.webhook(event);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new WebhookSender.Webhook(
        product.webhook("/webhooks/line"),
        "application/json;charset=UTF-8",
        "X-Line-Signature",
        BodySignature.line(product.line("channel-secret"), bytes),
        body);
  }
}
