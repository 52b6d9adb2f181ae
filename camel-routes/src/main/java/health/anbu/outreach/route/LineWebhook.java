package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.ChannelOptOut;
import health.anbu.outreach.contact.ChannelReturn;
import health.anbu.outreach.contact.InboundMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Checks and reads LINE's webhooks for the kamelet {@code line-messaging-receipt-source}. */
public class LineWebhook {
  private static final String CHANNEL = "line";

  private final LineAccount account = new LineAccount();

  /** The account, filled from the kamelet's properties. */
  public LineAccount getAccount() {
    return account;
  }

  /** Leaves a list of what people wrote and told LINE in the body, if the signature is right. */
  public void read(Exchange exchange) {
    Message request = exchange.getMessage();
    if (ProviderWebhook.tooLarge(request)) {
      ProviderWebhook.refuse(exchange, 413);
      return;
    }
    try {
      byte[] body = ProviderWebhook.body(request);
      if (signed(body, request.getHeader("X-Line-Signature", "", String.class))) {
        List<Object> events = events(ProviderAnswers.JSON.readTree(body));
        ProviderWebhook.accept(exchange, events.isEmpty() ? null : events);
      } else {
        ProviderWebhook.refuse(exchange, 403);
      }
    } catch (IOException | IllegalArgumentException e) {
      ProviderWebhook.refuse(exchange, 400);
    }
  }

  private boolean signed(byte[] body, String signature) {
    String secret = account.channelSecret();
    return !secret.isBlank() && BodySignature.same(BodySignature.line(secret, body), signature);
  }

  /** In the order in which they happened; LINE may send an older one later. */
  private List<Object> events(JsonNode webhook) {
    if (!webhook.path("events").isArray()) {
      throw new IllegalArgumentException("events are missing");
    }
    String destination = ProviderAnswers.text(webhook, "destination");
    List<Object> events = new ArrayList<>();
    StreamSupport.stream(webhook.path("events").spliterator(), false)
        .sorted(Comparator.comparingLong(event -> event.path("timestamp").asLong()))
        .forEach(event -> event(event, destination).ifPresent(events::add));
    return events;
  }

  /**
   * Nothing for groups, and nothing for events that ask nothing of us: whom a linked account
   * belongs to is for the EHR to say. To follow is no consent; it takes back an unfollow.
   */
  private Optional<Object> event(JsonNode event, String destination) {
    JsonNode source = event.path("source");
    String user = ProviderAnswers.text(source, "userId");
    if (!ProviderAnswers.text(source, "type").equals("user") || !Address.isLineUser(user)) {
      return Optional.empty();
    }
    String id = ProviderAnswers.text(event, "webhookEventId");
    return switch (ProviderAnswers.text(event, "type")) {
      case "message" ->
          Optional.of(inbound(event, id, user, destination, event.at("/message/text").asText("")));
      case "postback" ->
          Optional.of(inbound(event, id, user, destination, event.at("/postback/data").asText("")));
      case "unfollow" ->
          Optional.of(
              new ChannelOptOut(CHANNEL, LineMessaging.PROVIDER, id, user, null, at(event)));
      case "follow" ->
          Optional.of(new ChannelReturn(CHANNEL, LineMessaging.PROVIDER, id, user, at(event)));
      default -> Optional.empty();
    };
  }

  private InboundMessage inbound(
      JsonNode event, String id, String user, String destination, String text) {
    return new InboundMessage(
        CHANNEL, LineMessaging.PROVIDER, id, user, destination, text, at(event), false);
  }

  private Instant at(JsonNode event) {
    Instant now = account.clock().instant();
    Instant said = Instant.ofEpochMilli(event.path("timestamp").asLong(now.toEpochMilli()));
    return said.isAfter(now) ? now : said;
  }

  /** Answers the webhook. */
  public void answer(Exchange exchange) {
    ProviderWebhook.answer(exchange, "application/json", "{}");
  }
}
