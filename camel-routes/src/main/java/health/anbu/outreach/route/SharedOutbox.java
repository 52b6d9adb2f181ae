package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The server's table {@code anbu_outbox}, worked off by every node on its database. Each change
 * belongs to one node for a minute; what it has not done by then, or had when it died, another
 * takes. H2 belongs to one process, which has everything.
 */
public final class SharedOutbox implements Outbox {

  /** How long a change belongs to a node. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private static final String TABLE = "anbu_outbox";
  private static final String FREE =
      " where (claimed_by is null or claimed_by = ? or claimed_until < current_timestamp)";
  private static final String CLAIM =
      "update anbu_outbox set claimed_by = ?, claimed_until = current_timestamp + interval '"
          + LEASE.toSeconds()
          + "' second where id = ? and (claimed_by is null or claimed_by <> ?"
          + " or claimed_until < current_timestamp + interval '"
          + LEASE.toSeconds() / 2
          + "' second)";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Supplier<String> node;
  private final boolean shared;

  /**
   * @param node the name of this process; asked for when changes are
   */
  public SharedOutbox(DataSource database, Supplier<String> node) {
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.node = node;
    this.shared = AdvisoryLocks.areThereOn(database);
  }

  /** The outbox of the server whose database this is; none where it is nobody's. */
  static Optional<SharedOutbox> in(DataSource database, Supplier<String> node) {
    return AdvisoryLocks.areThereOn(database) && isThere(database)
        ? Optional.of(new SharedOutbox(database, node))
        : Optional.empty();
  }

  private static boolean isThere(DataSource database) {
    return Boolean.TRUE.equals(
        new JdbcTemplate(database)
            .queryForObject("select to_regclass('" + TABLE + "') is not null", Boolean.class));
  }

  /** Those of this node and those of nobody, which are its own from now on. */
  @Override
  public List<Change> pending(int limit) {
    if (!shared) {
      return jdbc.query("select * from anbu_outbox order by id limit ?", this::change, limit);
    }
    List<Change> changes = transaction.execute(status -> claim(limit));
    return changes == null ? List.of() : changes;
  }

  private List<Change> claim(int limit) {
    String me = node.get();
    List<Change> changes =
        jdbc.query(
            "select * from anbu_outbox" + FREE + " order by id limit ? for update skip locked",
            this::change,
            me,
            limit);
    jdbc.batchUpdate(
        CLAIM,
        changes,
        500,
        (statement, change) -> {
          statement.setString(1, me);
          statement.setLong(2, change.id());
          statement.setString(3, me);
        });
    return changes;
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

  private Change change(ResultSet row, int number) throws SQLException {
    String patients = row.getString("patient_refs");
    return new Change(
        row.getLong("id"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        row.getString("version"),
        Change.Action.valueOf(row.getString("action")),
        patients.isEmpty() ? Set.of() : Set.of(patients.split(",")));
  }
}
