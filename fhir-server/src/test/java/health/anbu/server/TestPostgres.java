package health.anbu.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One PostgreSQL for the whole test run: a container where Docker is, an embedded one where not.
 * {@code TEST_DB=docker|embedded} forces one of them, {@code TEST_DB=h2} leaves PostgreSQL out, and
 * {@code TEST_POSTGRES_IMAGE} names another image.
 */
record TestPostgres(String url, String user, String password) {

  private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);
  private static TestPostgres running;

  static boolean isWanted() {
    boolean wanted = !"h2".equals(System.getenv("TEST_DB"));
    if (!wanted) {
      log.warn("PostgreSQL tests are left out: TEST_DB=h2");
    }
    return wanted;
  }

  static synchronized TestPostgres get() {
    if (running == null) {
      running = useDocker() ? container() : embedded();
      log.info("PostgreSQL tests run on {}", running.url());
    }
    return running;
  }

  private static boolean useDocker() {
    String forced = System.getenv("TEST_DB");
    return forced == null
        ? DockerClientFactory.instance().isDockerAvailable()
        : "docker".equals(forced);
  }

  @SuppressWarnings("resource")
  private static TestPostgres container() {
    log.info("PostgreSQL tests use Testcontainers");
    String image = System.getenv().getOrDefault("TEST_POSTGRES_IMAGE", "postgres:17-alpine");
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
    if (System.getenv("TEST_POSTGRES_IMAGE") != null) {
      container.withImagePullPolicy(name -> false);
    }
    container.start();
    return new TestPostgres(
        container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  @SuppressWarnings("resource")
  private static TestPostgres embedded() {
    log.info("PostgreSQL tests use an embedded PostgreSQL: no Docker here");
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
      // After the contexts that use it.
      SpringApplication.getShutdownHandlers().add(() -> close(postgres));
      return new TestPostgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("The embedded PostgreSQL did not stop: {}", e.getMessage());
    }
  }
}
