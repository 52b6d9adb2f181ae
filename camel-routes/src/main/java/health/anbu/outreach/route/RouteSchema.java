package health.anbu.outreach.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Brings the routes' own tables to the version of this program, on H2 and on PostgreSQL. */
final class RouteSchema {

  /**
   * A step that was released is never changed; what changes is a new one at the end. H2 commits
   * each statement by itself, so a step must be able to run again after a kill.
   */
  private static final List<String> STEPS =
      List.of("/health/anbu/outreach/timers.sql", "/health/anbu/outreach/allowances.sql");

  private static final String KEPT =
      "create table if not exists anbu_routes_migration (step int not null primary key,"
          + " applied_at timestamp with time zone default current_timestamp not null)";

  private RouteSchema() {}

  static void create(DataSource dataSource) {
    OneAtATime.run(dataSource, "tables of the routes", () -> createNow(dataSource));
  }

  private static void createNow(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      boolean postgres =
          connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("PostgreSQL");
      connection.setAutoCommit(false);
      statement.execute(KEPT);
      for (int step = applied(statement); step < STEPS.size(); step++) {
        run(connection, STEPS.get(step), postgres);
        statement.execute("insert into anbu_routes_migration (step) values (" + (step + 1) + ")");
      }
      connection.commit();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The routes' tables could not be made", e);
    }
  }

  private static int applied(Statement statement) throws SQLException {
    try (ResultSet steps =
        statement.executeQuery("select coalesce(max(step), 0) from anbu_routes_migration")) {
      steps.next();
      return steps.getInt(1);
    }
  }

  private static void run(Connection connection, String step, boolean postgres) {
    String script = read(step).replace("${bytes}", postgres ? "bytea" : "blob");
    ScriptUtils.executeSqlScript(
        connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(String step) {
    try (InputStream in = RouteSchema.class.getResourceAsStream(step)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
