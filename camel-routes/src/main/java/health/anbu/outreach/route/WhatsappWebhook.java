package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Checks and reads WhatsApp's webhooks for the kamelet {@code whatsapp-cloud-receipt-source}. */
public class WhatsappWebhook {
  private static final String CHALLENGE = "anbuWhatsappChallenge";

  private final WhatsappAccount account = new WhatsappAccount();
  private WhatsappWindows windows;

  /** The account, filled from the kamelet's properties. */
  public WhatsappAccount getAccount() {
    return account;
  }

  public void setWindows(WhatsappWindows windows) {
    this.windows = windows;
  }

  /** Leaves receipts and what people wrote in the body, if the signature is right. */
  public void read(Exchange exchange) {
    Message request = exchange.getMessage();
    if (request.getHeader(Exchange.HTTP_METHOD, "", String.class).equals("GET")) {
      verify(exchange, request.getHeader(Exchange.HTTP_QUERY, "", String.class));
    } else if (ProviderWebhook.tooLarge(request)) {
      ProviderWebhook.refuse(exchange, 413);
    } else {
      readPost(exchange, request);
    }
  }

  /** The question that WhatsApp asks when somebody types our address into its console. */
  private void verify(Exchange exchange, String query) {
    ProviderForm form = form(query);
    String token = account.verifyToken();
    String challenge = form.first("hub.challenge");
    boolean ours =
        form.first("hub.mode").equals("subscribe")
            && !token.isBlank()
            && BodySignature.same(token, form.first("hub.verify_token"))
            && challenge.matches("[A-Za-z0-9_-]{1,200}");
    if (ours) {
      ProviderWebhook.accept(exchange, null);
      exchange.setProperty(CHALLENGE, challenge);
    } else {
      ProviderWebhook.refuse(exchange, 403);
    }
  }

  private static ProviderForm form(String query) {
    try {
      return ProviderForm.parse(query);
    } catch (IllegalArgumentException e) {
      return ProviderForm.parse("");
    }
  }

  private void readPost(Exchange exchange, Message request) {
    try {
      byte[] body = ProviderWebhook.body(request);
      if (!signed(body, request.getHeader("X-Hub-Signature-256", "", String.class))) {
        ProviderWebhook.refuse(exchange, 403);
        return;
      }
      JsonNode webhook = ProviderAnswers.JSON.readTree(body);
      List<Object> events =
          new WhatsappEvents(account.phoneNumberId(), account.clock().instant(), windows)
              .read(webhook);
      ProviderWebhook.accept(exchange, events.isEmpty() ? null : events);
    } catch (IOException | IllegalArgumentException e) {
      ProviderWebhook.refuse(exchange, 400);
    }
  }

  private boolean signed(byte[] body, String signature) {
    String secret = account.appSecret();
    return !secret.isBlank() && BodySignature.same(BodySignature.whatsapp(secret, body), signature);
  }

  /** Answers the webhook; the question of the console gets its challenge back. */
  public void answer(Exchange exchange) {
    String challenge = exchange.getProperty(CHALLENGE, "", String.class);
    exchange.removeProperty(CHALLENGE);
    ProviderWebhook.answer(exchange, "text/plain;charset=UTF-8", challenge);
  }
}
