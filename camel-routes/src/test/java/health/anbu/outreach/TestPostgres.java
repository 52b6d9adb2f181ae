package health.anbu.outreach;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A database of one PostgreSQL server for the whole test run: a container where Docker is, an
 * embedded one where not. {@code TEST_DB=docker|embedded} forces one of them and never falls back,
 * {@code TEST_DB=h2} runs the same tests on H2, and {@code TEST_POSTGRES_IMAGE} names another
 * image.
 */
public record TestPostgres(String url, String user, String password) {

  private static final Logger LOG = LoggerFactory.getLogger(TestPostgres.class);
  private static final Set<String> CHOICES = Set.of("docker", "embedded", "h2", "");
  private static final String CONNECTIONS = "300";
  private static final Map<String, TestPostgres> MADE = new ConcurrentHashMap<>();
  private static TestPostgres running;

  /** False where the tests are to run on H2 instead. */
  public static boolean isWanted() {
    return !"h2".equals(choice());
  }

  private static String choice() {
    String choice = System.getenv().getOrDefault("TEST_DB", "");
    if (!CHOICES.contains(choice)) {
      throw new IllegalStateException("TEST_DB is docker, embedded or h2, not " + choice);
    }
    return choice;
  }

  /**
   * The settings of Spring Boot that lead to this database; it is made when they are first asked
   * for, so that all contexts with the same settings share it.
   */
  public static Map<String, String> settings(String name) {
    if (!isWanted()) {
      return Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }
    return MADE.computeIfAbsent(name, TestPostgres::database).settings();
  }

  /** Makes this database anew. */
  public static TestPostgres database(String name) {
    TestPostgres server = server();
    try (Connection connection =
            DriverManager.getConnection(server.url, server.user, server.password);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be made", e);
    }
    return new TestPostgres(
        server.url.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), server.user, server.password);
  }

  public Map<String, String> settings() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", user,
        "spring.datasource.password", password);
  }

  /** A connection of its own for each that is asked for. */
  public DataSource dataSource() {
    return new DriverManagerDataSource(url, user, password);
  }

  private static synchronized TestPostgres server() {
    if (running == null) {
      running = useDocker() ? container() : embedded();
      LOG.info("PostgreSQL tests run on {}", running.url());
    }
    return running;
  }

  private static boolean useDocker() {
    return choice().isEmpty()
        ? DockerClientFactory.instance().isDockerAvailable()
        : choice().equals("docker");
  }

  @SuppressWarnings("resource")
  private static TestPostgres container() {
    String image = System.getenv().getOrDefault("TEST_POSTGRES_IMAGE", "postgres:17-alpine");
    LOG.info("PostgreSQL tests use Testcontainers and {}", image);
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
    container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
    if (System.getenv("TEST_POSTGRES_IMAGE") != null) {
      container.withImagePullPolicy(name -> false);
    }
    container.start();
    return new TestPostgres(
        container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  @SuppressWarnings("resource")
  private static TestPostgres embedded() {
    LOG.info("PostgreSQL tests use an embedded PostgreSQL");
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setServerConfig("max_connections", CONNECTIONS)
              .start();
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
      LOG.warn("The embedded PostgreSQL did not stop: {}", e.getMessage());
    }
  }
}
