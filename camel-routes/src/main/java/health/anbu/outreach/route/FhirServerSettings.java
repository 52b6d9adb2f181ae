package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirServer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of FHIR servers that are reached over HTTP. */
@ConfigurationProperties("anbu")
record FhirServerSettings(
    @DefaultValue Server source, @DefaultValue Server fhir, @DefaultValue Sweep sweep) {

  /**
   * @param baseUrl empty for the server that hosts us
   * @param readTimeout how long an answer may take
   */
  record Server(
      @DefaultValue("") String baseUrl,
      @DefaultValue("5s") Duration connectTimeout,
      @DefaultValue("60s") Duration readTimeout,
      @DefaultValue("64") int connections,
      @DefaultValue("") String accessToken) {

    Optional<FhirServer> named(String name) {
      return baseUrl.isBlank()
          ? Optional.empty()
          : Optional.of(
              new FhirServer(name, baseUrl, connectTimeout, readTimeout, connections, accessToken));
    }
  }

  /**
   * How a server without our outbox is looked at; all of it in real time.
   *
   * @param overlap how far before the last look is looked at again
   * @param keepWatermark how often the watermark is written
   * @param fullPass when everyone is looked at, as a cron expression in the clinic's zone
   */
  record Sweep(
      @DefaultValue("10s") Duration poll,
      @DefaultValue("15m") Duration overlap,
      @DefaultValue("1m") Duration keepWatermark,
      @DefaultValue("0 30 3 * * *") String fullPass) {}
}
