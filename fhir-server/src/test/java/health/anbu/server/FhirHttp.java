package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Speaks to the server as any EHR would: plain HTTP, nothing of ours. */
record FhirHttp(String base, FhirContext fhirContext) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  static final String JSON = "application/fhir+json";
  static final String XML = "application/fhir+xml";

  /** What came back. */
  record Answer(int status, String body, HttpResponse<String> raw, FhirContext fhirContext) {

    <T extends Resource> T as(Class<T> type) {
      return fhirContext.newJsonParser().parseResource(type, body);
    }

    String id() {
      return fhirContext.newJsonParser().parseResource(body).getIdElement().getIdPart();
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return send("GET", path, null, JSON);
  }

  Answer post(String path, String body) {
    return send("POST", path, body, JSON);
  }

  Answer put(String path, String body, String... headers) {
    return send("PUT", path, body, JSON, headers);
  }

  Answer put(Resource resource, String... headers) {
    String path = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    return put(path, encode(resource), headers);
  }

  /** As any client does: 409 says that the server was writing the same (reindexing), try again. */
  Answer delete(String path) {
    Answer answer = send("DELETE", path, null, JSON);
    for (int again = 0; again < 5 && answer.status() == 409; again++) {
      answer = send("DELETE", path, null, JSON);
    }
    return answer;
  }

  Answer transact(Bundle bundle) {
    return post("", encode(bundle));
  }

  String encode(Resource resource) {
    return fhirContext.newJsonParser().encodeResourceToString(resource);
  }

  Answer send(String method, String path, String body, String contentType, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.isEmpty() ? base : base + "/" + path))
            .header("Content-Type", contentType)
            .header("Accept", JSON)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response, fhirContext);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(method + " " + path, e);
    }
  }
}
