package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The patient with a mailbox, and the mail servers on the way there: replies and reports reach the
 * product through its mailbox, a click on the link in a mail by HTTP.
 */
@Simulated
@RestController
class SmtpPatient {
  private static final String EVENTS = "reply, auto-reply, bounce, unwanted, one-click";

  private final AcceptedMessages messages;
  private final SimulatedMailbox mailbox;
  private final WebhookSender sender;
  private final ProductAddress product;

  SmtpPatient(
      AcceptedMessages messages,
      SimulatedMailbox mailbox,
      WebhookSender sender,
      ProductAddress product) {
    this.messages = messages;
    this.mailbox = mailbox;
    this.sender = sender;
    this.product = product;
  }

  @PostMapping(path = "/simulators/smtp/inbound", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> act(HttpServletRequest request) throws IOException, MessagingException {
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<String> from =
        body == null ? Optional.empty() : EmailAddress.read(KakaoJson.text(body, "from"));
    if (from.isEmpty()) {
      return wrong("from must be an e-mail address");
    }
    String event = body.path("event").asText("reply");
    Optional<AcceptedMessage> last = last(from.get());
    return switch (event) {
      case "reply", "auto-reply" -> write(event, last.orElse(null), from.get(), body);
      case "bounce", "unwanted", "one-click" ->
          last.isEmpty()
              ? wrong("nothing was sent to this address")
              : about(event, last.get(), body);
      default -> wrong("event must be one of " + EVENTS);
    };
  }

  private Optional<AcceptedMessage> last(String to) {
    List<AcceptedMessage> sent =
        messages.list(m -> m.provider().equals(Carrier.SMTP) && m.to().equalsIgnoreCase(to));
    return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(sent.size() - 1));
  }

  private ResponseEntity<Object> write(
      String event, AcceptedMessage last, String from, JsonNode body) throws MessagingException {
    String text = KakaoJson.text(body, "text");
    if (text.isEmpty() || text.length() > 10_000) {
      return wrong("text must have 1 to 10000 characters");
    }
    mailbox.deliver(
        event.equals("reply")
            ? PatientMail.reply(last, from, ours(), text)
            : PatientMail.automatic(from, ours(), text));
    return done(event);
  }

  private ResponseEntity<Object> about(String event, AcceptedMessage sent, JsonNode body)
      throws MessagingException {
    switch (event) {
      case "bounce" -> {
        String code = body.path("code").asText("5.1.1");
        if (!code.matches("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}")) {
          return wrong("code must be an enhanced status code such as 5.1.1");
        }
        String action = body.path("action").asText("failed");
        mailbox.deliver(PatientMail.bounce(sent, ours(), action, code));
      }
      case "unwanted" -> mailbox.deliver(PatientMail.unwanted(sent, ours()));
      default -> click(sent);
    }
    return done(event);
  }

  /** As a mail provider does for its user; it calls nobody but the product. */
  private void click(AcceptedMessage sent) {
    String link = sent.callback();
    if (link != null && product.isOurs(link)) {
      sender.sendLater(
          messages.now(),
          () ->
              List.of(
                  new WebhookSender.Webhook(
                      URI.create(link),
                      "application/x-www-form-urlencoded",
                      "Accept",
                      "*/*",
                      "List-Unsubscribe=One-Click")));
    }
  }

  private String ours() {
    return product.email("inbound.username");
  }

  private static ResponseEntity<Object> done(String event) {
    return ResponseEntity.accepted().body(Map.of("event", event));
  }

  private static ResponseEntity<Object> wrong(String message) {
    return ResponseEntity.badRequest().body(Map.of("error", message));
  }
}
