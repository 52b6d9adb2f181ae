package health.anbu.outreach.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's messaging API 2010-04-01 as far as SMS needs it. */
@Simulated
@RestController
@RequestMapping(
    path = "/simulators/twilio/2010-04-01/Accounts/{account}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class TwilioSimulator {
  private static final int LONGEST = 1600;

  private final AcceptedMessages messages;
  private final Faults faults;
  private final Carrier carrier;
  private final WebhookSender sender;
  private final TwilioWebhooks webhooks;
  private final ProductAddress product;
  private final Silence silence;

  TwilioSimulator(
      AcceptedMessages messages,
      Faults faults,
      Carrier carrier,
      WebhookSender sender,
      TwilioWebhooks webhooks,
      ProductAddress product,
      Silence silence) {
    this.messages = messages;
    this.faults = faults;
    this.carrier = carrier;
    this.sender = sender;
    this.webhooks = webhooks;
    this.product = product;
    this.silence = silence;
    messages.pending(Carrier.TWILIO).forEach(this::reportLater);
  }

  private void reportLater(AcceptedMessage message) {
    Instant due = Instant.parse(message.resultAt());
    Carrier.Fate plain = new Carrier.Fate(message.result(), due, false, false, false);
    sender.sendLater(due, () -> webhooks.receipts(message, plain));
  }

  @PostMapping("/Messages.json")
  Object send(
      @PathVariable String account,
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Map<String, String> form) {
    Optional<ResponseEntity<Object>> refused =
        unauthorized(account, authorization).or(this::broken).or(() -> wrong(form));
    if (refused.isPresent()) {
      return refused.get();
    }
    Carrier.Fate fate = carrier.sms();
    AcceptedMessage message = message(form, fate);
    messages.accept(message);
    if (!fate.lost()) {
      sender.sendLater(fate.at(), () -> webhooks.receipts(message, fate));
    }
    ResponseEntity<Object> answer =
        ResponseEntity.status(201).body(TwilioJson.message(message, account, "queued"));
    if (faults.strikes(Carrier.TWILIO, FaultKind.TIMEOUT_AFTER_ACCEPT)) {
      return silence.begin();
    }
    return faults.strikes(Carrier.TWILIO, FaultKind.SLOW_ANSWER) ? silence.before(answer) : answer;
  }

  private AcceptedMessage message(Map<String, String> form, Carrier.Fate fate) {
    String callback = form.getOrDefault("StatusCallback", "");
    return new AcceptedMessage(
        "sms",
        Carrier.TWILIO,
        form.get("To"),
        form.get("From"),
        form.get("Body"),
        null,
        messages.timestamp(),
        "SM" + UUID.randomUUID().toString().replace("-", ""),
        callback.contains("?m=") ? callback.substring(callback.indexOf("?m=") + 3) : null,
        null,
        null,
        callback.isBlank() ? null : callback,
        fate.result(),
        fate.at().toString());
  }

  private Optional<ResponseEntity<Object>> unauthorized(String account, String authorization) {
    String pair = product.sms("account-sid") + ":" + product.sms("auth-token");
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    boolean right = expected.equals(authorization) && account.equals(product.sms("account-sid"));
    return right ? Optional.empty() : Optional.of(TwilioJson.error(401, 20003, "Authenticate"));
  }

  private Optional<ResponseEntity<Object>> broken() {
    if (faults.strikes(Carrier.TWILIO, FaultKind.SERVER_ERROR)) {
      return Optional.of(TwilioJson.error(500, 20500, "Internal Server Error"));
    }
    if (faults.strikes(Carrier.TWILIO, FaultKind.THROTTLE)) {
      return Optional.of(TwilioJson.error(429, 20429, "Too Many Requests"));
    }
    return Optional.empty();
  }

  private Optional<ResponseEntity<Object>> wrong(Map<String, String> form) {
    String to = form.getOrDefault("To", "");
    String body = form.getOrDefault("Body", "");
    if (!to.matches("\\+[1-9][0-9]{6,14}")
        || faults.strikes(Carrier.TWILIO, FaultKind.REJECT_NUMBER)) {
      return error(21211, "Invalid 'To' Phone Number");
    }
    if (form.getOrDefault("From", "").isBlank()) {
      return error(21603, "A 'From' phone number is required.");
    }
    if (body.isEmpty()) {
      return error(21602, "Message body is required.");
    }
    if (body.length() > LONGEST) {
      return error(21617, "The concatenated message body exceeds the 1600 character limit");
    }
    String callback = form.getOrDefault("StatusCallback", "");
    if (!callback.isBlank() && !product.isOurs(callback)) {
      return error(21609, "Invalid 'StatusCallback' URL");
    }
    return stopped(to);
  }

  private Optional<ResponseEntity<Object>> stopped(String to) {
    boolean blocks =
        messages.blocks(Carrier.TWILIO, to) || faults.strikes(Carrier.TWILIO, FaultKind.BLOCKED);
    if (blocks) {
      return error(21610, "Attempt to send to unsubscribed recipient");
    }
    return faults.strikes(Carrier.TWILIO, FaultKind.TEMPLATE_MISMATCH)
        ? error(63013, "This message send failed because it violates the channel's policy.")
        : Optional.empty();
  }

  private static Optional<ResponseEntity<Object>> error(int code, String message) {
    return Optional.of(TwilioJson.error(400, code, message));
  }

  @GetMapping("/Messages.json")
  ResponseEntity<Object> list(
      @PathVariable String account,
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Map<String, String> query) {
    return unauthorized(account, authorization).orElseGet(() -> found(account, query));
  }

  private ResponseEntity<Object> found(String account, Map<String, String> query) {
    Optional<DateSent> sent = DateSent.of(query);
    if (sent.isEmpty()) {
      return TwilioJson.error(400, 20001, "DateSent is no date");
    }
    String to = query.getOrDefault("To", "");
    String from = query.getOrDefault("From", "");
    List<AcceptedMessage> found =
        new ArrayList<>(
            messages.list(
                message ->
                    message.provider().equals(Carrier.TWILIO)
                        && (to.isBlank() || to.equals(message.to()))
                        && (from.isBlank() || from.equals(message.from()))
                        && sent.get().covers(OffsetDateTime.parse(message.at()))));
    Collections.reverse(found);
    String size = query.getOrDefault("PageSize", "50");
    int limit = size.matches("[1-9][0-9]{0,3}") ? Math.min(1000, Integer.parseInt(size)) : 50;
    List<Map<String, Object>> page =
        found.stream()
            .limit(limit)
            .map(message -> TwilioJson.message(message, account, messages.now()))
            .toList();
    String uri = "/2010-04-01/Accounts/" + account + "/Messages.json?Page=0&PageSize=" + limit;
    return ResponseEntity.ok(TwilioJson.page(page, limit, uri));
  }

  @GetMapping("/Messages/{sid}.json")
  ResponseEntity<Object> one(
      @PathVariable String account,
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @PathVariable String sid) {
    return unauthorized(account, authorization)
        .orElseGet(
            () ->
                messages
                    .find(Carrier.TWILIO, sid)
                    .<ResponseEntity<Object>>map(
                        message ->
                            ResponseEntity.ok(TwilioJson.message(message, account, messages.now())))
                    .orElseGet(
                        () ->
                            TwilioJson.error(404, 20404, "The requested resource was not found")));
  }

  /** Twilio's filter on the day of sending, in UTC: on it, from it on, up to it. */
  private record DateSent(LocalDate on, LocalDate from, LocalDate until) {

    static Optional<DateSent> of(Map<String, String> query) {
      try {
        return Optional.of(
            new DateSent(day(query, "DateSent"), day(query, "DateSent>"), day(query, "DateSent<")));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    private static LocalDate day(Map<String, String> query, String name) {
      String value = query.getOrDefault(name, "");
      return value.isBlank()
          ? null
          : LocalDate.parse(value.substring(0, Math.min(10, value.length())));
    }

    boolean covers(OffsetDateTime at) {
      LocalDate day = at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
      return (on == null || day.equals(on))
          && (from == null || !day.isBefore(from))
          && (until == null || !day.isAfter(until));
    }
  }
}
