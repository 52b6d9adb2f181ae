package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.SendOutcome;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Speaks WhatsApp's Cloud API for the kamelet {@code whatsapp-cloud-sink}.
 *
 * <p>WhatsApp has no idempotency key and cannot be asked: what may have been sent is never sent
 * again.
 */
public class WhatsappCloud {
  private final WhatsappAccount account = new WhatsappAccount();
  private WhatsappWindows windows;

  /** The account, filled from the kamelet's properties. */
  public WhatsappAccount getAccount() {
    return account;
  }

  public void setWindows(WhatsappWindows windows) {
    this.windows = windows;
  }

  /** Turns the {@link OutgoingMessage} in the body into the request that sends it. */
  public void prepareSend(Exchange exchange) {
    OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
    if (!account.complete()) {
      throw refusal("not-configured", "channel-unavailable");
    }
    String body = mayUseFreeWords(message) ? text(message) : template(message);
    Message request = exchange.getMessage();
    request.removeHeaders("*");
    request.setHeader(Exchange.HTTP_METHOD, "POST");
    request.setHeader(Exchange.HTTP_URI, account.messages());
    request.setHeader(Exchange.HTTP_QUERY, "");
    request.setHeader("Authorization", account.authorization());
    request.setHeader(Exchange.CONTENT_TYPE, "application/json;charset=UTF-8");
    request.setBody(body);
    ProviderAnswers.handingOver(exchange);
  }

  /** An answer, not advertising that waited for one. */
  private boolean mayUseFreeWords(OutgoingMessage message) {
    return !message.advertising() && windows.open(message.to(), account.clock().instant());
  }

  private static String text(OutgoingMessage message) {
    if (!WhatsappRequest.textFits(message)) {
      throw refusal("too-long", "provider-rejected");
    }
    return WhatsappRequest.text(message);
  }

  private String template(OutgoingMessage message) {
    if (account.templateFor(message).isBlank()) {
      throw message.advertising()
          ? refusal("advertising", "advertising-not-on-channel")
          : refusal("no-template", "channel-unavailable");
    }
    if (!WhatsappRequest.templateFits(message)) {
      throw refusal("too-long", "provider-rejected");
    }
    return WhatsappRequest.template(message, account);
  }

  private static ProviderRefusal refusal(String code, String reason) {
    return new ProviderRefusal(
        new SendOutcome.Refused(WhatsappErrorCode.PROVIDER, code, reason, true, false));
  }

  /** Turns the answer to a send into its {@link SendOutcome}. */
  public void readSend(Exchange exchange) {
    JsonNode answer = ProviderAnswers.json(exchange);
    int status = ProviderAnswers.status(exchange);
    exchange.getMessage().setBody(status == 200 ? taken(answer) : refused(exchange, answer));
  }

  private static SendOutcome taken(JsonNode answer) {
    String id = ProviderAnswers.text(answer.at("/messages/0"), "id");
    return id.isBlank()
        ? new SendOutcome.Unknown("no-wamid")
        : new SendOutcome.Accepted(WhatsappErrorCode.PROVIDER, id);
  }

  private static SendOutcome refused(Exchange exchange, JsonNode answer) {
    String code = ProviderAnswers.text(answer.path("error"), "code");
    if (WhatsappErrorCode.later(code)) {
      return new SendOutcome.Throttled(ProviderAnswers.PAUSE);
    }
    int status = ProviderAnswers.status(exchange);
    return code.isBlank() || status >= 500 || status == 429
        ? ProviderAnswers.unusual(exchange, WhatsappErrorCode.PROVIDER)
        : WhatsappErrorCode.of(code).refused(WhatsappErrorCode.PROVIDER, code);
  }

  /** Turns what went wrong on the way into a {@link SendOutcome}. */
  public void failed(Exchange exchange) {
    exchange.getMessage().setBody(ProviderAnswers.failure(exchange));
  }

  /** Leaves nothing of the request behind on the exchange. */
  public void clear(Exchange exchange) {
    ProviderAnswers.clear(exchange);
  }
}
