package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendQuestion;
import health.anbu.outreach.contact.StatusQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Speaks NHN KakaoTalk Bizmessage v2.3 for the kamelets {@code nhn-kakao-sink} and {@code
 * nhn-kakao-query-action}.
 */
public class NhnAlimtalk {
  /** NHN searches at most thirty days at once. */
  private static final Duration SEARCHED = Duration.ofDays(29);

  private static final String ASKED = "anbuNhnAsked";
  private static final String REPEATED = "anbuNhnRepeated";

  private final NhnAccount account = new NhnAccount();

  /** The account, filled from the kamelet's properties. */
  public NhnAccount getAccount() {
    return account;
  }

  /** Turns the {@link OutgoingMessage} in the body into the request that sends it. */
  public void prepareSend(Exchange exchange) {
    OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
    exchange.setProperty(ASKED, message);
    refuseWhatMustNotGo(message);
    Message request = request(exchange, "POST", account.path("/raw-messages"), "");
    request.setHeader("X-NC-API-IDEMPOTENCY-KEY", message.messageId());
    request.setHeader(Exchange.CONTENT_TYPE, "application/json;charset=UTF-8");
    request.setBody(NhnRequest.rawMessage(message, account));
    ProviderAnswers.handingOver(exchange);
  }

  private void refuseWhatMustNotGo(OutgoingMessage message) {
    if (!account.complete()) {
      throw refusal("not-configured", "channel-unavailable");
    }
    if (message.advertising()) {
      throw refusal("advertising", "advertising-not-on-channel");
    }
    if (account.templateFor(message).isBlank()) {
      throw refusal("no-template", "channel-unavailable");
    }
  }

  private static ProviderRefusal refusal(String code, String reason) {
    return new ProviderRefusal(
        new SendOutcome.Refused(NhnResultCode.PROVIDER, code, reason, true, false));
  }

  /** Turns the answer to a send into its {@link SendOutcome}. */
  public void readSend(Exchange exchange) {
    JsonNode answer = ProviderAnswers.json(exchange);
    JsonNode header = answer.path("header");
    boolean repeated = header.path("resultCode").asText().equals(NhnResultCode.REPEATED);
    exchange.setProperty(REPEATED, repeated);
    exchange.getMessage().setBody(repeated ? null : outcome(exchange, answer, header));
  }

  private static SendOutcome outcome(Exchange exchange, JsonNode answer, JsonNode header) {
    int status = ProviderAnswers.status(exchange);
    if (status == 429 || status >= 500 || !header.path("resultCode").isNumber()) {
      return ProviderAnswers.unusual(exchange, NhnResultCode.PROVIDER);
    }
    JsonNode result = answer.path("message").path("sendResults").path(0);
    String code = code(header, result);
    if (!code.equals("0")) {
      return refused(code);
    }
    String requestId = ProviderAnswers.text(answer.path("message"), "requestId");
    return requestId.isBlank()
        ? new SendOutcome.Unknown("no-request-id")
        : new SendOutcome.Accepted(
            NhnResultCode.PROVIDER, requestId + "/" + result.path("recipientSeq").asInt(1));
  }

  /** The recipient's own code says more than the header's. */
  private static String code(JsonNode header, JsonNode result) {
    String own = ProviderAnswers.text(result, "resultCode");
    return own.isBlank() || own.equals("0") ? header.path("resultCode").asText() : own;
  }

  private static SendOutcome refused(String code) {
    if (code.equals("4156")) {
      return new SendOutcome.Throttled(ProviderAnswers.PAUSE);
    }
    ProviderCode meaning = NhnResultCode.ofAnswer(code);
    return meaning.status() == DeliveryStatus.UNKNOWN
        ? new SendOutcome.Unknown("nhn" + code)
        : meaning.refused(NhnResultCode.PROVIDER, code);
  }

  /** Turns the message just sent, or a question in the body, into the request that asks. */
  public void prepareQuestion(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    Object asked = body == null ? exchange.getProperty(ASKED) : body;
    exchange.setProperty(ASKED, asked);
    if (asked instanceof StatusQuestion question) {
      request(exchange, "GET", account.path("/messages/" + question.providerId()), "");
    } else {
      request(exchange, "GET", account.path("/messages"), search(message(asked)));
    }
  }

  private static OutgoingMessage message(Object asked) {
    return asked instanceof SendQuestion question ? question.message() : (OutgoingMessage) asked;
  }

  private String search(OutgoingMessage message) {
    Instant now = account.clock().instant();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("startRequestDate", NhnTime.minute(now.minus(SEARCHED)));
    query.put("endRequestDate", NhnTime.minute(now.plus(Duration.ofHours(1))));
    query.put("recipientNo", NhnNumber.fromE164(message.to()));
    query.put("recipientGroupingKey", message.messageId());
    return ProviderAnswers.form(query);
  }

  /** Turns the answer to a question into a {@link SendOutcome} or, about a status, a receipt. */
  public void readAnswer(Exchange exchange) {
    JsonNode answer = ProviderAnswers.json(exchange);
    boolean understood = answer.path("header").path("isSuccessful").asBoolean(false);
    Object asked = exchange.getProperty(ASKED);
    if (asked instanceof StatusQuestion question) {
      JsonNode message = understood ? answer.path("message") : null;
      exchange.getMessage().setBody(message == null ? null : receipt(question, message));
    } else {
      exchange.getMessage().setBody(understood ? found(exchange, answer) : unanswered(exchange));
    }
  }

  private static SendOutcome unanswered(Exchange exchange) {
    return new SendOutcome.Unknown("lookup-http-" + ProviderAnswers.status(exchange));
  }

  private SendOutcome found(Exchange exchange, JsonNode answer) {
    Object asked = exchange.getProperty(ASKED);
    String key = message(asked).messageId();
    for (JsonNode message : answer.path("messageSearchResultResponse").path("messages")) {
      if (key.equals(ProviderAnswers.text(message, "recipientGroupingKey"))) {
        return new SendOutcome.Accepted(NhnResultCode.PROVIDER, NhnRequest.providerId(message));
      }
    }
    // A key that was used, or a time beyond the search, is no proof that nothing was sent.
    boolean sure = !exchange.getProperty(REPEATED, false, Boolean.class) && searched(asked);
    return sure ? new SendOutcome.Throttled(Duration.ZERO) : new SendOutcome.Unknown("not-found");
  }

  private boolean searched(Object asked) {
    return asked instanceof SendQuestion question
        && question.since().isAfter(account.clock().instant().minus(SEARCHED));
  }

  private Receipt receipt(StatusQuestion question, JsonNode message) {
    return NhnRequest.receipt(message, question.messageId(), "", account.clock());
  }

  /** Turns what went wrong on the way into a {@link SendOutcome}; a status stays unanswered. */
  public void failed(Exchange exchange) {
    boolean lookup = exchange.getProperty(REPEATED, false, Boolean.class);
    exchange.getMessage().setBody(lookup ? lookupFailed() : afterFailure(exchange));
  }

  private static Object afterFailure(Exchange exchange) {
    Object asked = exchange.getProperty(ASKED);
    if (asked instanceof StatusQuestion) {
      return null;
    }
    return asked instanceof SendQuestion ? lookupFailed() : ProviderAnswers.failure(exchange);
  }

  private static SendOutcome lookupFailed() {
    return new SendOutcome.Unknown("lookup-failed");
  }

  /** Leaves nothing of the request behind on the exchange. */
  public void clear(Exchange exchange) {
    exchange.removeProperty(ASKED);
    exchange.removeProperty(REPEATED);
    ProviderAnswers.clear(exchange);
  }

  private Message request(Exchange exchange, String method, String url, String query) {
    Message request = exchange.getMessage();
    request.removeHeaders("*");
    request.setHeader(Exchange.HTTP_METHOD, method);
    request.setHeader(Exchange.HTTP_URI, url);
    request.setHeader(Exchange.HTTP_QUERY, query);
    request.setHeader("X-Secret-Key", account.secretKey());
    request.setBody(null);
    return request;
  }
}
