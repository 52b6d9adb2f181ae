package health.anbu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * Sees when an outreach request is durable and findable: its rows and those of its index are
 * committed together. Asking the server for each would be load of its own, most of all on the
 * slower one, so this reads the end of the resource table, which both have.
 */
final class Arrivals implements AutoCloseable {

  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Ids are given out before the commit, so that smaller ones may come later. */
  private static final int LATE = 2_000;

  private static final String NEW =
      "select res_id from hfj_resource where res_id > ? and res_type = 'CommunicationRequest'";

  private static final String KEYS =
      "select res_id, sp_value from hfj_spidx_token where res_type = 'CommunicationRequest'"
          + " and sp_name = 'identifier' and res_id >= ?";

  private final Connection connection;
  private final Map<Long, Long> arrived = new ConcurrentHashMap<>();
  private final Thread watcher = new Thread(this::watch, "arrivals");
  private volatile boolean closed;
  private volatile RuntimeException failure;
  private long highest;

  Arrivals(Connection connection) {
    this.connection = connection;
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch() {
    try (PreparedStatement query = connection.prepareStatement(NEW)) {
      while (!closed) {
        look(query);
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    } catch (SQLException e) {
      failure = new IllegalStateException(e);
    }
  }

  private void look(PreparedStatement query) throws SQLException {
    query.setLong(1, highest - LATE);
    try (ResultSet rows = query.executeQuery()) {
      long now = System.nanoTime();
      while (rows.next()) {
        long id = rows.getLong(1);
        arrived.putIfAbsent(id, now);
        highest = Math.max(highest, id);
      }
    }
  }

  int count() {
    if (failure != null) {
      throw failure;
    }
    return arrived.size();
  }

  void await(int count) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count() >= count);
  }

  /** When each request arrived, by its outreach key. */
  Map<String, Long> byKey() {
    TreeMap<Long, Long> seen = new TreeMap<>(arrived);
    Map<String, Long> byKey = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(KEYS)) {
      query.setLong(1, seen.isEmpty() ? 0 : seen.firstKey());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          byKey.put(rows.getString(2), seen.get(rows.getLong(1)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return byKey;
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    LockSupport.unpark(watcher);
    connection.close();
  }
}
