package health.anbu.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * A running server, reached by FHIR REST.
 *
 * @param token a bearer token; empty for none
 */
record HttpTarget(URI base, String token, HttpClient http, Patience patience)
    implements ImportTarget {

  /** A secret has no place on the command line, where every user of the machine reads it. */
  static final String TOKEN = "ANBU_TOKEN";

  private static final int EXCERPT = 400;
  private static final Set<Integer> LATER = Set.of(409, 429, 503);

  static HttpTarget at(String server) {
    return at(server, System.getenv().getOrDefault(TOKEN, ""));
  }

  static HttpTarget at(String server, String token) {
    String root = server.replaceFirst("/+$", "").replaceFirst("/fhir$", "");
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    return new HttpTarget(URI.create(root + FhirEndpoint.PATH), token, http, Patience.USUAL);
  }

  boolean answers() {
    try {
      return get("/metadata?_summary=true").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What is there, by a path after the base. */
  HttpResponse<String> get(String path) throws IOException {
    return send(request(path).timeout(Duration.ofSeconds(60)).build());
  }

  @Override
  public void accept(byte[] bundle) throws IOException, Refused {
    patience.with(() -> post(bundle));
  }

  private void post(byte[] bundle) throws IOException, Refused, Patience.Busy {
    HttpRequest request =
        request("")
            .header("Content-Type", "application/fhir+json")
            .header("Prefer", "return=minimal")
            .POST(BodyPublishers.ofByteArray(bundle))
            .build();
    HttpResponse<String> response = send(request);
    String answer = response.statusCode() + " " + excerpt(response.body());
    if (LATER.contains(response.statusCode())) {
      throw new Patience.Busy(answer);
    }
    if (response.statusCode() == 401) {
      throw new Refused("401: put a token of the server's issuer into the environment as " + TOKEN);
    }
    if (response.statusCode() >= 300) {
      throw new Refused(answer);
    }
    if (response.body().contains("batch-response")) {
      BatchAnswer.check(BundleEntries.JSON.readTree(response.body()));
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return token.isBlank() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static String excerpt(String body) {
    return body.length() <= EXCERPT ? body : body.substring(0, EXCERPT) + "…";
  }
}
