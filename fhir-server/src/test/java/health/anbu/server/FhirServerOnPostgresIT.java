package health.anbu.server;

import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The contract on PostgreSQL. */
@EnabledIf("health.anbu.server.TestPostgres#isWanted")
class FhirServerOnPostgresIT extends ServerTest implements FhirServerContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> TestPostgres.get().url());
    properties.add("spring.datasource.username", () -> TestPostgres.get().user());
    properties.add("spring.datasource.password", () -> TestPostgres.get().password());
  }

  @Override
  public ServerTest server() {
    return this;
  }
}
