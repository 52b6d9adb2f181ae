package health.anbu.outreach.fhir;

import java.time.Duration;

/**
 * An R4 server that is reached over HTTP.
 *
 * @param name how the log and the beans call it, such as {@code plans}
 * @param accessToken a bearer token; blank for none
 */
public record FhirServer(
    String name,
    String baseUrl,
    Duration connectTimeout,
    Duration readTimeout,
    int connections,
    String accessToken) {

  /** The header that marks what the routes write: our server does not tell them of it. */
  public static final String BY_ROUTES = "X-Anbu-Routes";

  public FhirServer {
    baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /** With the usual time-outs. */
  public static FhirServer at(String name, String baseUrl) {
    return new FhirServer(name, baseUrl, Duration.ofSeconds(5), Duration.ofSeconds(60), 64, "");
  }
}
