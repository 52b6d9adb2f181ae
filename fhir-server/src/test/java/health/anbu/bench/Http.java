package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Speaks to a server as its clients do. */
record Http(String base, HttpClient client) {

  static final ObjectMapper JSON = new ObjectMapper();

  static Http to(String base) {
    return new Http(base, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /** Whatever the server answers. */
  HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(30))
            .header(
                "Content-Type",
                path.startsWith("/fhir") ? "application/fhir+json" : "application/json")
            .header("Cache-Control", "no-cache")
            .header("Prefer", "return=minimal")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fails unless the server said yes. */
  JsonNode ask(String method, String path, String body) {
    HttpResponse<String> response = send(method, path, body);
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          method + " " + path + ": " + response.statusCode() + " " + response.body());
    }
    try {
      return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean answers(String path) {
    try {
      return send("GET", path, null).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  JsonNode get(String path) {
    return ask("GET", path, null);
  }

  String text(String path) {
    return send("GET", path, null).body();
  }

  void put(Resource resource) {
    ask("PUT", "/fhir/" + resource.reference(), resource.json());
  }

  void putAll(List<Resource> resources) {
    String entries = resources.stream().map(Resource::entry).collect(Collectors.joining(",\n"));
    ask(
        "POST",
        "/fhir",
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}");
  }

  int count(String search) {
    String separator = search.contains("?") ? "&" : "?";
    return get("/fhir/" + search + separator + "_summary=count").path("total").asInt();
  }
}
