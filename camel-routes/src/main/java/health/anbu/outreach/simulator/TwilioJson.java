package health.anbu.outreach.simulator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** The shapes of Twilio's answers. */
final class TwilioJson {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private TwilioJson() {}

  static ResponseEntity<Object> error(int status, int code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    error.put("status", status);
    return ResponseEntity.status(status).body(error);
  }

  /** A message resource in the status it has by now. */
  static Map<String, Object> message(AcceptedMessage message, String account, Instant now) {
    boolean delivered = !Instant.parse(message.resultAt()).isAfter(now);
    return message(message, account, delivered ? "delivered" : "sent");
  }

  static Map<String, Object> message(AcceptedMessage message, String account, String status) {
    String created = RFC_2822.format(OffsetDateTime.parse(message.at()));
    String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + message.providerId() + ".json";
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("account_sid", account);
    view.put("api_version", "2010-04-01");
    view.put("body", message.text());
    view.put("date_created", created);
    view.put("date_sent", status.equals("queued") ? null : created);
    view.put("date_updated", created);
    view.put("direction", "outbound-api");
    view.put("error_code", null);
    view.put("error_message", null);
    view.put("from", message.from());
    view.put("messaging_service_sid", null);
    view.put("num_media", "0");
    view.put("num_segments", "1");
    view.put("price", null);
    view.put("price_unit", "USD");
    view.put("sid", message.providerId());
    view.put("status", status);
    view.put("subresource_uris", Map.of("media", uri.replace(".json", "/Media.json")));
    view.put("to", message.to());
    view.put("uri", uri);
    return view;
  }

  static Map<String, Object> page(List<Map<String, Object>> messages, int size, String uri) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("end", Math.max(0, messages.size() - 1));
    page.put("first_page_uri", uri);
    page.put("messages", messages);
    page.put("next_page_uri", null);
    page.put("page", 0);
    page.put("page_size", size);
    page.put("previous_page_uri", null);
    page.put("start", 0);
    page.put("uri", uri);
    return page;
  }
}
