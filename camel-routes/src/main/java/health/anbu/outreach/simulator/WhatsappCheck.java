package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** What WhatsApp refuses before it takes a message. */
record WhatsappCheck(ProductAddress product) {

  Optional<ResponseEntity<Object>> wrong(JsonNode body) {
    if (body == null || !KakaoJson.text(body, "messaging_product").equals("whatsapp")) {
      return error(400, 100, "Invalid parameter");
    }
    if (!KakaoJson.text(body, "to").matches("\\+?[1-9][0-9]{6,14}")) {
      return error(400, 131009, "Parameter value is not valid");
    }
    return switch (KakaoJson.text(body, "type")) {
      case "text" -> within(text(body), 4096);
      case "image" -> image(body);
      case "template" -> template(body);
      default -> error(400, 131051, "Message type is not currently supported");
    };
  }

  private static Optional<ResponseEntity<Object>> within(String text, int longest) {
    return text.isBlank() || text.length() > longest
        ? error(400, 131009, "Parameter value is not valid")
        : Optional.empty();
  }

  private Optional<ResponseEntity<Object>> image(JsonNode body) {
    return body.at("/image/link").asText("").startsWith("https://")
            && body.at("/image/caption").asText("").length() <= 1024
        ? Optional.empty()
        : error(400, 131009, "Parameter value is not valid");
  }

  private Optional<ResponseEntity<Object>> template(JsonNode body) {
    String name = KakaoJson.text(body.path("template"), "name");
    boolean approved = name.equals(product.whatsapp("template-name")) || marketing(body);
    if (name.isEmpty() || !approved || body.at("/template/language/code").asText().isEmpty()) {
      return error(404, 132001, "Template name does not exist in the translation");
    }
    if (text(body).matches("(?s).*([\\n\\t]| {5}).*")) {
      return error(400, 132018, "Param text cannot have new-line/tab characters");
    }
    return within(text(body), 1024);
  }

  boolean marketing(JsonNode body) {
    String name = KakaoJson.text(body.path("template"), "name");
    return !name.isEmpty() && name.equals(product.whatsapp("marketing-template-name"));
  }

  /** In E.164. */
  String number(JsonNode body) {
    String to = KakaoJson.text(body, "to");
    return to.startsWith("+") ? to : "+" + to;
  }

  /** What the patient reads; the body of the approved template is its one variable. */
  String text(JsonNode body) {
    return switch (body.path("type").asText()) {
      case "text" -> body.at("/text/body").asText("");
      case "image" ->
          "[" + body.at("/image/link").asText() + "]\n\n" + body.at("/image/caption").asText("");
      default -> body.at("/template/components/0/parameters/0/text").asText("");
    };
  }

  private static Optional<ResponseEntity<Object>> error(int status, int code, String message) {
    return Optional.of(WhatsappJson.error(status, code, message));
  }
}
