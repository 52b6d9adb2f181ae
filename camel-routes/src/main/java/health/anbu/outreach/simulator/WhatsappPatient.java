package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The patient in WhatsApp, who writes, presses a button, reads, blocks the clinic or switches its
 * advertising off; the product hears it through WhatsApp's signed webhook, of a block nothing.
 */
@Simulated
@RestController
class WhatsappPatient {
  private static final Duration WINDOW = Duration.ofHours(24);

  private final AcceptedMessages messages;
  private final Numbers numbers;
  private final WebhookSender sender;
  private final WhatsappWebhooks webhooks;
  private final Map<String, Instant> written = new ConcurrentHashMap<>();

  WhatsappPatient(
      AcceptedMessages messages, Numbers numbers, WebhookSender sender, WhatsappWebhooks webhooks) {
    this.messages = messages;
    this.numbers = numbers;
    this.sender = sender;
    this.webhooks = webhooks;
  }

  @PostMapping(path = "/simulators/whatsapp/inbound", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> act(HttpServletRequest request) throws IOException {
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<String> from =
        body == null ? Optional.empty() : numbers.e164(KakaoJson.text(body, "from"));
    if (from.isEmpty()) {
      return wrong("from must be a phone number");
    }
    String text = KakaoJson.text(body, "text");
    return switch (RequestBody.kind(body)) {
      case "", "reply", "message" ->
          text.isEmpty() || text.length() > 4096
              ? wrong("text must have 1 to 4096 characters")
              : write(from.get(), webhooks.text(from.get(), text, messages.now()));
      case "stop" ->
          write(
              from.get(),
              webhooks.text(from.get(), text.isEmpty() ? "STOP" : text, messages.now()));
      case "click", "link-click", "button" ->
          write(from.get(), webhooks.button(from.get(), text, messages.now()));
      case "read" -> read(from.get());
      case "block", "unfollow" -> block(Carrier.WHATSAPP, from.get(), true);
      case "unblock", "follow" -> block(Carrier.WHATSAPP, from.get(), false);
      case "stop-marketing" -> marketing(from.get(), true);
      case "resume-marketing" -> marketing(from.get(), false);
      default ->
          wrong(
              "event must be one of message, stop, click, read, block, unblock, stop-marketing,"
                  + " resume-marketing");
    };
  }

  /** Only within a day of it may the clinic answer in free words. */
  boolean wroteWithinADay(String number) {
    Instant last = written.get(number);
    return last != null && last.plus(WINDOW).isAfter(messages.now());
  }

  private ResponseEntity<Object> write(String from, WebhookSender.Webhook webhook) {
    written.put(from, messages.now());
    return told(List.of(webhook));
  }

  private ResponseEntity<Object> read(String from) {
    return told(
        messages
            .list(
                m ->
                    m.provider().equals(Carrier.WHATSAPP)
                        && m.to().equals(from)
                        && m.result().equals("0"))
            .stream()
            .map(message -> webhooks.read(message, messages.now()))
            .toList());
  }

  private ResponseEntity<Object> marketing(String from, boolean stops) {
    block(Carrier.MARKETING, from, stops);
    return told(List.of(webhooks.preference(from, stops, messages.now())));
  }

  private ResponseEntity<Object> block(String provider, String from, boolean blocks) {
    messages.block(provider, from, blocks);
    return ResponseEntity.accepted().body(Map.of("blocked", blocks));
  }

  private ResponseEntity<Object> told(List<WebhookSender.Webhook> told) {
    sender.sendLater(messages.now(), () -> told);
    return ResponseEntity.accepted().body(Map.of("webhooks", told.size()));
  }

  private static ResponseEntity<Object> wrong(String message) {
    return ResponseEntity.badRequest().body(Map.of("error", message));
  }
}
