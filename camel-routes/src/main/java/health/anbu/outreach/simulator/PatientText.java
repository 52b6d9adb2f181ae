package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * What a patient writes by SMS.
 *
 * @param from number in E.164
 * @param to empty for the clinic's number
 */
record PatientText(String from, String to, String text) {
  private static final int LONGEST = 10_000;

  /** Takes what was asked for and answers 202 with what came of it, or 400 with what is wrong. */
  static ResponseEntity<Object> take(
      HttpServletRequest request, Numbers numbers, Function<PatientText, Map<String, String>> taken)
      throws IOException {
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<String> from =
        body == null ? Optional.empty() : numbers.e164(KakaoJson.text(body, "from"));
    if (from.isEmpty()) {
      return wrong("from must be a phone number");
    }
    String text = KakaoJson.text(body, "text");
    if (text.isEmpty() || text.length() > LONGEST) {
      return wrong("text must have 1 to " + LONGEST + " characters");
    }
    PatientText written = new PatientText(from.get(), KakaoJson.text(body, "to"), text);
    return ResponseEntity.accepted().body(taken.apply(written));
  }

  String toOr(String clinic) {
    return to.isBlank() ? clinic : to;
  }

  private static ResponseEntity<Object> wrong(String message) {
    return ResponseEntity.badRequest().body(Map.of("error", message));
  }
}
