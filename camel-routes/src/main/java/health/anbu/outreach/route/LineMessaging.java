package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendQuestion;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Speaks LINE's Messaging API for the kamelets {@code line-messaging-sink} and {@code
 * line-messaging-query-action}.
 *
 * <p>LINE cannot be asked for a message, but it takes each retry key once: what may have been sent
 * is sent again under the same key, and a 409 says that it was there already.
 */
public class LineMessaging {
  static final String PROVIDER = "line";

  /** In UTF-16 units, as LINE and Java count. */
  private static final int LONGEST = 5000;

  /** LINE forgets a retry key after a day; the margin is for clocks that differ. */
  private static final Duration KEY_LIFE = Duration.ofHours(23);

  private static final String KEY = "anbuLineKey";
  private static final String REPEATED = "anbuLineRepeated";

  private final LineAccount account = new LineAccount();

  /** The account, filled from the kamelet's properties. */
  public LineAccount getAccount() {
    return account;
  }

  /** Turns the {@link OutgoingMessage} in the body into the request that sends it. */
  public void prepareSend(Exchange exchange) {
    push(exchange, exchange.getMessage().getBody(OutgoingMessage.class));
  }

  /** Turns the {@link SendQuestion} in the body into the same request again. */
  public void prepareRepeat(Exchange exchange) {
    SendQuestion question = exchange.getMessage().getBody(SendQuestion.class);
    boolean known = question.since().plus(KEY_LIFE).isAfter(now());
    exchange.setProperty(REPEATED, known);
    if (!known) {
      throw new IllegalStateException("the retry key may be forgotten");
    }
    push(exchange, question.message());
  }

  private Instant now() {
    return account.clock().instant();
  }

  private void push(Exchange exchange, OutgoingMessage message) {
    exchange.setProperty(KEY, message.messageId());
    String text = LinkedText.of(message);
    if (!account.complete()) {
      throw refusal("not-configured", "channel-unavailable");
    }
    if (text.length() > LONGEST) {
      throw refusal("too-long", "provider-rejected");
    }
    Message request = exchange.getMessage();
    request.removeHeaders("*");
    request.setHeader(Exchange.HTTP_METHOD, "POST");
    request.setHeader(Exchange.HTTP_URI, account.push());
    request.setHeader(Exchange.HTTP_QUERY, "");
    request.setHeader("Authorization", account.authorization());
    request.setHeader("X-Line-Retry-Key", message.messageId());
    request.setHeader(Exchange.CONTENT_TYPE, "application/json;charset=UTF-8");
    request.setBody(body(message, text));
    ProviderAnswers.handingOver(exchange);
  }

  /** The picture first: the words stay what the list of chats shows last. */
  private static String body(OutgoingMessage message, String text) {
    ObjectNode body = ProviderAnswers.JSON.createObjectNode().put("to", message.to());
    ArrayNode messages = body.putArray("messages");
    if (message.picture() != null) {
      messages
          .addObject()
          .put("type", "image")
          .put("originalContentUrl", message.picture().url())
          .put("previewImageUrl", message.picture().url());
    }
    if (LineBubble.fits(message)) {
      LineBubble.write(message, messages.addObject());
    } else {
      messages.addObject().put("type", "text").put("text", text);
    }
    return body.toString();
  }

  private static ProviderRefusal refusal(String code, String reason) {
    return new ProviderRefusal(new SendOutcome.Refused(PROVIDER, code, reason, true, false));
  }

  /** Turns the answer to a send into its {@link SendOutcome}. */
  public void readSend(Exchange exchange) {
    exchange.getMessage().setBody(taken(exchange) ? accepted(exchange) : refused(exchange));
  }

  /** Only a yes is an answer to a repeat: a no says nothing of the first time. */
  public void readRepeat(Exchange exchange) {
    int status = ProviderAnswers.status(exchange);
    exchange
        .getMessage()
        .setBody(
            taken(exchange)
                ? accepted(exchange)
                : new SendOutcome.Unknown("repeat-http-" + status));
  }

  private static boolean taken(Exchange exchange) {
    int status = ProviderAnswers.status(exchange);
    return status == 200
        || status == 409 && !header(exchange, "x-line-accepted-request-id").isEmpty();
  }

  /** The message's own id, else that of the request; they are for people who ask LINE. */
  private static SendOutcome accepted(Exchange exchange) {
    String sent = ProviderAnswers.text(ProviderAnswers.json(exchange).at("/sentMessages/0"), "id");
    String first = header(exchange, "x-line-accepted-request-id");
    String request = first.isEmpty() ? header(exchange, "x-line-request-id") : first;
    String id = sent.isEmpty() ? request : sent;
    return new SendOutcome.Accepted(
        PROVIDER, id.matches("[!-~]{1,80}") ? id : exchange.getProperty(KEY, String.class));
  }

  private static String header(Exchange exchange, String name) {
    return exchange.getMessage().getHeader(name, "", String.class);
  }

  private static SendOutcome refused(Exchange exchange) {
    JsonNode answer = ProviderAnswers.json(exchange);
    String message = ProviderAnswers.text(answer, "message");
    return switch (ProviderAnswers.status(exchange)) {
      case 400 -> ProviderCode.permanent(invalid(message)).refused(PROVIDER, "http-400");
      case 429 ->
          message.contains("monthly limit")
              ? ProviderCode.permanent("channel-unavailable").refused(PROVIDER, "monthly-limit")
              : ProviderAnswers.unusual(exchange, PROVIDER);
      default -> ProviderAnswers.unusual(exchange, PROVIDER);
    };
  }

  private static String invalid(String message) {
    if (message.contains("'to'")) {
      return "number-invalid";
    }
    // Nobody there who has the account as a friend: another channel has to do it.
    return message.startsWith("Failed to send") ? "channel-unavailable" : "provider-rejected";
  }

  /** Turns what went wrong on the way into a {@link SendOutcome}. */
  public void failed(Exchange exchange) {
    Boolean repeated = exchange.getProperty(REPEATED, Boolean.class);
    exchange
        .getMessage()
        .setBody(
            repeated == null
                ? ProviderAnswers.failure(exchange)
                : new SendOutcome.Unknown("repeat-failed", repeated));
  }

  /** Leaves nothing of the request behind on the exchange. */
  public void clear(Exchange exchange) {
    exchange.removeProperty(KEY);
    exchange.removeProperty(REPEATED);
    ProviderAnswers.clear(exchange);
  }
}
