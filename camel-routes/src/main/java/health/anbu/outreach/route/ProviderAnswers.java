package health.anbu.outreach.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.anbu.outreach.contact.SendOutcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What every HTTP provider's answer has in common. */
final class ProviderAnswers {
  static final ObjectMapper JSON = new ObjectMapper();

  /** How long to wait where the provider says nothing. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final String HANDED_OVER = "anbuHandedOver";

  private ProviderAnswers() {}

  static JsonNode json(Exchange exchange) {
    String body = exchange.getMessage().getBody(String.class);
    if (body == null || body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  static int status(Exchange exchange) {
    return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
  }

  /** 429 and 4xx say that nothing was taken; a 5xx may have come after the message was taken. */
  static SendOutcome unusual(Exchange exchange, String provider) {
    int status = status(exchange);
    if (status == 429) {
      return new SendOutcome.Throttled(retryAfter(exchange.getMessage()));
    }
    if (status >= 400 && status < 500 && status != 408) {
      return ProviderCode.temporary("channel-unavailable").refused(provider, "http-" + status);
    }
    return new SendOutcome.Unknown("http-" + status);
  }

  private static Duration retryAfter(Message answer) {
    String seconds = answer.getHeader("Retry-After", "", String.class);
    return seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : PAUSE;
  }

  /** Marks that from here on the message may reach the provider. */
  static void handingOver(Exchange exchange) {
    exchange.setProperty(HANDED_OVER, true);
  }

  static void clear(Exchange exchange) {
    exchange.removeProperty(HANDED_OVER);
    exchange.getMessage().removeHeaders("*");
  }

  /** Not handed over or no connection means not sent; what broke later may have been sent. */
  static SendOutcome failure(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    boolean handedOver = exchange.getProperty(HANDED_OVER, false, Boolean.class);
    SendOutcome outcome = failure(failure);
    return handedOver || !(outcome instanceof SendOutcome.Unknown)
        ? outcome
        : new SendOutcome.Throttled(PAUSE);
  }

  private static SendOutcome failure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProviderRefusal refusal) {
        return refusal.outcome();
      }
      if (neverConnected(cause)) {
        return new SendOutcome.Throttled(PAUSE);
      }
    }
    return new SendOutcome.Unknown(failure.getClass().getSimpleName());
  }

  private static boolean neverConnected(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionRequestTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof SSLHandshakeException;
  }

  static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }
}
