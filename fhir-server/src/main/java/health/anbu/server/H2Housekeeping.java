package health.anbu.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the embedded database file from growing without bound.
 *
 * <p>With {@code WRITE_DELAY=0} H2 has no background thread, and that thread is what rewrites half
 * empty chunks: without it an import of 40 MB leaves a file of 700 MB.
 */
@Component
class H2Housekeeping implements DisposableBean {

  private static final int TARGET_FILL_RATE = 60;
  private static final int BYTES_AT_ONCE = 32 << 20;
  private static final int ROUNDS = 8;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "h2-housekeeping");
            daemon.setDaemon(true);
            return daemon;
          });

  // The schema is a parameter so that nothing is rewritten while it is made.
  H2Housekeeping(Database database, DataSource dataSource, Schema schema) throws SQLException {
    if (database == Database.H2) {
      store(dataSource)
          .ifPresent(
              store -> thread.scheduleWithFixedDelay(() -> tidy(store), 5, 5, TimeUnit.SECONDS));
    }
  }

  private static Optional<MVStore> store(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
          ? Optional.of(session.getDatabase().getStore().getMvStore())
          : Optional.empty();
    }
  }

  private static void tidy(MVStore store) {
    for (int round = 0; round < ROUNDS && !store.isClosed(); round++) {
      if (!store.compact(TARGET_FILL_RATE, BYTES_AT_ONCE)) {
        return;
      }
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
