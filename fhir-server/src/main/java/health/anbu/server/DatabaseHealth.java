package health.anbu.server;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Up while what is written can be read again.
 *
 * <p>After an OutOfMemoryError H2 closes its file under a process that lives on, and its
 * connections still call themselves valid: only asking for data shows it. Then the process has to
 * be started again.
 */
@Component("data")
class DatabaseHealth implements HealthIndicator {

  private static final int SECONDS = 5;

  private final JdbcTemplate jdbc;
  private final MVStore store;

  DatabaseHealth(Database database, DataSource dataSource, Schema migrated) throws SQLException {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setQueryTimeout(SECONDS);
    this.store = database == Database.H2 ? H2Tidying.store(dataSource) : null;
  }

  @Override
  public Health health() {
    if (store != null && store.isClosed()) {
      return Health.down().build();
    }
    try {
      jdbc.queryForObject("select count(*) from anbu_package", Long.class);
      return Health.up().build();
    } catch (RuntimeException e) {
      return Health.down(e).build();
    }
  }
}
