package health.anbu.server;

import health.anbu.outreach.TestPostgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server on PostgreSQL; {@code TEST_DB=h2} puts it on H2. */
abstract class PostgresServerTest extends ServerTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestPostgres.settings("server").forEach((name, value) -> properties.add(name, () -> value));
  }
}
