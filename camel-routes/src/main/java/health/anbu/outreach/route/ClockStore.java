package health.anbu.outreach.route;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the simulated clock's last instant over restarts. */
final class ClockStore {

  private static final String NAME = "simulated-clock";

  private final JdbcTemplate jdbc;

  ClockStore(DataSource dataSource) {
    RouteSchema.create(dataSource);
    this.jdbc = new JdbcTemplate(dataSource);
  }

  Optional<Instant> last() {
    return jdbc
        .queryForList("select content from anbu_state where name = ?", String.class, NAME)
        .stream()
        .findFirst()
        .map(Instant::parse);
  }

  void keep(Instant instant) {
    String text = instant.toString();
    if (jdbc.update("update anbu_state set content = ? where name = ?", text, NAME) == 0) {
      jdbc.update("insert into anbu_state (name, content) values (?, ?)", NAME, text);
    }
  }
}
