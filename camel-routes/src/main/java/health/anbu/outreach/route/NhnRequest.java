package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.Button;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import java.time.Clock;
import java.time.Instant;

/** The JSON of NHN Bizmessage, from and to our records. */
final class NhnRequest {
  private NhnRequest() {}

  /** One message with its full text, as the approved template would give it. */
  static String rawMessage(OutgoingMessage message, NhnAccount account) {
    ObjectNode body = ProviderAnswers.JSON.createObjectNode();
    body.put("senderKey", account.senderKey());
    body.put("templateCode", account.templateFor(message));
    ObjectNode recipient = body.putArray("recipientList").addObject();
    recipient.put("recipientNo", NhnNumber.fromE164(message.to()));
    recipient.put("content", message.text());
    if (!message.title().isBlank()) {
      recipient.put("templateTitle", message.title());
    }
    addButtons(recipient, message);
    // The fallback to SMS is ours: NHN must not send a second message by itself.
    recipient.putObject("resendParameter").put("isResend", false);
    recipient.put("recipientGroupingKey", message.messageId());
    return body.toString();
  }

  private static void addButtons(ObjectNode recipient, OutgoingMessage message) {
    if (message.buttons().isEmpty()) {
      return;
    }
    ArrayNode buttons = recipient.putArray("buttons");
    for (Button button : message.buttons()) {
      buttons
          .addObject()
          .put("ordering", buttons.size())
          .put("type", "WL")
          .put("name", button.label())
          .put("linkMo", button.url());
    }
  }

  static String providerId(JsonNode message) {
    return ProviderAnswers.text(message, "requestId") + "/" + message.path("recipientSeq").asInt(1);
  }

  /** A receipt from a hook or from the answer to a query; both name the same things alike. */
  static Receipt receipt(JsonNode message, String messageId, String eventId, Clock clock) {
    String code = ProviderAnswers.text(message, "resultCode");
    ProviderCode meaning =
        code.isBlank()
            ? new ProviderCode(DeliveryStatus.ACCEPTED, "", false)
            : NhnResultCode.ofResult(code);
    String providerId = providerId(message);
    String ownId = ProviderAnswers.text(message, "recipientGroupingKey");
    Instant at =
        NhnTime.read(ProviderAnswers.text(message, "receiveDate")).orElseGet(clock::instant);
    return new Receipt(
        NhnResultCode.PROVIDER,
        providerId,
        ownId.isBlank() ? messageId : ownId,
        meaning.status(),
        code,
        at,
        eventId.isBlank() ? providerId + ":" + code : eventId,
        meaning.optOut());
  }
}
