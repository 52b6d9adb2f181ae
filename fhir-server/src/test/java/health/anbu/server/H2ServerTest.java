package health.anbu.server;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server on H2. */
abstract class H2ServerTest extends ServerTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> "jdbc:h2:mem:anbu;DB_CLOSE_DELAY=-1");
  }
}
