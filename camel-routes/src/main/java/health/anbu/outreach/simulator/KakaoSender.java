package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.route.NhnNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Takes AlimTalk messages, remembers them and reports what Kakao made of them. */
@Simulated
@Component
class KakaoSender {
  private final AcceptedMessages messages;
  private final Faults faults;
  private final Carrier carrier;
  private final WebhookSender webhooks;
  private final ProductAddress product;

  KakaoSender(
      AcceptedMessages messages,
      Faults faults,
      Carrier carrier,
      WebhookSender webhooks,
      ProductAddress product) {
    this.messages = messages;
    this.faults = faults;
    this.carrier = carrier;
    this.webhooks = webhooks;
    this.product = product;
    messages
        .pending(Carrier.KAKAO)
        .forEach(message -> webhooks.sendLater(due(message), () -> receipts(message, plain())));
  }

  private static Carrier.Fate plain() {
    return new Carrier.Fate("", Instant.EPOCH, false, false, false);
  }

  private static Instant due(AcceptedMessage message) {
    return Instant.parse(message.resultAt());
  }

  /** Takes each recipient's message on its own; content gives the text for a recipient. */
  ObjectNode take(JsonNode body, String key, Function<JsonNode, String> content) {
    if (key != null && !messages.takeKey(Carrier.KAKAO, key)) {
      return KakaoJson.answer(-1005);
    }
    String requestId = UUID.randomUUID().toString().replace("-", "");
    ObjectNode answer = KakaoJson.answer(0);
    ObjectNode message = answer.putObject("message").put("requestId", requestId);
    ArrayNode results = message.putArray("sendResults");
    int accepted = 0;
    int seq = 0;
    for (JsonNode recipient : body.path("recipientList")) {
      String id = requestId + "/" + ++seq;
      int code = takeOne(body, recipient, content.apply(recipient), key, id);
      String number = KakaoJson.text(recipient, "recipientNo");
      String grouping = KakaoJson.text(recipient, "recipientGroupingKey");
      KakaoJson.result(results, seq, number, code, grouping);
      accepted += code == 0 ? 1 : 0;
    }
    return accepted > 0 ? answer : nothingTaken(answer, key);
  }

  private ObjectNode nothingTaken(ObjectNode answer, String key) {
    if (key != null) {
      messages.releaseKey(Carrier.KAKAO, key);
    }
    answer.set("header", KakaoJson.answer(-1031).get("header"));
    return answer;
  }

  private int takeOne(JsonNode body, JsonNode recipient, String text, String key, String id) {
    int code = KakaoCheck.recipient(recipient, text);
    if (code != 0) {
      return code;
    }
    if (faults.strikes(Carrier.KAKAO, FaultKind.REJECT_NUMBER)) {
      return -4019;
    }
    if (faults.strikes(Carrier.KAKAO, FaultKind.TEMPLATE_MISMATCH)) {
      return -3010;
    }
    String to = NhnNumber.toE164(KakaoJson.text(recipient, "recipientNo"));
    Carrier.Fate fate = carrier.kakao(to);
    AcceptedMessage message = message(body, recipient, text, key, id, to, fate);
    messages.accept(message);
    if (!fate.lost()) {
      webhooks.sendLater(fate.at(), () -> receipts(message, fate));
    }
    return 0;
  }

  private AcceptedMessage message(
      JsonNode body,
      JsonNode recipient,
      String text,
      String key,
      String id,
      String to,
      Carrier.Fate fate) {
    String title = KakaoJson.text(recipient, "templateTitle");
    return new AcceptedMessage(
        "kakao",
        Carrier.KAKAO,
        to,
        KakaoJson.text(body, "senderKey"),
        text,
        title.isBlank() ? null : title,
        messages.timestamp(),
        id,
        key,
        KakaoJson.text(recipient, "recipientGroupingKey"),
        KakaoJson.text(body, "templateCode"),
        null,
        fate.result(),
        fate.at().toString());
  }

  private List<WebhookSender.Webhook> receipts(AcceptedMessage message, Carrier.Fate fate) {
    List<WebhookSender.Webhook> receipts = new ArrayList<>();
    WebhookSender.Webhook result = receipt(message, message.result());
    receipts.add(result);
    if (fate.doubled()) {
      receipts.add(result);
    }
    if (fate.reordered()) {
      // An older "not confirmed yet" that was held up on its way.
      receipts.add(receipt(message, "3005"));
    }
    return receipts;
  }

  private WebhookSender.Webhook receipt(AcceptedMessage message, String result) {
    String hookId = UUID.randomUUID().toString();
    return new WebhookSender.Webhook(
        product.webhook("/webhooks/nhn/receipts"),
        "application/json;charset=UTF-8",
        "X-Toast-Webhook-Signature",
        product.kakao("webhook-secret"),
        KakaoJson.webhook(message, product.kakao("app-key"), result, hookId));
  }
}
