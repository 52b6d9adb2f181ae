package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.route.NhnNumber;
import health.anbu.outreach.route.NhnTime;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** NHN KakaoTalk Bizmessage v2.3 as far as AlimTalk needs it. */
@Simulated
@RestController
@RequestMapping(
    path = "/simulators/kakao/alimtalk/v2.3/appkeys/{appKey}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class KakaoSimulator {
  private static final String SECRET = "X-Secret-Key";
  private static final String KEY = "X-NC-API-IDEMPOTENCY-KEY";

  private final KakaoSender sender;
  private final AcceptedMessages messages;
  private final Faults faults;
  private final ProductAddress product;
  private final Silence silence;
  private final KakaoTemplates templates = new KakaoTemplates();

  KakaoSimulator(
      KakaoSender sender,
      AcceptedMessages messages,
      Faults faults,
      ProductAddress product,
      Silence silence) {
    this.sender = sender;
    this.messages = messages;
    this.faults = faults;
    this.product = product;
    this.silence = silence;
  }

  @PostMapping("/raw-messages")
  Object sendRaw(
      @PathVariable String appKey,
      @RequestHeader(name = SECRET, required = false) String secret,
      @RequestHeader(name = KEY, required = false) String key,
      HttpServletRequest request)
      throws IOException {
    return send(appKey, secret, key, request, false);
  }

  @PostMapping("/messages")
  Object sendTemplate(
      @PathVariable String appKey,
      @RequestHeader(name = SECRET, required = false) String secret,
      @RequestHeader(name = KEY, required = false) String key,
      HttpServletRequest request)
      throws IOException {
    return send(appKey, secret, key, request, true);
  }

  private Object send(
      String appKey, String secret, String key, HttpServletRequest request, boolean template)
      throws IOException {
    Optional<Object> refused = unauthorized(appKey, secret).or(this::broken);
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    int wrong = body == null ? -3002 : KakaoCheck.request(body, product.kakao("sender-key"));
    if (wrong == 0 && template && !templates.knows(KakaoJson.text(body, "templateCode"))) {
      wrong = -3003;
    }
    if (wrong != 0) {
      return KakaoJson.answer(wrong);
    }
    ObjectNode answer = sender.take(body, key, recipient -> content(body, recipient, template));
    boolean taken = answer.path("header").path("isSuccessful").asBoolean();
    if (taken && faults.strikes(Carrier.KAKAO, FaultKind.TIMEOUT_AFTER_ACCEPT)) {
      return silence.begin();
    }
    return taken && faults.strikes(Carrier.KAKAO, FaultKind.SLOW_ANSWER)
        ? silence.before(ResponseEntity.ok(answer))
        : answer;
  }

  private String content(JsonNode body, JsonNode recipient, boolean template) {
    return template
        ? templates
            .fill(KakaoJson.text(body, "templateCode"), recipient.path("templateParameter"))
            .orElse("")
        : KakaoJson.text(recipient, "content");
  }

  private Optional<Object> unauthorized(String appKey, String secret) {
    if (!appKey.equals(product.kakao("app-key"))) {
      return Optional.of(KakaoJson.answer(-1000));
    }
    return product.kakao("secret-key").equals(secret)
        ? Optional.empty()
        : Optional.of(KakaoJson.answer(-1001));
  }

  private Optional<Object> broken() {
    if (faults.strikes(Carrier.KAKAO, FaultKind.SERVER_ERROR)) {
      return Optional.of(ResponseEntity.internalServerError().body(KakaoJson.answer(-9999)));
    }
    if (faults.strikes(Carrier.KAKAO, FaultKind.THROTTLE)) {
      ObjectNode answer = KakaoJson.answer(429, "Too Many Requests");
      return Optional.of(
          ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header("Retry-After", "5")
              .body(answer));
    }
    return Optional.empty();
  }

  @PostMapping("/senders/{senderKey}/templates")
  Object register(
      @PathVariable String appKey,
      @RequestHeader(name = SECRET, required = false) String secret,
      HttpServletRequest request)
      throws IOException {
    Optional<Object> refused = unauthorized(appKey, secret);
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    String code = body == null ? "" : KakaoJson.text(body, "templateCode");
    String content = body == null ? "" : KakaoJson.text(body, "templateContent");
    if (!code.matches("\\S{1,20}") || content.isBlank() || content.length() > 1300) {
      return KakaoJson.answer(-3002);
    }
    return templates.register(code, content)
        ? KakaoJson.answer(0)
        : KakaoJson.answer(-3001, "Already exist templateCode or templateName.");
  }

  @GetMapping("/messages")
  Object search(
      @PathVariable String appKey,
      @RequestHeader(name = SECRET, required = false) String secret,
      @RequestParam Map<String, String> query) {
    Optional<Object> refused = unauthorized(appKey, secret);
    if (refused.isPresent()) {
      return refused.get();
    }
    String requestId = query.getOrDefault("requestId", "");
    Optional<Instant> start = NhnTime.read(query.getOrDefault("startRequestDate", ""));
    Optional<Instant> end = NhnTime.read(query.getOrDefault("endRequestDate", ""));
    if (requestId.isBlank() && (start.isEmpty() || end.isEmpty())) {
      return KakaoJson.answer(4, "requestId or startRequestDate and endRequestDate are required.");
    }
    if (start.isPresent() && start.get().isBefore(messages.now().minus(Duration.ofDays(90)))) {
      return KakaoJson.answer(-4017);
    }
    if (requestId.isBlank() && end.get().isAfter(start.get().plus(Duration.ofDays(30)))) {
      return KakaoJson.answer(4, "The range of dates is up to 30 days.");
    }
    return page(messages.list(matching(query, start, end)), query, false);
  }

  private static Predicate<AcceptedMessage> matching(
      Map<String, String> query, Optional<Instant> start, Optional<Instant> end) {
    String requestId = query.getOrDefault("requestId", "");
    String number = query.getOrDefault("recipientNo", "");
    String grouping = query.getOrDefault("recipientGroupingKey", "");
    return message ->
        message.provider().equals(Carrier.KAKAO)
            && (requestId.isBlank() || message.providerId().startsWith(requestId + "/"))
            && (number.isBlank() || NhnNumber.toE164(number).equals(message.to()))
            && (grouping.isBlank() || grouping.equals(message.groupingKey()))
            && start.map(from -> !accepted(message).isBefore(from)).orElse(true)
            // An end is a minute, and the minute belongs to it.
            && end.map(to -> accepted(message).isBefore(to.plusSeconds(60))).orElse(true);
  }

  private static Instant accepted(AcceptedMessage message) {
    return OffsetDateTime.parse(message.at()).toInstant();
  }

  @GetMapping("/message-results")
  Object results(
      @PathVariable String appKey,
      @RequestHeader(name = SECRET, required = false) String secret,
      @RequestParam Map<String, String> query) {
    Optional<Object> refused = unauthorized(appKey, secret);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Instant> start = NhnTime.read(query.getOrDefault("startUpdateDate", ""));
    Optional<Instant> end = NhnTime.read(query.getOrDefault("endUpdateDate", ""));
    if (start.isEmpty() || end.isEmpty()) {
      return KakaoJson.answer(4, "startUpdateDate and endUpdateDate are required.");
    }
    Instant until = end.get().plusSeconds(60);
    return page(messages.list(message -> hasResult(message, start.get(), until)), query, true);
  }

  private boolean hasResult(AcceptedMessage message, Instant start, Instant until) {
    Instant at = Instant.parse(message.resultAt());
    return message.provider().equals(Carrier.KAKAO)
        && !at.isAfter(messages.now())
        && !at.isBefore(start)
        && at.isBefore(until);
  }

  private Object page(List<AcceptedMessage> found, Map<String, String> query, boolean results) {
    int size = Math.min(1000, number(query, "pageSize", 15));
    long skip = (number(query, "pageNum", 1) - 1L) * size;
    List<ObjectNode> page = found.stream().skip(skip).limit(size).map(this::view).toList();
    return results ? KakaoJson.results(page, found.size()) : KakaoJson.search(page, found.size());
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String value = query.getOrDefault(name, "");
    return value.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(value) : otherwise;
  }

  @GetMapping("/messages/{requestId}/{recipientSeq}")
  Object one(
      @PathVariable String appKey,
      @RequestHeader(name = SECRET, required = false) String secret,
      @PathVariable String requestId,
      @PathVariable String recipientSeq) {
    return unauthorized(appKey, secret)
        .orElseGet(
            () ->
                messages
                    .find(Carrier.KAKAO, requestId + "/" + recipientSeq)
                    .map(message -> KakaoJson.answer(0).<ObjectNode>set("message", view(message)))
                    .orElseGet(() -> KakaoJson.answer(-1016)));
  }

  private ObjectNode view(AcceptedMessage message) {
    return KakaoJson.message(message, product.kakao("sender-key"), messages.now());
  }
}
