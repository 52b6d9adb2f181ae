package health.anbu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A PostgreSQL of its own for each system, so that its processor time is that system's, and with
 * the commits on the disk, which an embedded one does not do by itself.
 */
final class Postgres implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres postgres;
  private final long pid;

  private Postgres(EmbeddedPostgres postgres, long pid) {
    this.postgres = postgres;
    this.pid = pid;
  }

  static Postgres start(String name) {
    Path folder = Path.of("target", "bench", "postgres", name + "-" + UUID.randomUUID());
    try {
      Files.createDirectories(folder.getParent());
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.toAbsolutePath())
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "512MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("max_connections", "200")
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .start();
      String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim();
      Postgres started = new Postgres(postgres, Long.parseLong(pid));
      started.mustBeDurable();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mustBeDurable() {
    if (!ask(USER, "show fsync").equals("on")) {
      throw new IllegalStateException("PostgreSQL does not write its commits to the disk");
    }
  }

  String version() {
    return ask(USER, "show server_version");
  }

  private String ask(String database, String query) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes this database if it is not there; answers how Spring Boot gets to it. */
  List<String> database(String name) {
    if (ask(USER, "select count(*) from pg_database where datname='" + name + "'").equals("0")) {
      execute("create database " + name);
    }
    return List.of(
        "--spring.datasource.url=" + postgres.getJdbcUrl(USER, name),
        "--spring.datasource.username=" + USER,
        "--spring.datasource.password=" + USER);
  }

  void drop(String database) {
    execute("drop database if exists " + database + " with (force)");
  }

  private void execute(String command) {
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connect(String database) {
    try {
      return DriverManager.getConnection(postgres.getJdbcUrl(USER, database), USER, USER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  CpuMeter cpu() {
    return CpuMeter.of(pid);
  }

  /** Without what a connection of the measurement itself uses. */
  CpuMeter cpuWithout(Connection own) {
    try (Statement statement = own.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return new CpuMeter(pid, row.getLong(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
