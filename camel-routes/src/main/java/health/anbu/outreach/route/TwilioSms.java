package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendQuestion;
import health.anbu.outreach.contact.StatusQuestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Speaks Twilio's messaging API for the kamelets {@code twilio-sms-sink} and {@code
 * twilio-sms-query-action}.
 */
public class TwilioSms {
  /** Twilio's dates have no fractions and its clock is not ours. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  /** The most that Twilio lists at once; beyond it a message may hide. */
  private static final int PAGE = 1000;

  private static final String ASKED = "anbuTwilioAsked";

  private final TwilioAccount account = new TwilioAccount();

  /** The account, filled from the kamelet's properties. */
  public TwilioAccount getAccount() {
    return account;
  }

  /** Turns the {@link OutgoingMessage} in the body into the request that sends it. */
  public void prepareSend(Exchange exchange) {
    OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
    exchange.setProperty(ASKED, message);
    if (!account.complete()) {
      throw new ProviderRefusal(
          new SendOutcome.Refused(
              TwilioErrorCode.PROVIDER, "not-configured", "channel-unavailable", true, false));
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.to());
    form.put("From", account.from());
    form.put("Body", message.text());
    form.put("StatusCallback", account.statusCallback(message.messageId()));
    Message request = request(exchange, "POST", account.path("/Messages.json"), "");
    request.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded;charset=UTF-8");
    request.setBody(ProviderAnswers.form(form));
    ProviderAnswers.handingOver(exchange);
  }

  /** Turns the answer to a send into its {@link SendOutcome}. */
  public void readSend(Exchange exchange) {
    JsonNode answer = ProviderAnswers.json(exchange);
    int status = ProviderAnswers.status(exchange);
    boolean taken = status >= 200 && status < 300;
    exchange.getMessage().setBody(taken ? taken(answer) : refused(exchange, answer, status));
  }

  private static SendOutcome taken(JsonNode answer) {
    String sid = ProviderAnswers.text(answer, "sid");
    if (sid.isBlank()) {
      return new SendOutcome.Unknown("no-sid");
    }
    String code = ProviderAnswers.text(answer, "error_code");
    String status = ProviderAnswers.text(answer, "status");
    return TwilioStatus.meaning(status, code)
        .filter(meaning -> meaning.status().failed())
        .map(meaning -> meaning.refused(TwilioErrorCode.PROVIDER, code.isBlank() ? status : code))
        .orElseGet(() -> new SendOutcome.Accepted(TwilioErrorCode.PROVIDER, sid));
  }

  private static SendOutcome refused(Exchange exchange, JsonNode answer, int status) {
    String code = ProviderAnswers.text(answer, "code");
    if (status == 429 || status >= 500 || code.isBlank()) {
      return ProviderAnswers.unusual(exchange, TwilioErrorCode.PROVIDER);
    }
    return switch (code) {
      // Their queue is full: nothing was taken.
      case "20429", "21611", "30001" -> new SendOutcome.Throttled(ProviderAnswers.PAUSE);
      default -> TwilioErrorCode.of(code).refused(TwilioErrorCode.PROVIDER, code);
    };
  }

  /** Turns a question in the body into the request that asks it. */
  public void prepareQuestion(Exchange exchange) {
    Object asked = exchange.getMessage().getBody();
    exchange.setProperty(ASKED, asked);
    if (asked instanceof StatusQuestion question) {
      request(exchange, "GET", account.path("/Messages/" + question.providerId() + ".json"), "");
    } else {
      SendQuestion question = (SendQuestion) asked;
      request(exchange, "GET", account.path("/Messages.json"), search(question));
    }
  }

  /**
   * Everything to that number, newest first. No DateSent: a message that still waits in Twilio's
   * queue has none, and would not be found.
   */
  private static String search(SendQuestion question) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("To", question.message().to());
    query.put("PageSize", Integer.toString(PAGE));
    return ProviderAnswers.form(query);
  }

  /** Turns the answer to a question into a {@link SendOutcome} or, about a status, a receipt. */
  public void readAnswer(Exchange exchange) {
    JsonNode answer = ProviderAnswers.json(exchange);
    boolean understood = ProviderAnswers.status(exchange) == 200 && answer.isObject();
    if (exchange.getProperty(ASKED) instanceof StatusQuestion question) {
      exchange.getMessage().setBody(understood ? receipt(question, answer) : null);
    } else if (understood) {
      exchange.getMessage().setBody(found(exchange.getProperty(ASKED, SendQuestion.class), answer));
    } else {
      int status = ProviderAnswers.status(exchange);
      exchange.getMessage().setBody(new SendOutcome.Unknown("lookup-http-" + status));
    }
  }

  private static SendOutcome found(SendQuestion question, JsonNode answer) {
    boolean another = false;
    for (JsonNode message : answer.path("messages")) {
      if (isNews(question, message)) {
        if (ProviderAnswers.text(message, "body").equals(question.message().text())) {
          return new SendOutcome.Accepted(
              TwilioErrorCode.PROVIDER, ProviderAnswers.text(message, "sid"));
        }
        another = true;
      }
    }
    // What our records lost may have had other words then.
    return answer.path("messages").size() < PAGE && !(question.lost() && another)
        ? new SendOutcome.Throttled(Duration.ZERO)
        : new SendOutcome.Unknown("not-found");
  }

  /** Sent since then, and not known to our records. */
  private static boolean isNews(SendQuestion question, JsonNode message) {
    String created = ProviderAnswers.text(message, "date_created");
    return ProviderAnswers.text(message, "direction").startsWith("outbound")
        && !question.recorded().contains(ProviderAnswers.text(message, "sid"))
        && !date(created).isBefore(question.since().minus(SKEW));
  }

  /** A date we cannot read could be that message: better found than sent twice. */
  private static Instant date(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  private Receipt receipt(StatusQuestion question, JsonNode message) {
    String status = ProviderAnswers.text(message, "status");
    String code = ProviderAnswers.text(message, "error_code");
    return TwilioStatus.meaning(status, code)
        .map(
            meaning ->
                TwilioWebhook.receipt(
                    question.providerId(),
                    question.messageId(),
                    status,
                    code,
                    meaning,
                    account.clock()))
        .orElse(null);
  }

  /** Turns what went wrong on the way into a {@link SendOutcome}; a status stays unanswered. */
  public void failed(Exchange exchange) {
    Object asked = exchange.getProperty(ASKED);
    Object outcome = null;
    if (asked instanceof SendQuestion) {
      outcome = new SendOutcome.Unknown("lookup-failed");
    } else if (!(asked instanceof StatusQuestion)) {
      outcome = ProviderAnswers.failure(exchange);
    }
    exchange.getMessage().setBody(outcome);
  }

  /** Leaves nothing of the request behind on the exchange. */
  public void clear(Exchange exchange) {
    exchange.removeProperty(ASKED);
    ProviderAnswers.clear(exchange);
  }

  private Message request(Exchange exchange, String method, String url, String query) {
    Message request = exchange.getMessage();
    request.removeHeaders("*");
    request.setHeader(Exchange.HTTP_METHOD, method);
    request.setHeader(Exchange.HTTP_URI, url);
    request.setHeader(Exchange.HTTP_QUERY, query);
    request.setHeader("Authorization", account.authorization());
    request.setBody(null);
    return request;
  }
}
