package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server tells of itself. */
class ExposureIT extends PostgresServerTest {

  private FhirHttp root;

  @BeforeEach
  void outsideTheFhirInterface() {
    root = new FhirHttp("http://localhost:" + port, fhirContext);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "env/spring.datasource.password",
        "configprops",
        "heapdump",
        "threaddump",
        "beans",
        "loggers",
        "mappings",
        "logfile",
        "shutdown",
        "camel"
      })
  void isNothingThatHoldsSecrets(String endpoint) {
    assertThat(root.get("actuator/" + endpoint).status()).isEqualTo(404);
    assertThat(root.post("actuator/" + endpoint, "{}").status()).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h2-console", "console", "api-docs", "swagger-ui/index.html", ".git/config"})
  void isNoConsole(String path) {
    assertThat(root.get(path).status()).isEqualTo(404);
  }

  @Test
  void isWhetherItIsUpWithoutDetails() {
    var answer =
        root.send("GET", "actuator/health", null, FhirHttp.JSON, "Accept", "application/json");
    assertThat(answer.body())
        .contains("\"status\":\"UP\"")
        .doesNotContain("components", "details", "database", "jdbc");
  }

  @Test
  void isNothingOfTheInsideInAnError() {
    var answer = root.get("nothing/here");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Exception", "trace", "org.springframework");
  }
}
