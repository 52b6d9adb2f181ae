package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Speaks to the product as an EHR and an operator would: plain HTTP and JSON. */
final class AnbuClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;

  AnbuClient(String base) {
    this.base = base;
  }

  /** What came back. */
  record Answer(int status, JsonNode body) {}

  /** The process went away before it answered. */
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(Throwable cause) {
      super(cause);
    }
  }

  /** With more headers, each name followed by its value. */
  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header(
                "Content-Type",
                path.startsWith("/fhir") ? "application/fhir+json" : "application/json")
            .header("Cache-Control", "no-cache")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), read(response.body()));
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(e);
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** Writes a scenario as an integration engineer and a member of staff do it together. */
  void activate(String scenario) {
    JsonNode plan = read(scenario);
    String path = "/fhir/PlanDefinition/" + plan.path("id").asText();
    Answer refused = send("PUT", path, scenario);
    if (refused.status() == 422) {
      approve(refused.body().at("/issue/0/diagnostics").asText());
      put(scenario);
    } else {
      assertThat(refused.status()).isIn(200, 201);
    }
  }

  private void approve(String refusal) {
    var named = java.util.regex.Pattern.compile("Task/([A-Za-z0-9-]+)").matcher(refusal);
    assertThat(named.find()).as(refusal).isTrue();
    ObjectNode task = (ObjectNode) get("/fhir/" + named.group());
    task.put("status", "completed").putObject("owner").put("display", "Dr Kim");
    task.putObject("businessStatus")
        .putArray("coding")
        .addObject()
        .put("system", "https://anbu-health.github.io/fhir/CodeSystem/approval-outcome")
        .put("code", "approved");
    put(task.toString());
  }

  /** What a path answers, as it is. */
  String text(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(e);
    }
  }

  JsonNode get(String path) {
    Answer answer = send("GET", path, null);
    assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** Writes a resource under its own id. */
  JsonNode put(String resource) {
    JsonNode tree = read(resource);
    String path = "/fhir/" + tree.path("resourceType").asText() + "/" + tree.path("id").asText();
    return stored(send("PUT", path, resource));
  }

  /** Writes all of them in one transaction. */
  JsonNode putAll(List<String> resources) {
    String entries = resources.stream().map(AnbuClient::entry).collect(Collectors.joining(",\n"));
    String bundle =
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
    return stored(send("POST", "/fhir", bundle));
  }

  private static String entry(String resource) {
    JsonNode tree = read(resource);
    return "{\"resource\":%s,\"request\":{\"method\":\"PUT\",\"url\":\"%s/%s\"}}"
        .formatted(resource, tree.path("resourceType").asText(), tree.path("id").asText());
  }

  private static JsonNode stored(Answer answer) {
    assertThat(answer.status() / 100).as("stored: %s", answer.body()).isEqualTo(2);
    return answer.body();
  }

  void delete(String reference) {
    assertThat(send("DELETE", "/fhir/" + reference, null).status() / 100).isEqualTo(2);
  }

  boolean healthy() {
    try {
      return send("GET", "/actuator/health", null).status() == 200;
    } catch (NoAnswer e) {
      return false;
    }
  }

  // The clock

  String now() {
    return get("/clock").path("now").asText();
  }

  boolean idle() {
    return get("/clock").path("idle").asBoolean();
  }

  /** Waits until everything that was written so far is reconciled and everything due is done. */
  void untilIdle() {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::idle);
  }

  Answer moveTo(String instant) {
    return send("POST", "/clock", "{\"instant\":\"" + instant + "\"}");
  }

  void timeIs(String instant) {
    Answer answer = moveTo(instant);
    assertThat(answer.status()).as("clock: %s", answer.body()).isEqualTo(200);
  }

  void advance(String duration) {
    Answer answer = send("POST", "/clock", "{\"advance\":\"" + duration + "\"}");
    assertThat(answer.status()).as("clock: %s", answer.body()).isEqualTo(200);
  }

  // The simulated providers

  List<JsonNode> messages(String query) {
    return list(get("/simulators/messages" + query));
  }

  List<JsonNode> messages() {
    return messages("");
  }

  List<JsonNode> messagesTo(String number) {
    return messages("?to=" + number.replace("+", "%2B"));
  }

  void fault(String provider, String kind, int count) {
    String body = "{\"kind\":\"%s\",\"count\":%d}".formatted(kind, count);
    Answer answer = send("POST", "/simulators/" + provider + "/faults", body);
    assertThat(answer.status()).as("fault: %s", answer.body()).isEqualTo(200);
  }

  void clearFaults() {
    send("DELETE", "/simulators/kakao/faults", null);
    send("DELETE", "/simulators/twilio/faults", null);
    send("DELETE", "/simulators/line/faults", null);
    send("DELETE", "/simulators/whatsapp/faults", null);
  }

  // FHIR searches

  /** Every resource that a search finds, page by page. */
  List<JsonNode> search(String query) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode page = get("/fhir/" + query + (query.contains("?") ? "&" : "?") + "_count=500");
    while (page != null) {
      page.path("entry").forEach(entry -> found.add(entry.path("resource")));
      page = next(page);
    }
    return found;
  }

  /** How many resources a search finds. */
  int count(String query) {
    return get("/fhir/" + query + (query.contains("?") ? "&" : "?") + "_summary=count")
        .path("total")
        .asInt();
  }

  private JsonNode next(JsonNode page) {
    for (JsonNode link : page.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        URI next = URI.create(link.path("url").asText());
        return get(next.getRawPath() + "?" + next.getRawQuery());
      }
    }
    return null;
  }

  /** The outreach requests of a patient by outreach key. */
  Map<String, JsonNode> requests(String patient) {
    return byKey(search("CommunicationRequest?patient=Patient/" + patient));
  }

  static Map<String, JsonNode> byKey(List<JsonNode> requests) {
    return requests.stream().collect(Collectors.toMap(AnbuClient::key, request -> request));
  }

  static String key(JsonNode request) {
    return request.path("identifier").path(0).path("value").asText();
  }

  static String reason(JsonNode resource) {
    return resource.path("statusReason").path("coding").path(0).path("code").asText();
  }

  static String deliveryStatus(JsonNode message) {
    return list(message.path("extension")).stream()
        .filter(e -> e.path("url").asText().endsWith("/delivery-status"))
        .map(e -> e.path("valueCode").asText())
        .findFirst()
        .orElse("");
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
