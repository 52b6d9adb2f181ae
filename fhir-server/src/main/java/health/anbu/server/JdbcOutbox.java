package health.anbu.server;

import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.Change.Action;
import health.anbu.outreach.route.ChangeListener;
import health.anbu.outreach.route.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
 * after the commit they are announced.
 */
@Component
class JdbcOutbox implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);
  private static final String INSERT =
      "insert into anbu_outbox (resource_type, resource_id, version, action, patient_refs)"
          + " values (?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final ObjectProvider<ChangeListener> listeners;

  JdbcOutbox(JdbcTemplate jdbc, ObjectProvider<ChangeListener> listeners) {
    this.jdbc = jdbc;
    this.listeners = listeners;
  }

  @Override
  public List<Change> pending(int limit) {
    return jdbc.query(
        "select * from anbu_outbox order by id limit ?", (row, number) -> change(row), limit);
  }

  @Override
  public void done(Collection<Long> ids) {
    jdbc.batchUpdate(
        "delete from anbu_outbox where id = ?",
        ids,
        200,
        (statement, id) -> statement.setLong(1, id));
  }

  @Override
  public long depth() {
    Long depth = jdbc.queryForObject("select count(*) from anbu_outbox", Long.class);
    return depth == null ? 0 : depth;
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
    List<Change> numbered = jdbc.execute((Connection connection) -> insert(connection, changes));
    return numbered == null ? List.of() : numbered;
  }

  private static List<Change> insert(Connection connection, List<Change> changes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
      for (Change change : changes) {
        statement.setString(1, change.resourceType());
        statement.setString(2, change.resourceId());
        statement.setString(3, change.version());
        statement.setString(4, change.action().name());
        statement.setString(5, String.join(",", change.patients()));
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

  private static Change change(ResultSet row) throws SQLException {
    String patients = row.getString("patient_refs");
    return new Change(
        row.getLong("id"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        row.getString("version"),
        Action.valueOf(row.getString("action")),
        patients.isEmpty() ? Set.of() : Set.of(patients.split(",")));
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
