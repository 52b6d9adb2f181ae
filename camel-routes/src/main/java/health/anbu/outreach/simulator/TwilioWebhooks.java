package health.anbu.outreach.simulator;

import health.anbu.outreach.route.TwilioSignature;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Twilio's signed forms to the product. */
@Simulated
@Component
class TwilioWebhooks {
  private final ProductAddress product;

  TwilioWebhooks(ProductAddress product) {
    this.product = product;
  }

  List<WebhookSender.Webhook> receipts(AcceptedMessage message, Carrier.Fate fate) {
    if (message.callback() == null) {
      return List.of();
    }
    WebhookSender.Webhook sent = status(message, "sent");
    WebhookSender.Webhook delivered = status(message, "delivered");
    List<WebhookSender.Webhook> receipts =
        new ArrayList<>(fate.reordered() ? List.of(delivered, sent) : List.of(sent, delivered));
    if (fate.doubled()) {
      receipts.add(delivered);
    }
    return receipts;
  }

  private WebhookSender.Webhook status(AcceptedMessage message, String status) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("SmsSid", message.providerId());
    form.put("SmsStatus", status);
    form.put("MessageStatus", status);
    form.put("To", message.to());
    form.put("MessageSid", message.providerId());
    form.put("AccountSid", product.sms("account-sid"));
    form.put("From", message.from());
    form.put("ApiVersion", "2010-04-01");
    return signed(URI.create(message.callback()), form);
  }

  /** A text from a patient; optOutType is there when the words were one of Twilio's own. */
  WebhookSender.Webhook inbound(
      String sid, String from, String to, String text, String optOutType) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "KR");
    form.put("SmsMessageSid", sid);
    form.put("NumMedia", "0");
    form.put("SmsSid", sid);
    form.put("SmsStatus", "received");
    form.put("Body", text);
    form.put("To", to);
    form.put("NumSegments", "1");
    form.put("MessageSid", sid);
    form.put("AccountSid", product.sms("account-sid"));
    form.put("From", from);
    form.put("ApiVersion", "2010-04-01");
    if (!optOutType.isEmpty()) {
      form.put("OptOutType", optOutType);
    }
    return signed(product.webhook("/webhooks/twilio/inbound"), form);
  }

  private WebhookSender.Webhook signed(URI url, Map<String, String> form) {
    Map<String, List<String>> values =
        form.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    return new WebhookSender.Webhook(
        url,
        "application/x-www-form-urlencoded;charset=UTF-8",
        "X-Twilio-Signature",
        TwilioSignature.sign(product.sms("auth-token"), url.toString(), values),
        encode(form));
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
