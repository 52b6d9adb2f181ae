package health.anbu.outreach.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Makes the routes' own tables where they are not there yet, on H2 and on PostgreSQL. */
final class RouteSchema {

  private static final String SCRIPT = "/health/anbu/outreach/timers.sql";

  private RouteSchema() {}

  static void create(DataSource dataSource) {
    OneAtATime.run(dataSource, "tables of the routes", () -> createNow(dataSource));
  }

  private static void createNow(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      boolean postgres =
          connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("PostgreSQL");
      String script = script().replace("${bytes}", postgres ? "bytea" : "blob");
      ScriptUtils.executeSqlScript(
          connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)));
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The routes' tables could not be made", e);
    }
  }

  private static String script() {
    try (InputStream in = RouteSchema.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
