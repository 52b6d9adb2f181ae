package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads FHIR JSON as a stranger would: by the names of the specification and of the guide. */
final class Fhir {

  static final String BASE = "https://anbu-health.github.io/fhir";

  private Fhir() {}

  /** The one outreach request of a key; missing when there is none. */
  static JsonNode request(Outside outside, String key) {
    String token = BASE + "/sid/outreach-key|" + key;
    return first(outside.search("CommunicationRequest?identifier=" + Outside.encoded(token)));
  }

  /** The outreach requests of a patient that one scenario planned, by due instant. */
  static List<JsonNode> requests(Outside outside, String patient, String scenario) {
    String query = "CommunicationRequest?_sort=occurrence&subject=Patient/" + patient;
    return outside.search(query).stream()
        .filter(request -> key(request).startsWith(scenario + ":"))
        .toList();
  }

  /** The attempts to deliver a request. */
  static List<JsonNode> messages(Outside outside, JsonNode request) {
    return outside.search(
        "Communication?based-on=CommunicationRequest/" + request.path("id").asText());
  }

  static String key(JsonNode request) {
    return request.path("identifier").path(0).path("value").asText();
  }

  static String status(JsonNode resource) {
    return resource.path("status").asText("not there");
  }

  static String reason(JsonNode resource) {
    return code(resource.path("statusReason"));
  }

  static String code(JsonNode concept) {
    return concept.path("coding").path(0).path("code").asText("none");
  }

  static String codeSearch(String type, String system, String code) {
    return type + "?code=" + Outside.encoded(BASE + "/CodeSystem/" + system + "|" + code);
  }

  static JsonNode extension(JsonNode resource, String name) {
    String url = BASE + "/StructureDefinition/" + name;
    for (JsonNode extension : resource.path("extension")) {
      if (extension.path("url").asText().equals(url)) {
        return extension;
      }
    }
    return resource.path("no such extension");
  }

  static String deliveryStatus(JsonNode message) {
    return extension(message, "delivery-status").path("valueCode").asText("none");
  }

  static String due(JsonNode request) {
    return instant(request.path("occurrenceDateTime").asText("not there"));
  }

  /** The same instant always as the same text, in the offset it was written with. */
  static String instant(String text) {
    try {
      return OffsetDateTime.parse(text).toString();
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /** The payloads of a message, as they were sent. */
  static List<String> payload(JsonNode message) {
    List<String> texts = new ArrayList<>();
    message.path("payload").forEach(part -> texts.add(part.path("contentString").asText()));
    return texts;
  }

  /** The reason that decided about a scenario, as $explain-outreach tells it. */
  static String explained(Outside outside, String patient, String scenario) {
    JsonNode answer =
        outside.read("Patient/" + patient + "/$explain-outreach?scenario=" + scenario);
    for (JsonNode parameter : answer.path("parameter")) {
      Optional<JsonNode> reason = part(parameter, "reason");
      if (reason.isPresent()) {
        return reason.get().path("valueCoding").path("code").asText();
      }
    }
    return "no reason";
  }

  private static Optional<JsonNode> part(JsonNode parameter, String name) {
    for (JsonNode part : parameter.path("part")) {
      if (part.path("name").asText().equals(name)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  static JsonNode first(List<JsonNode> found) {
    return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
  }

  static JsonNode last(List<JsonNode> found) {
    return found.isEmpty() ? first(found) : found.get(found.size() - 1);
  }
}
