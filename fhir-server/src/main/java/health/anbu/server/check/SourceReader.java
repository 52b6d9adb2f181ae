package health.anbu.server.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a FHIR server page by page. */
final class SourceReader {

  /** So that looking at a large hospital takes minutes. */
  private static final int MOST_PAGES = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Network network;
  private final String base;
  private final Map<String, String> headers;

  SourceReader(Network network, String base, String token) {
    this.network = network;
    this.base = base.replaceFirst("/+$", "");
    this.headers =
        token.isBlank()
            ? Map.of("Accept", "application/fhir+json")
            : Map.of("Accept", "application/fhir+json", "Authorization", "Bearer " + token);
  }

  String base() {
    return base;
  }

  JsonNode get(String path) throws IOException {
    HttpResponse<String> answer = network.get(URI.create(base + path), headers);
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }

  /** Every match, at most {@value MOST_PAGES} pages of 500; false where there are more. */
  boolean each(String search, Consumer<JsonNode> resource) throws IOException {
    Optional<String> next = Optional.of("/" + search + "&_count=500");
    for (int page = 0; next.isPresent(); page++) {
      if (page == MOST_PAGES) {
        return false;
      }
      JsonNode bundle = get(next.get());
      bundle.path("entry").forEach(entry -> resource.accept(entry.path("resource")));
      next = next(bundle);
    }
    return true;
  }

  /** Only where the server itself goes on: a token is shown to nobody else. */
  private Optional<String> next(JsonNode bundle) throws IOException {
    for (JsonNode link : bundle.path("link")) {
      String url = link.path("url").asText();
      if (link.path("relation").asText().equals("next")) {
        if (!url.startsWith(base)) {
          throw new IOException("its pages lead to another address");
        }
        return Optional.of(url.substring(base.length()));
      }
    }
    return Optional.empty();
  }
}
