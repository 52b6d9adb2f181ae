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

/** A running server, reached by FHIR REST. */
record HttpTarget(URI base, HttpClient http) implements ImportTarget {

  private static final int EXCERPT = 400;

  static HttpTarget at(String server) {
    String root = server.replaceFirst("/+$", "").replaceFirst("/fhir$", "");
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    return new HttpTarget(URI.create(root + FhirEndpoint.PATH), http);
  }

  boolean answers() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/metadata?_summary=true"))
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      return send(request).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void accept(byte[] bundle) throws IOException, Refused {
    HttpRequest request =
        HttpRequest.newBuilder(base)
            .header("Content-Type", "application/fhir+json")
            .header("Prefer", "return=minimal")
            .POST(BodyPublishers.ofByteArray(bundle))
            .build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() >= 300) {
      throw new Refused(response.statusCode() + " " + excerpt(response.body()));
    }
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
