package health.anbu.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Counts in a database, beside the server that is measured. */
record Counter(Connection connection) implements AutoCloseable {

  static final String PLANNED = "select count(*) from anbu_timers";
  static final String UNRECONCILED = "select count(*) from anbu_outbox";

  /** By an index alone; a message has one row. */
  static final String MESSAGES =
      "select count(*) from hfj_resource where res_type = 'Communication'";

  int count(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For what a year has done to a database, and a measurement cannot wait for. */
  void execute(String command) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitAtLeast(int wanted, String query) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count(query) >= wanted);
  }

  void awaitNone(String query) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> count(query) == 0);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
