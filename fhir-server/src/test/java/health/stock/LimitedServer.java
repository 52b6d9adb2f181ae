package health.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Stands before a FHIR server and takes away what some servers do not offer. */
public final class LimitedServer implements AutoCloseable {

  /** What is taken away. */
  public enum Limit {
    READ_ONLY_RECORDS,
    NO_SUBSCRIPTION,
    NO_HISTORY,
    NO_CLIENT_IDS,
    PAGES_OF_20,
    NO_DEFINITIONS
  }

  private static final Set<String> RECORDS =
      Set.of(
          "Patient",
          "RelatedPerson",
          "Encounter",
          "Procedure",
          "Appointment",
          "Observation",
          "Condition",
          "Practitioner",
          "Organization",
          "Location");

  private static final Set<String> DEFINITIONS =
      Set.of("PlanDefinition", "ActivityDefinition", "ValueSet", "Questionnaire", "Measure");

  private static final Set<String> HISTORY = Set.of("vread", "history-instance", "history-type");
  private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
  private static final Pattern COUNT = Pattern.compile("_count=(\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String target;
  private final Set<Limit> limits;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger refused = new AtomicInteger();

  private LimitedServer(String target, Set<Limit> limits) throws IOException {
    this.target = target;
    this.limits = EnumSet.copyOf(limits);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/fhir", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * @param target base URL of the server behind
   */
  public static LimitedServer before(String target, Set<Limit> limits) throws IOException {
    return new LimitedServer(target, limits);
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
  }

  /** How many requests were answered with what the server does not offer. */
  public int refused() {
    return refused.get();
  }

  private record Answer(int status, byte[] body, Map<String, List<String>> headers) {}

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer = answer(exchange, body);
      answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/fhir/?", "");
    String method = exchange.getRequestMethod();
    if (path.equals("metadata")) {
      return statement(forward(exchange, body));
    }
    Optional<Answer> no = refusal(method, path);
    if (no.isEmpty() && method.equals("POST") && path.isEmpty()) {
      no = refusal(JSON.readTree(body));
    }
    if (no.isPresent()) {
      refused.incrementAndGet();
      return no.get();
    }
    return forward(exchange, body);
  }

  private Optional<Answer> refusal(String method, String path)
      throws IOException, InterruptedException {
    String[] parts = path.split("[/?]");
    String type = parts[0];
    boolean write = Set.of("POST", "PUT", "PATCH", "DELETE").contains(method);
    boolean search = method.equals("POST") && path.contains("_search");
    if (limits.contains(Limit.NO_SUBSCRIPTION) && type.equals("Subscription")) {
      return Optional.of(outcome(404, "Subscription is not supported"));
    }
    if (limits.contains(Limit.NO_HISTORY) && path.contains("_history")) {
      return Optional.of(outcome(405, "History is not supported"));
    }
    if (limits.contains(Limit.READ_ONLY_RECORDS) && write && !search && RECORDS.contains(type)) {
      return Optional.of(outcome(405, type + " is read-only"));
    }
    if (limits.contains(Limit.NO_DEFINITIONS) && write && DEFINITIONS.contains(type)) {
      return Optional.of(outcome(403, type + " is not taken"));
    }
    boolean chosen = limits.contains(Limit.NO_CLIENT_IDS) && method.equals("PUT");
    if (chosen && parts.length > 1 && !exists(type + "/" + parts[1])) {
      return Optional.of(outcome(405, "Clients do not choose ids"));
    }
    return Optional.empty();
  }

  private boolean exists(String reference) throws IOException, InterruptedException {
    HttpRequest read = HttpRequest.newBuilder(URI.create(target + "/" + reference)).build();
    return http.send(read, BodyHandlers.discarding()).statusCode() == 200;
  }

  private Optional<Answer> refusal(JsonNode bundle) throws IOException, InterruptedException {
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode request = entry.path("request");
      Optional<Answer> no = refusal(request.path("method").asText(), request.path("url").asText());
      if (no.isPresent()) {
        return no;
      }
    }
    return Optional.empty();
  }

  private static Answer outcome(int status, String text) throws IOException {
    ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
    outcome
        .putArray("issue")
        .addObject()
        .put("severity", "error")
        .put("code", "not-supported")
        .put("diagnostics", text);
    return new Answer(
        status,
        JSON.writeValueAsBytes(outcome),
        Map.of("Content-Type", List.of("application/fhir+json;charset=UTF-8")));
  }

  private Answer forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    URI asked = exchange.getRequestURI();
    String path = asked.getRawPath().replaceFirst("^/fhir", "");
    String query = asked.getRawQuery() == null ? "" : "?" + paged(path, asked.getRawQuery());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + path + query))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (String name :
        List.of("Accept", "Content-Type", "If-Match", "If-None-Exist", "Prefer", "Cache-Control")) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    return translated(http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  private String paged(String path, String query) {
    boolean search = path.matches("/[A-Za-z]+") || query.contains("_getpages");
    if (!limits.contains(Limit.PAGES_OF_20) || !search) {
      return query;
    }
    String fewer = COUNT.matcher(query).replaceAll(LimitedServer::atMost20);
    return fewer.contains("_count=") ? fewer : fewer + "&_count=20";
  }

  private static String atMost20(MatchResult count) {
    return "_count=" + Math.min(20, Long.parseLong(count.group(1)));
  }

  private Answer translated(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : List.of("Content-Type", "ETag", "Location", "Content-Location")) {
      response
          .headers()
          .firstValue(name)
          .ifPresent(value -> headers.put(name, List.of(value.replace(target, base()))));
    }
    return new Answer(
        response.statusCode(),
        text.replace(target, base()).getBytes(StandardCharsets.UTF_8),
        headers);
  }

  private Answer statement(Answer from) throws IOException {
    ObjectNode statement = (ObjectNode) JSON.readTree(from.body());
    ArrayNode resources = (ArrayNode) statement.path("rest").path(0).path("resource");
    for (int i = resources.size() - 1; i >= 0; i--) {
      ObjectNode resource = (ObjectNode) resources.get(i);
      if (limits.contains(Limit.NO_SUBSCRIPTION)
          && resource.path("type").asText().equals("Subscription")) {
        resources.remove(i);
      } else {
        limit(resource);
      }
    }
    return new Answer(from.status(), JSON.writeValueAsBytes(statement), from.headers());
  }

  private void limit(ObjectNode resource) {
    String type = resource.path("type").asText();
    if (limits.contains(Limit.NO_CLIENT_IDS)) {
      resource.put("updateCreate", false);
    }
    if (limits.contains(Limit.NO_HISTORY)) {
      remove(resource, HISTORY);
    }
    if (limits.contains(Limit.READ_ONLY_RECORDS) && RECORDS.contains(type)
        || limits.contains(Limit.NO_DEFINITIONS) && DEFINITIONS.contains(type)) {
      remove(resource, WRITES);
    }
  }

  private static void remove(ObjectNode resource, Set<String> codes) {
    JsonNode interactions = resource.path("interaction");
    for (int i = interactions.size() - 1; i >= 0; i--) {
      if (codes.contains(interactions.get(i).path("code").asText())) {
        ((ArrayNode) interactions).remove(i);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
