package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** WhatsApp's Cloud API as far as texts and templates need it. */
@Simulated
@RestController
class WhatsappSimulator {
  private final AcceptedMessages messages;
  private final Faults faults;
  private final Carrier carrier;
  private final WebhookSender sender;
  private final WhatsappWebhooks webhooks;
  private final WhatsappPatient patient;
  private final ProductAddress product;
  private final Silence silence;

  WhatsappSimulator(
      AcceptedMessages messages,
      Faults faults,
      Carrier carrier,
      WebhookSender sender,
      WhatsappWebhooks webhooks,
      WhatsappPatient patient,
      ProductAddress product,
      Silence silence) {
    this.messages = messages;
    this.faults = faults;
    this.carrier = carrier;
    this.sender = sender;
    this.webhooks = webhooks;
    this.patient = patient;
    this.product = product;
    this.silence = silence;
    messages.pending(Carrier.WHATSAPP).forEach(this::reportLater);
  }

  private void reportLater(AcceptedMessage message) {
    Instant due = Instant.parse(message.resultAt());
    Carrier.Fate plain = new Carrier.Fate(message.result(), due, false, false, false);
    sender.sendLater(due, () -> webhooks.receipts(message, plain));
  }

  @PostMapping(
      path = "/simulators/whatsapp/{version}/{phoneNumberId}/messages",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Object send(
      @PathVariable String version,
      @PathVariable String phoneNumberId,
      @RequestHeader(name = "Authorization", required = false) String authorization,
      HttpServletRequest request)
      throws IOException {
    Optional<ResponseEntity<Object>> refused =
        unauthorized(version, phoneNumberId, authorization).or(this::broken);
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    WhatsappCheck check = new WhatsappCheck(product);
    Optional<ResponseEntity<Object>> wrong = check.wrong(body).or(this::struck);
    return wrong.isPresent() ? wrong.get() : take(body, check);
  }

  private Object take(JsonNode body, WhatsappCheck check) {
    String to = check.number(body);
    boolean free = !KakaoJson.text(body, "type").equals("template");
    boolean tooLate = free && !patient.wroteWithinADay(to);
    Carrier.Fate fate = carrier.whatsapp(to, check.marketing(body), tooLate ? "131047" : "0");
    AcceptedMessage message = message(body, check, fate);
    messages.accept(message);
    if (!fate.lost()) {
      sender.sendLater(fate.at(), () -> webhooks.receipts(message, fate));
    }
    return faults.strikes(Carrier.WHATSAPP, FaultKind.TIMEOUT_AFTER_ACCEPT)
        ? silence.begin()
        : WhatsappJson.sent(message);
  }

  private AcceptedMessage message(JsonNode body, WhatsappCheck check, Carrier.Fate fate) {
    String own = KakaoJson.text(body, "biz_opaque_callback_data");
    String template = KakaoJson.text(body.path("template"), "name");
    return new AcceptedMessage(
        "whatsapp",
        Carrier.WHATSAPP,
        check.number(body),
        product.whatsapp("phone-number-id"),
        check.text(body),
        null,
        messages.timestamp(),
        WhatsappWebhooks.wamid(),
        own.isEmpty() ? null : own,
        null,
        template.isEmpty() ? null : template,
        null,
        fate.result(),
        fate.at().toString());
  }

  private Optional<ResponseEntity<Object>> unauthorized(
      String version, String phoneNumberId, String authorization) {
    String expected = "Bearer " + product.whatsapp("access-token");
    if (!expected.equals(authorization)) {
      return Optional.of(WhatsappJson.error(401, 190, "Invalid OAuth access token"));
    }
    return version.matches("v[0-9]{2}\\.0")
            && phoneNumberId.equals(product.whatsapp("phone-number-id"))
        ? Optional.empty()
        : Optional.of(WhatsappJson.error(400, 33, "Parameter value is not valid"));
  }

  private Optional<ResponseEntity<Object>> broken() {
    if (faults.strikes(Carrier.WHATSAPP, FaultKind.SERVER_ERROR)) {
      return Optional.of(WhatsappJson.error(500, 131016, "Service unavailable"));
    }
    return faults.strikes(Carrier.WHATSAPP, FaultKind.THROTTLE)
        ? Optional.of(WhatsappJson.error(429, 130429, "Rate limit hit"))
        : Optional.empty();
  }

  private Optional<ResponseEntity<Object>> struck() {
    if (faults.strikes(Carrier.WHATSAPP, FaultKind.REJECT_NUMBER)) {
      return Optional.of(WhatsappJson.error(400, 131026, "Message undeliverable"));
    }
    return faults.strikes(Carrier.WHATSAPP, FaultKind.TEMPLATE_MISMATCH)
        ? Optional.of(
            WhatsappJson.error(400, 132000, "Number of parameters does not match the expected"))
        : Optional.empty();
  }
}
