package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** What NHN refuses before it takes a message; 0 means nothing. */
final class KakaoCheck {
  private static final int LONGEST = 1300;

  private KakaoCheck() {}

  static int request(JsonNode body, String senderKey) {
    String template = KakaoJson.text(body, "templateCode");
    JsonNode recipients = body.path("recipientList");
    if (!KakaoJson.text(body, "senderKey").equals(senderKey)) {
      return -2017;
    }
    if (template.isBlank() || template.length() > 20) {
      return -3003;
    }
    if (!recipients.isArray() || recipients.isEmpty() || recipients.size() > 1000) {
      return -3002;
    }
    // Anbu keeps its appointments itself, so reservations are not simulated.
    return body.path("requestDate").isTextual() ? -2027 : 0;
  }

  static int recipient(JsonNode recipient, String content) {
    String number = KakaoJson.text(recipient, "recipientNo").replace("-", "");
    if (!number.matches("[0-9]{8,15}")) {
      return -4019;
    }
    if (content.isBlank()) {
      return -3004;
    }
    if (content.length() > LONGEST) {
      return -2019;
    }
    return buttons(recipient.path("buttons"));
  }

  private static int buttons(JsonNode buttons) {
    if (buttons.size() > 5) {
      return -3002;
    }
    for (JsonNode button : buttons) {
      String name = KakaoJson.text(button, "name");
      boolean webLink = KakaoJson.text(button, "type").equals("WL");
      if (webLink && (name.isBlank() || name.length() > 14)) {
        return -3002;
      }
      if (webLink && !KakaoJson.text(button, "linkMo").matches("https?://.{1,500}")) {
        return -3006;
      }
    }
    return 0;
  }
}
