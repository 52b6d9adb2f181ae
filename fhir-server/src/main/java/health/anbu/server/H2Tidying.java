package health.anbu.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of the embedded database small while it is written to.
 *
 * <p>With {@code WRITE_DELAY=0} every commit is in the file before it is answered, but H2 then does
 * not run the thread that tidies up behind the commits: each leaves a chunk that is soon almost
 * empty, and a bulk import leaves gigabytes of them. This does the tidying, in small bites.
 */
@Component
class H2Tidying implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(H2Tidying.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final long AT_MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int BITE = 16 << 20;

  /** In percent: what may stay half empty is not worth writing again. */
  private static final int ENOUGH = 60;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(H2Tidying::daemon);
  private long synced = -1;

  H2Tidying(Database database, DataSource dataSource) throws SQLException {
    MVStore store = database == Database.H2 ? store(dataSource) : null;
    if (store != null && store.getFileStore() != null) {
      thread.scheduleWithFixedDelay(
          () -> tidyQuietly(store), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "h2-tidying");
    thread.setDaemon(true);
    return thread;
  }

  /** Null where the database is in another process, which then tidies up itself. */
  static MVStore store(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
          ? session.getDatabase().getStore().getMvStore()
          : null;
    }
  }

  private void tidyQuietly(MVStore store) {
    try {
      if (!store.isClosed()) {
        sync(store);
        tidy(store);
      }
    } catch (RuntimeException e) {
      log.warn("The database file was not tidied up: {}", e.toString());
    }
  }

  /** Space is used again only for what the disk has, so that a power failure breaks nothing. */
  private void sync(MVStore store) {
    long version = store.getCurrentVersion();
    if (version != synced) {
      store.sync();
      synced = version;
    }
  }

  private static void tidy(MVStore store) {
    long end = System.nanoTime() + AT_MOST_NANOS;
    while (System.nanoTime() < end && store.compact(ENOUGH, BITE)) {
      store.executeFilestoreOperation(() -> store.getFileStore().dropUnusedChunks());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(5, TimeUnit.SECONDS);
  }
}
