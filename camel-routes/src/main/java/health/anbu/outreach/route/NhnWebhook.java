package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Checks and reads NHN's webhooks for the kamelet {@code nhn-kakao-receipt-source}. */
public class NhnWebhook {
  private ProviderEndpoints endpoints;
  private String webhookSecret;

  public void setEndpoints(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  public void setWebhookSecret(String webhookSecret) {
    this.webhookSecret = webhookSecret;
  }

  /** Leaves a list of receipts in the body, if the signature is right. */
  public void read(Exchange exchange) {
    Message request = exchange.getMessage();
    if (ProviderWebhook.tooLarge(request)) {
      ProviderWebhook.refuse(exchange, 413);
    } else if (!signed(request.getHeader("X-Toast-Webhook-Signature", "", String.class))) {
      ProviderWebhook.refuse(exchange, 403);
    } else {
      readSigned(exchange, request);
    }
  }

  /** NHN sends back the fixed text typed into its console: no hash, so compare in constant time. */
  private boolean signed(String signature) {
    String secret = endpoints.setting(webhookSecret, "anbu.channels.kakao.webhook-secret");
    return !secret.isBlank()
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private void readSigned(Exchange exchange, Message request) {
    try {
      JsonNode event = ProviderAnswers.JSON.readTree(ProviderWebhook.body(request));
      List<Receipt> receipts = receipts(event);
      ProviderWebhook.accept(exchange, receipts.isEmpty() ? null : receipts);
    } catch (IOException | IllegalArgumentException e) {
      ProviderWebhook.refuse(exchange, 400);
    }
  }

  private List<Receipt> receipts(JsonNode event) {
    if (!event.path("hooks").isArray()) {
      throw new IllegalArgumentException("hooks are missing");
    }
    List<Receipt> receipts = new ArrayList<>();
    if (ProviderAnswers.text(event, "event").equals("MESSAGE_RESULT_UPDATE")) {
      for (JsonNode hook : event.path("hooks")) {
        String hookId = ProviderAnswers.text(hook, "hookId");
        receipts.add(NhnRequest.receipt(hook, null, hookId, endpoints.clock()));
      }
    }
    return receipts;
  }

  /** Answers the webhook. */
  public void answer(Exchange exchange) {
    ProviderWebhook.answer(exchange, "application/json", "{}");
  }
}
