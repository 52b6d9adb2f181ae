package health.anbu.outreach.route;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Locks by name on a PostgreSQL database, held by one connection that is kept open. When the
 * process dies the database lets go of them; when its machine does, within half a minute.
 */
final class AdvisoryLocks implements AutoCloseable {

  /** Tells our locks from those of others on the same database. */
  private static final int ANBU = 0x616e6275;

  private final Connection connection;

  private AdvisoryLocks(Connection connection) {
    this.connection = connection;
  }

  static boolean areThereOn(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("PostgreSQL");
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  static AdvisoryLocks on(DataSource database) {
    try {
      Connection connection = database.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
                + " set tcp_keepalives_count = 3");
      }
      return new AdvisoryLocks(connection);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** True when nobody else has it. */
  boolean take(String name) {
    return ask("select pg_try_advisory_lock(?, ?)", name);
  }

  /** Waits until nobody else has it. */
  void await(String name) {
    ask("select pg_advisory_lock(?, ?) is not null", name);
  }

  private boolean ask(String sql, String name) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, ANBU);
      statement.setInt(2, name.hashCode());
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** False when the database was away, which then has let go of everything. */
  boolean alive() {
    try {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static DataAccessResourceFailureException unavailable(SQLException e) {
    return new DataAccessResourceFailureException("the locks of the database", e);
  }

  /** The connection may come from a pool, where it lives on. */
  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock_all()");
    } catch (SQLException e) {
      // The connection is gone, and the locks with it.
    }
  }
}
