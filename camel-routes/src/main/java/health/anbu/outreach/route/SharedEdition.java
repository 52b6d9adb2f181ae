package health.anbu.outreach.route;

import health.anbu.outreach.fhir.Edition;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The edition of the scenarios as the nodes on one database see it, half a second late at most. */
final class SharedEdition implements Edition {

  private static final String NAME = "scenarios";
  private static final Duration FRESH = Duration.ofMillis(500);

  private final JdbcTemplate jdbc;
  private long edition;
  private Long askedAt;

  private SharedEdition(DataSource database) {
    RouteSchema.create(database);
    this.jdbc = new JdbcTemplate(database);
    jdbc.update(
        "insert into anbu_state (name, content) values (?, '0') on conflict do nothing", NAME);
  }

  static Edition of(DataSource database) {
    return AdvisoryLocks.areThereOn(database)
        ? new SharedEdition(database)
        : Edition.ofOneProcess();
  }

  @Override
  public synchronized long current() {
    long now = System.nanoTime();
    if (askedAt == null || now - askedAt > FRESH.toNanos()) {
      Long stored =
          jdbc.queryForObject(
              "select cast(content as bigint) from anbu_state where name = ?", Long.class, NAME);
      edition = stored == null ? 0 : stored;
      askedAt = now;
    }
    return edition;
  }

  @Override
  public synchronized void next() {
    jdbc.update("update anbu_state set content = cast(content as bigint) + 1 where name = ?", NAME);
    askedAt = null;
  }
}
