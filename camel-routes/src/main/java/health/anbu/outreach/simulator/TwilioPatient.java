package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The patient with a telephone: what they text reaches the product through Twilio's webhook. */
@Simulated
@RestController
class TwilioPatient {
  private static final Set<String> STOP =
      Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");

  private final AcceptedMessages messages;
  private final Numbers numbers;
  private final WebhookSender sender;
  private final TwilioWebhooks webhooks;
  private final ProductAddress product;

  TwilioPatient(
      AcceptedMessages messages,
      Numbers numbers,
      WebhookSender sender,
      TwilioWebhooks webhooks,
      ProductAddress product) {
    this.messages = messages;
    this.numbers = numbers;
    this.sender = sender;
    this.webhooks = webhooks;
    this.product = product;
  }

  @PostMapping(path = "/simulators/twilio/inbound", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> text(HttpServletRequest request) throws IOException {
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<String> from =
        body == null ? Optional.empty() : numbers.e164(KakaoJson.text(body, "from"));
    if (from.isEmpty()) {
      return ResponseEntity.badRequest().body(Map.of("error", "from must be a phone number"));
    }
    String text = KakaoJson.text(body, "text");
    if (text.isEmpty() || text.length() > 10_000) {
      return ResponseEntity.badRequest()
          .body(Map.of("error", "text must have 1 to 10000 characters"));
    }
    return ResponseEntity.accepted().body(Map.of("sid", received(body, from.get(), text)));
  }

  private String received(JsonNode body, String from, String text) {
    String to = KakaoJson.text(body, "to");
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    String type = optOutType(text);
    if (type.equals("STOP") || type.equals("START")) {
      messages.block(Carrier.TWILIO, from, type.equals("STOP"));
    }
    sender.sendLater(
        messages.now(),
        () ->
            List.of(
                webhooks.inbound(sid, from, to.isBlank() ? product.sms("from") : to, text, type)));
    return sid;
  }

  /** Twilio's own keywords count only alone. */
  private static String optOutType(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      return "STOP";
    }
    if (START.contains(word)) {
      return "START";
    }
    return HELP.contains(word) ? "HELP" : "";
  }
}
