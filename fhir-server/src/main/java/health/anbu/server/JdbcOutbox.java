package health.anbu.server;

import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.Change.Action;
import health.anbu.outreach.route.ChangeListener;
import health.anbu.outreach.route.ClusterNode;
import health.anbu.outreach.route.Outbox;
import health.anbu.outreach.route.SharedOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The outbox in the table {@code anbu_outbox} of the server's own database.
 *
 * <p>Rows are gathered while a transaction runs and inserted in one batch just before it commits;
 * after the commit they are announced to the routes that this process hosts, whose they are then
 * for a while; the other nodes on the database take what is nobody's.
 */
@Component
class JdbcOutbox implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);
  private static final String INSERT =
      "insert into anbu_outbox"
          + " (resource_type, resource_id, version, action, patient_refs, claimed_by, claimed_until)"
          + " values (?, ?, ?, ?, ?, ?, current_timestamp + interval '"
          + SharedOutbox.LEASE.toSeconds()
          + "' second)";

  private final JdbcTemplate jdbc;
  private final SharedOutbox rows;
  private final ObjectProvider<ChangeListener> listeners;
  private final ObjectProvider<ClusterNode> node;

  JdbcOutbox(
      JdbcTemplate jdbc,
      DataSource database,
      ObjectProvider<ChangeListener> listeners,
      ObjectProvider<ClusterNode> node) {
    this.jdbc = jdbc;
    this.rows = new SharedOutbox(database, this::worker);
    this.listeners = listeners;
    this.node = node;
  }

  /** Null where no routes are hosted: the changes are for those who run beside. */
  private String worker() {
    ClusterNode hosted = node.getIfAvailable();
    return hosted == null ? null : hosted.name();
  }

  @Override
  public List<Change> pending(int limit) {
    return rows.pending(limit);
  }

  @Override
  public void done(Collection<Long> ids) {
    rows.done(ids);
  }

  @Override
  public long depth() {
    return rows.depth();
  }

  /** Must be called inside the transaction of the write. */
  void add(String type, String id, String version, Action action, Set<String> patients) {
    rowsOfThisTransaction().add(new Change(0, type, id, version, action, patients));
  }

  private List<Change> rowsOfThisTransaction() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Rows.class::isInstance)
        .map(synchronization -> ((Rows) synchronization).changes)
        .findFirst()
        .orElseGet(this::newRows);
  }

  private List<Change> newRows() {
    Rows rows = new Rows();
    TransactionSynchronizationManager.registerSynchronization(rows);
    return rows.changes;
  }

  private List<Change> insert(List<Change> changes) {
    String worker = worker();
    List<Change> numbered =
        jdbc.execute((Connection connection) -> insert(connection, changes, worker));
    return numbered == null ? List.of() : numbered;
  }

  private static List<Change> insert(Connection connection, List<Change> changes, String worker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
      for (Change change : changes) {
        statement.setString(1, change.resourceType());
        statement.setString(2, change.resourceId());
        statement.setString(3, change.version());
        statement.setString(4, change.action().name());
        statement.setString(5, String.join(",", change.patients()));
        statement.setString(6, worker);
        statement.addBatch();
      }
      statement.executeBatch();
      return numbered(changes, statement.getGeneratedKeys());
    }
  }

  private static List<Change> numbered(List<Change> changes, ResultSet keys) throws SQLException {
    List<Change> numbered = new ArrayList<>(changes.size());
    for (Change change : changes) {
      keys.next();
      numbered.add(
          new Change(
              keys.getLong(1),
              change.resourceType(),
              change.resourceId(),
              change.version(),
              change.action(),
              change.patients()));
    }
    return numbered;
  }

  private void announce(List<Change> changes) {
    try {
      listeners.ifAvailable(listener -> listener.changed(changes));
    } catch (RuntimeException e) {
      // The write is committed and the rows are kept, so nothing is lost.
      log.warn(
          "{} changes wait in the outbox, announcing them failed: {}",
          changes.size(),
          e.toString());
    }
  }

  /** The rows of one transaction. */
  private final class Rows implements TransactionSynchronization {

    private final List<Change> changes = new ArrayList<>();
    private List<Change> numbered = List.of();

    @Override
    public void beforeCommit(boolean readOnly) {
      numbered = insert(changes);
    }

    @Override
    public void afterCommit() {
      announce(numbered);
    }
  }
}
