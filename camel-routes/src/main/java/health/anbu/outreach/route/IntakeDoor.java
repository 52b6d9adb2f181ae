package health.anbu.outreach.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import health.anbu.outreach.complaint.IncomingFeedback;
import health.anbu.outreach.complaint.Sender;
import health.anbu.outreach.fhir.FhirStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /intake/{channel}}: reads strictly, answers in JSON, and says what to change. */
public final class IntakeDoor {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeDoor.class);
  private static final String PATH = "/intake/";
  private static final Set<String> CHANNELS = Set.of("web", "app", "phone", "visit", "fax", "sns");
  private static final int LARGEST = 64 * 1024;
  private static final Duration OLDEST = Duration.ofDays(366);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .build();

  private final CaseDesk desk;
  private final Clock clock;

  IntakeDoor(CaseDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** The body as the contract has it; every part but the text may be absent. */
  record Body(String text, String language, From from, String location, String receivedAt) {}

  /** Who says they are writing. */
  record From(String name, String phone, String email, String patient) {

    Sender sender() {
      String id = patient == null ? null : patient.replaceFirst("^Patient/", "");
      return new Sender(name, phone, email, id);
    }
  }

  /** A request that cannot be taken; the message says what to change. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  public void receive(Exchange exchange) {
    try {
      answer(exchange, desk.take(sending(exchange.getMessage())));
    } catch (Refusal refusal) {
      refuse(exchange, refusal.status, refusal.code, refusal.getMessage());
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict e) {
      LOG.warn("an intake found no store: {}", e.getMessage());
      refuse(exchange, 503, "unavailable", "This could not be stored just now; send it again.");
    } catch (RuntimeException e) {
      LOG.error("an intake failed", e);
      refuse(exchange, 500, "failed", "This could not be stored. It is not your fault.");
    }
  }

  private CaseDesk.Sending sending(Message request) throws Refusal {
    String channel = channel(request);
    checkType(request);
    Body body = body(request);
    String location = body.location();
    IncomingFeedback feedback =
        new IncomingFeedback(
            channel,
            body.text(),
            body.language(),
            body.from() == null ? Sender.NOBODY : body.from().sender(),
            location == null || location.contains("/") ? location : "Location/" + location,
            receivedAt(body.receivedAt()),
            request.getHeader("Idempotency-Key", String.class));
    return new CaseDesk.Sending(feedback, digest(channel, body), null, true);
  }

  private static String channel(Message request) throws Refusal {
    String uri = request.getHeader(Exchange.HTTP_URI, "", String.class);
    int at = uri.indexOf(PATH);
    String channel = at < 0 ? "" : uri.substring(at + PATH.length());
    if (!CHANNELS.contains(channel)) {
      throw new Refusal(
          404,
          "unknown-channel",
          "Nothing is taken in here; post to /intake/ and one of "
              + CHANNELS.stream().sorted().collect(Collectors.joining(", "))
              + ".");
    }
    return channel;
  }

  /** The route takes nothing else; other types are what a foreign page can make a browser send. */
  private static void checkType(Message request) throws Refusal {
    String type = request.getHeader(Exchange.CONTENT_TYPE, "", String.class);
    if (!type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
      throw new Refusal(
          415, "not-json", "Send JSON, with the header Content-Type: application/json.");
    }
  }

  private static Body body(Message request) throws Refusal {
    byte[] bytes = bytes(request);
    try {
      Body body = JSON.readValue(bytes, Body.class);
      if (body == null) {
        throw new Refusal(400, "bad-json", "The body is null; send a JSON object with 'text'.");
      }
      return body;
    } catch (UnrecognizedPropertyException e) {
      throw new Refusal(
          400,
          "unknown-field",
          "There is no field '%s'; known are %s."
              .formatted(
                  shortened(e.getPropertyName()),
                  e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList()));
    } catch (MismatchedInputException e) {
      String field =
          e.getPath().stream()
              .map(part -> part.getFieldName())
              .filter(name -> name != null)
              .collect(Collectors.joining("."));
      throw new Refusal(
          400,
          "bad-json",
          field.isEmpty()
              ? "The body is no JSON object; send one with 'text'."
              : "'" + field + "' is of the wrong type; send a text in quotes.");
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "bad-json", "The body is not JSON in UTF-8; look at its syntax.");
    } catch (IOException e) {
      throw new Refusal(400, "bad-json", "The body could not be read; send it again.");
    }
  }

  private static byte[] bytes(Message request) throws Refusal {
    long announced = request.getHeader(Exchange.CONTENT_LENGTH, -1L, Long.class);
    byte[] bytes = announced > LARGEST ? null : request.getBody(byte[].class);
    if (announced > LARGEST || bytes != null && bytes.length > LARGEST) {
      throw new Refusal(
          413, "too-large", "The body is too large; send at most " + LARGEST + " bytes.");
    }
    return bytes == null ? new byte[0] : bytes;
  }

  private Instant receivedAt(String text) throws Refusal {
    Instant now = clock.instant();
    if (text == null || text.isBlank()) {
      return now;
    }
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (at.isAfter(now.minus(OLDEST))) {
        return at;
      }
    } catch (DateTimeException e) {
      LOG.debug("receivedAt is no moment");
    }
    throw new Refusal(
        422,
        "bad-received-at",
        "'receivedAt' is no moment of the last year; send one such as"
            + " 2026-03-01T09:00:00+09:00, or leave it out.");
  }

  private static String digest(String channel, Body body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] json = JSON.writeValueAsBytes(body);
      sha.update((channel + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(json));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void answer(Exchange exchange, CaseDesk.Answer answer) throws Refusal {
    if (answer instanceof CaseDesk.Answer.Refused refused) {
      throw new Refusal(422, refused.code(), refused.message());
    }
    CaseDesk.Answer.Recorded recorded = (CaseDesk.Answer.Recorded) answer;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("communication", "Communication/" + recorded.communication());
    json.put("task", recorded.task().map(id -> "Task/" + id).orElse(null));
    json.put("reference", recorded.reference());
    respond(exchange, 201, json);
  }

  private static void refuse(Exchange exchange, int status, String code, String message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("error", message);
    json.put("code", code);
    respond(exchange, status, json);
  }

  private static void respond(Exchange exchange, int status, Map<String, Object> json) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader(Exchange.CONTENT_TYPE, "application/json;charset=UTF-8");
    try {
      answer.setBody(JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always become JSON", e);
    }
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
