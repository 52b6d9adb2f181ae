package health.anbu.outreach.route;

import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among those on the same database: its name, which no other has while it lives, and
 * whether it is the one that does what one does for all. On H2 it is the only one.
 */
public final class ClusterNode implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);
  private static final String LEADER = "leader";
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** How long the database may take to see that the process which had the name is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int MOST_ON_ONE_HOST = 100;

  private final DataSource database;
  private final Duration patience;
  private final String name;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(ClusterNode::daemon);
  private AdvisoryLocks locks;
  private volatile boolean leads;
  private volatile Runnable whenNameIsLost = () -> {};
  private Long namelessSince;

  /**
   * @param wanted the name; null for the host's, with a number where several run on one host
   */
  ClusterNode(DataSource database, String wanted) {
    this(database, wanted, PATIENCE);
  }

  ClusterNode(DataSource database, String wanted, Duration patience) {
    this.database = database;
    this.patience = patience;
    if (AdvisoryLocks.areThereOn(database)) {
      locks = AdvisoryLocks.on(database);
      name = wanted == null ? firstFree(host()) : claimed(wanted);
      leads = locks.take(LEADER);
      watch.scheduleWithFixedDelay(
          this::lookQuietly, LOOK_AGAIN.toSeconds(), LOOK_AGAIN.toSeconds(), TimeUnit.SECONDS);
    } else {
      name = wanted == null ? host() : wanted;
      leads = true;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cluster-node");
    thread.setDaemon(true);
    return thread;
  }

  private static String host() {
    return new SchedulerName.Hostname().getName();
  }

  private static String lock(String node) {
    return "node " + node;
  }

  private String firstFree(String host) {
    return IntStream.rangeClosed(1, MOST_ON_ONE_HOST)
        .mapToObj(number -> number == 1 ? host : host + "-" + number)
        .filter(candidate -> locks.take(lock(candidate)))
        .findFirst()
        .orElseThrow(() -> new NodeNameTaken(host));
  }

  private String claimed(String wanted) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!locks.take(lock(wanted))) {
      if (System.nanoTime() > deadline) {
        locks.close();
        throw new NodeNameTaken(wanted);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return wanted;
  }

  public String name() {
    return name;
  }

  /** Whether this process is the one that does what one does for all. */
  boolean leads() {
    return leads;
  }

  void whenNameIsLost(Runnable action) {
    whenNameIsLost = action;
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("node {} waits for its database: {}", name, e.getMessage());
    }
  }

  private void look() {
    if (locks.alive()) {
      leads = leads || locks.take(LEADER);
      return;
    }
    leads = false;
    locks.close();
    AdvisoryLocks fresh = AdvisoryLocks.on(database);
    if (fresh.take(lock(name))) {
      locks = fresh;
      namelessSince = null;
    } else {
      fresh.close();
      nameless();
    }
  }

  /** The database was away, and the name has been given to somebody else meanwhile. */
  private void nameless() {
    long now = System.nanoTime();
    namelessSince = namelessSince == null ? (Long) now : namelessSince;
    if (now - namelessSince > patience.toNanos()) {
      LOG.error("another process runs as node {}: this one stops dispatching", name);
      watch.shutdown();
      whenNameIsLost.run();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    if (locks != null) {
      locks.close();
    }
  }
}
