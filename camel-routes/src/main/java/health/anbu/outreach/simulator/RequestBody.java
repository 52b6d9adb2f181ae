package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a JSON body up to the size that a real provider would take. */
final class RequestBody {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 2_000_000;

  private RequestBody() {}

  /** Empty if it is no JSON object, or too large. */
  static Optional<JsonNode> object(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readTree(bytes)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What the patient does; asked for as event or as kind. */
  static String kind(JsonNode body) {
    String event = body.path("event").asText("");
    return event.isEmpty() ? body.path("kind").asText("") : event;
  }
}
