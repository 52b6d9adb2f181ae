package health.anbu.outreach.route;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.ChannelOptOut;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in one webhook of WhatsApp.
 *
 * @param phoneNumberId the clinic's number; an app may have others that are none of our business
 */
record WhatsappEvents(String phoneNumberId, Instant now, WhatsappWindows windows) {
  private static final String CHANNEL = "whatsapp";
  private static final String PROVIDER = WhatsappErrorCode.PROVIDER;

  /** Receipts as one list, and behind it what people wrote and told WhatsApp. */
  List<Object> read(JsonNode webhook) {
    if (!webhook.path("entry").isArray()) {
      throw new IllegalArgumentException("entry is missing");
    }
    List<Receipt> receipts = new ArrayList<>();
    List<Object> others = new ArrayList<>();
    for (JsonNode entry : webhook.path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        JsonNode value = change.path("value");
        if (text(value.path("metadata"), "phone_number_id").equals(phoneNumberId)) {
          value.path("statuses").forEach(s -> receipt(s).ifPresent(receipts::add));
          value.path("messages").forEach(m -> inbound(m, value).ifPresent(others::add));
          value.path("user_preferences").forEach(p -> preference(p).ifPresent(others::add));
        }
      }
    }
    List<Object> all = new ArrayList<>(receipts.isEmpty() ? List.of() : List.of(receipts));
    all.addAll(others);
    return all;
  }

  private Optional<Receipt> receipt(JsonNode status) {
    String id = text(status, "id");
    String code = text(status.at("/errors/0"), "code");
    String own = text(status, "biz_opaque_callback_data");
    String said = text(status, "status");
    return meaning(said, code)
        .map(
            meaning ->
                new Receipt(
                    PROVIDER,
                    id,
                    own.matches("[A-Za-z0-9-]{1,64}") ? own : null,
                    meaning.status(),
                    meaning.status().failed() ? code : "",
                    at(status),
                    id + ":" + said + (code.isBlank() ? "" : ":" + code),
                    meaning.optOut()));
  }

  private static Optional<ProviderCode> meaning(String status, String code) {
    return switch (status) {
      case "sent" -> Optional.of(new ProviderCode(DeliveryStatus.ACCEPTED, "", false));
      case "delivered" -> Optional.of(new ProviderCode(DeliveryStatus.DELIVERED, "", false));
      case "read", "played" -> Optional.of(new ProviderCode(DeliveryStatus.READ, "", false));
      case "failed" -> Optional.of(WhatsappErrorCode.of(code));
      default -> Optional.empty();
    };
  }

  private Optional<Object> inbound(JsonNode message, JsonNode value) {
    String from = text(message, "from");
    String type = text(message, "type");
    // Notes of the system and reactions to a message are no words of a person.
    if (!from.matches("[0-9]{7,15}") || type.equals("system") || type.equals("reaction")) {
      return Optional.empty();
    }
    Instant at = at(message);
    windows.wrote("+" + from, at);
    return Optional.of(
        new InboundMessage(
            CHANNEL,
            PROVIDER,
            text(message, "id"),
            "+" + from,
            phoneNumberId,
            words(message, type),
            at,
            false));
  }

  private static String words(JsonNode message, String type) {
    return switch (type) {
      case "text" -> text(message.path("text"), "body");
      case "button" -> text(message.path("button"), "text");
      case "interactive" -> {
        String button = text(message.at("/interactive/button_reply"), "title");
        yield button.isEmpty() ? text(message.at("/interactive/list_reply"), "title") : button;
      }
      default -> text(message.path(type), "caption");
    };
  }

  /** "Offers and announcements" switched off; to switch them on again is no consent to us. */
  private Optional<Object> preference(JsonNode preference) {
    String from = text(preference, "wa_id");
    boolean stops =
        text(preference, "category").equals("marketing_messages")
            && text(preference, "value").equals("stop");
    return stops && from.matches("[0-9]{7,15}")
        ? Optional.of(
            new ChannelOptOut(
                CHANNEL,
                PROVIDER,
                "marketing-stop-" + text(preference, "timestamp"),
                "+" + from,
                Purpose.ADVERTISING,
                at(preference)))
        : Optional.empty();
  }

  private Instant at(JsonNode event) {
    String seconds = text(event, "timestamp");
    Instant said =
        seconds.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : now;
    return said.isAfter(now) ? now : said;
  }

  private static String text(JsonNode node, String field) {
    return ProviderAnswers.text(node, field);
  }
}
