package health.anbu.outreach.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    return PatientText.take(request, numbers, text -> Map.of("sid", received(text)));
  }

  private String received(PatientText text) {
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    String type = optOutType(text.text());
    if (type.equals("STOP") || type.equals("START")) {
      messages.block(Carrier.TWILIO, text.from(), type.equals("STOP"));
    }
    sender.sendLater(
        messages.now(),
        () ->
            List.of(
                webhooks.inbound(
                    sid, text.from(), text.toOr(product.sms("from")), text.text(), type)));
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
