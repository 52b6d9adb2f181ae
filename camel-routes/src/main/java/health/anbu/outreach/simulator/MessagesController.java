package health.anbu.outreach.simulator;

import health.anbu.outreach.contact.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the simulated providers accepted, so that a test can count. */
@Simulated
@RestController
class MessagesController {
  private final AcceptedMessages messages;
  private final Numbers numbers;

  MessagesController(AcceptedMessages messages, Numbers numbers) {
    this.messages = messages;
    this.numbers = numbers;
  }

  @GetMapping(path = "/simulators/messages", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> messages(
      @RequestParam(required = false) String to, @RequestParam(required = false) String channel) {
    String number = to == null || to.isBlank() ? null : address(to).orElse(null);
    if (to != null && !to.isBlank() && number == null) {
      return ResponseEntity.badRequest()
          .body(Map.of("error", "to is no phone number, e-mail address or LINE user id"));
    }
    List<Map<String, Object>> found =
        messages
            .list(
                message ->
                    (number == null || number.equals(message.to()))
                        && (channel == null
                            || channel.isBlank()
                            || channel.equals(message.channel())))
            .stream()
            .map(MessagesController::view)
            .toList();
    return ResponseEntity.ok(found);
  }

  private Optional<String> address(String to) {
    return to.contains("@") ? EmailAddress.read(to) : numbers.recipient(to);
  }

  private static Map<String, Object> view(AcceptedMessage message) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("channel", message.channel());
    view.put("provider", message.provider());
    view.put("to", message.to());
    view.put("text", message.text());
    view.put("title", message.title());
    view.put("at", message.at());
    view.put("providerId", message.providerId());
    view.put("idempotencyKey", message.idempotencyKey());
    return view;
  }
}
