package health.anbu.outreach.route;

import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Checks and reads Twilio's webhooks for the kamelet {@code twilio-sms-receipt-source}. */
public class TwilioWebhook {
  /** After one of these words alone Twilio itself blocks every further message to the sender. */
  private static final Set<String> STOP_WORDS =
      Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");

  private static final String PATH = "/webhooks/twilio";

  private final TwilioAccount account = new TwilioAccount();

  /** The account, filled from the kamelet's properties. */
  public TwilioAccount getAccount() {
    return account;
  }

  /** Leaves a list of receipts or an inbound message in the body, if the signature is right. */
  public void read(Exchange exchange) {
    Message request = exchange.getMessage();
    String uri = text(request, Exchange.HTTP_URI);
    // Whatever the server puts before it, the world knows the path from here on.
    String path = uri.substring(Math.max(0, uri.indexOf(PATH)));
    String query = text(request, Exchange.HTTP_QUERY);
    if (ProviderWebhook.tooLarge(request)) {
      ProviderWebhook.refuse(exchange, 413);
      return;
    }
    try {
      ProviderForm form =
          ProviderForm.parse(new String(ProviderWebhook.body(request), StandardCharsets.UTF_8));
      String url = account.publicUrl() + path + (query.isEmpty() ? "" : "?" + query);
      if (signed(url, form, text(request, "X-Twilio-Signature"))) {
        route(exchange, path, query, form);
      } else {
        ProviderWebhook.refuse(exchange, 403);
      }
    } catch (IllegalArgumentException e) {
      ProviderWebhook.refuse(exchange, 400);
    }
  }

  private boolean signed(String url, ProviderForm form, String signature) {
    String token = account.authToken();
    return !token.isBlank() && TwilioSignature.matches(token, url, form.values(), signature);
  }

  private void route(Exchange exchange, String path, String query, ProviderForm form) {
    switch (path) {
      case PATH + "/status" -> ProviderWebhook.accept(exchange, receipts(query, form));
      case PATH + "/inbound" -> ProviderWebhook.accept(exchange, inbound(form));
      default -> ProviderWebhook.refuse(exchange, 404);
    }
  }

  private List<Receipt> receipts(String query, ProviderForm form) {
    String status = form.first("MessageStatus");
    String code = form.first("ErrorCode");
    String messageId = ProviderForm.parse(query).first("m");
    return TwilioStatus.meaning(status, code)
        .map(
            meaning ->
                receipt(
                    form.first("MessageSid"), messageId, status, code, meaning, account.clock()))
        .map(List::of)
        .orElse(null);
  }

  static Receipt receipt(
      String sid, String messageId, String status, String code, ProviderCode meaning, Clock clock) {
    return new Receipt(
        TwilioErrorCode.PROVIDER,
        sid,
        messageId,
        meaning.status(),
        code,
        clock.instant(),
        sid + ":" + status + (code.isBlank() ? "" : ":" + code),
        meaning.optOut());
  }

  private InboundMessage inbound(ProviderForm form) {
    String from = form.first("From");
    boolean whatsapp = from.startsWith("whatsapp:");
    return new InboundMessage(
        whatsapp ? "whatsapp" : "sms",
        TwilioErrorCode.PROVIDER,
        form.first("MessageSid"),
        from.replaceFirst("^whatsapp:", ""),
        form.first("To").replaceFirst("^whatsapp:", ""),
        form.first("Body"),
        account.clock().instant(),
        stopped(form));
  }

  private static boolean stopped(ProviderForm form) {
    String word = form.first("Body").strip().toUpperCase(Locale.ROOT);
    return form.first("OptOutType").equals("STOP") || STOP_WORDS.contains(word);
  }

  /** Answers; an inbound message gets the TwiML that says nothing back. */
  public void answer(Exchange exchange) {
    ProviderWebhook.answer(
        exchange,
        "text/xml;charset=UTF-8",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
  }

  private static String text(Message message, String header) {
    return message.getHeader(header, "", String.class);
  }
}
