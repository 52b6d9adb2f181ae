package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * LINE's Messaging API as far as push messages need it. As there, a message to somebody who has
 * blocked the account is accepted, and nobody is told that it never arrives.
 */
@Simulated
@RestController
class LineSimulator {
  private static final Duration KEY_LIFE = Duration.ofHours(24);

  private final AcceptedMessages messages;
  private final Faults faults;
  private final ProductAddress product;
  private final Silence silence;
  private final LinePatient patient;
  private final List<Object> locks = Stream.generate(Object::new).limit(64).toList();

  LineSimulator(
      AcceptedMessages messages,
      Faults faults,
      ProductAddress product,
      Silence silence,
      LinePatient patient) {
    this.messages = messages;
    this.faults = faults;
    this.product = product;
    this.silence = silence;
    this.patient = patient;
  }

  @PostMapping(
      path = "/simulators/line/v2/bot/message/push",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Object push(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestHeader(name = "X-Line-Retry-Key", required = false) String key,
      HttpServletRequest request)
      throws IOException {
    Optional<ResponseEntity<Object>> refused =
        unauthorized(authorization).or(this::broken).or(() -> wrong(key));
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    if (key == null) {
      return take(body, null);
    }
    // Two at once with one key: the second has to see the first.
    synchronized (locks.get(Math.floorMod(key.hashCode(), locks.size()))) {
      Optional<AcceptedMessage> before = messages.findByKey(Carrier.LINE, key, KEY_LIFE);
      return before.isPresent()
          ? LineJson.sentBefore(before.get(), UUID.randomUUID().toString())
          : take(body, key);
    }
  }

  private Optional<ResponseEntity<Object>> unauthorized(String authorization) {
    String expected = "Bearer " + product.line("channel-access-token");
    return expected.equals(authorization)
        ? Optional.empty()
        : Optional.of(
            LineJson.error(
                401,
                "Authentication failed due to the following reason: invalid token. Confirm that the"
                    + " access token in the authorization header is valid."));
  }

  private Optional<ResponseEntity<Object>> broken() {
    if (faults.strikes(Carrier.LINE, FaultKind.SERVER_ERROR)) {
      return Optional.of(LineJson.error(500, "Internal Server Error"));
    }
    return faults.strikes(Carrier.LINE, FaultKind.THROTTLE)
        ? Optional.of(LineJson.error(429, "The API rate limit has been exceeded. Try again later."))
        : Optional.empty();
  }

  private static Optional<ResponseEntity<Object>> wrong(String key) {
    return key == null || key.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? Optional.empty()
        : Optional.of(LineJson.error(400, "The value of the X-Line-Retry-Key header is invalid"));
  }

  private Object take(JsonNode body, String key) {
    Optional<ResponseEntity<Object>> wrong = wrong(body);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    AcceptedMessage message = message(body, key);
    messages.accept(message);
    if (faults.strikes(Carrier.LINE, FaultKind.BLOCKED)) {
      patient.unfollow(message.to());
    }
    return faults.strikes(Carrier.LINE, FaultKind.TIMEOUT_AFTER_ACCEPT)
        ? silence.begin()
        : LineJson.sent(message);
  }

  private Optional<ResponseEntity<Object>> wrong(JsonNode body) {
    if (body == null) {
      return Optional.of(LineJson.error(400, "The request body could not be parsed as JSON"));
    }
    if (!Address.isLineUser(KakaoJson.text(body, "to"))
        || faults.strikes(Carrier.LINE, FaultKind.REJECT_NUMBER)) {
      return Optional.of(LineJson.error(400, "The property, 'to', in the request body is invalid"));
    }
    JsonNode sent = body.path("messages");
    boolean fits = sent.size() >= 1 && sent.size() <= 5;
    for (JsonNode message : sent) {
      fits &= LineJson.isPicture(message) || LineJson.isBubble(message) || LineJson.isText(message);
    }
    return fits && !faults.strikes(Carrier.LINE, FaultKind.TEMPLATE_MISMATCH)
        ? Optional.empty()
        : Optional.of(LineJson.error(400, "The request body has 1 error(s)"));
  }

  private AcceptedMessage message(JsonNode body, String key) {
    StringBuilder text = new StringBuilder();
    body.path("messages")
        .forEach(m -> text.append(text.isEmpty() ? "" : "\n\n").append(LineJson.seen(m)));
    return new AcceptedMessage(
        "line",
        Carrier.LINE,
        KakaoJson.text(body, "to"),
        null,
        text.toString(),
        null,
        messages.timestamp(),
        new BigInteger(UUID.randomUUID().toString().replace("-", "").substring(0, 14), 16)
            .toString(),
        key,
        UUID.randomUUID().toString(),
        null,
        null,
        "0",
        messages.now().toString());
  }
}
