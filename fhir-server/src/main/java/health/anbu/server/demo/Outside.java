package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the story sees of the product: HTTP and JSON, as any EHR, provider or patient would. */
final class Outside {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FHIR = "/fhir";
  private static final int EXCERPT = 300;

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  Outside(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  /** Anything but a 2xx; the story goes on with its next chapter. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String call, HttpResponse<String> answer) {
      super(call + " answered " + answer.statusCode() + " " + excerpt(answer.body()));
    }

    private static String excerpt(String body) {
      return body.length() <= EXCERPT ? body : body.substring(0, EXCERPT) + "…";
    }
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, Object body) {
    return send(request(path).POST(BodyPublishers.ofString(json(body))));
  }

  JsonNode read(String reference) {
    return get(FHIR + "/" + reference);
  }

  /** Writes a resource over the version that was read. */
  JsonNode update(JsonNode resource) {
    String path = resource.path("resourceType").asText() + "/" + resource.path("id").asText();
    String version = resource.path("meta").path("versionId").asText();
    return send(
        request(FHIR + "/" + path)
            .header("If-Match", "W/\"" + version + "\"")
            .PUT(BodyPublishers.ofString(json(resource))));
  }

  /** The EHR writes a Bundle of the demo; returns how many resources it has. */
  int write(String file) {
    int entries = post(FHIR, resource(file)).path("entry").size();
    settle();
    return entries;
  }

  /** All matches, page by page. */
  List<JsonNode> search(String query) {
    List<JsonNode> found = new ArrayList<>();
    String next = FHIR + "/" + query;
    while (next != null) {
      JsonNode page = get(next);
      page.path("entry").forEach(entry -> found.add(entry.path("resource")));
      next = next(page);
    }
    return found;
  }

  private static String next(JsonNode page) {
    for (JsonNode link : page.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        URI url = URI.create(link.path("url").asText());
        return url.getRawPath() + "?" + url.getRawQuery();
      }
    }
    return null;
  }

  /** What the simulated providers accepted for a number, in order. */
  List<JsonNode> messagesTo(String number) {
    List<JsonNode> found = new ArrayList<>();
    get("/simulators/messages?to=" + encoded(number)).forEach(found::add);
    return found;
  }

  String now() {
    return get("/clock").path("now").asText();
  }

  void moveTo(String instant) {
    post("/clock", Map.of("instant", instant));
  }

  /** Waits until everything that was written has been acted on; time stands still. */
  void settle() {
    post("/clock", Map.of("advance", "PT0S"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    String type = path.startsWith(FHIR) ? "application/fhir+json" : "application/json";
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofMinutes(5))
        .header("Content-Type", type)
        .header("Accept", type);
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> answer =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() / 100 != 2) {
        throw new Refused(request.method() + " " + request.uri().getPath(), answer);
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode resource(String file) {
    try (InputStream in = Outside.class.getResourceAsStream("/demo/" + file)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
