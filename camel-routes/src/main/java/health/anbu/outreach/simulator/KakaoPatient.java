package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The patient in KakaoTalk: nobody can reply to an AlimTalk, but everybody can block the sender,
 * which the product learns from the result of the next message.
 */
@Simulated
@RestController
class KakaoPatient {
  private final AcceptedMessages messages;
  private final Numbers numbers;

  KakaoPatient(AcceptedMessages messages, Numbers numbers) {
    this.messages = messages;
    this.numbers = numbers;
  }

  @PostMapping(path = "/simulators/kakao/inbound", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> act(HttpServletRequest request) throws IOException {
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<String> from =
        body == null ? Optional.empty() : numbers.e164(KakaoJson.text(body, "from"));
    String event = body == null ? "" : KakaoJson.text(body, "event");
    if (from.isEmpty()) {
      return wrong("from must be a phone number");
    }
    if (!event.equals("block") && !event.equals("unblock")) {
      return wrong("AlimTalk carries no replies: event must be block or unblock");
    }
    messages.block(Carrier.KAKAO, from.get(), event.equals("block"));
    return ResponseEntity.accepted().body(Map.of("event", event));
  }

  private static ResponseEntity<Object> wrong(String message) {
    return ResponseEntity.badRequest().body(Map.of("error", message));
  }
}
