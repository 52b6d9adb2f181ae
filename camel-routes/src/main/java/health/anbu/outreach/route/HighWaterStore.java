package health.anbu.outreach.route;

import health.anbu.outreach.route.HighWater.Mark;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The high-water mark inside the database, which a restoration takes back. */
final class HighWaterStore {

  private static final String MARK = "high-water";
  private static final String LOST = "lost-time";

  private final JdbcTemplate jdbc;

  HighWaterStore(DataSource dataSource) {
    RouteSchema.create(dataSource);
    this.jdbc = new JdbcTemplate(dataSource);
  }

  Optional<Mark> mark() {
    return read(MARK).map(Mark::parse);
  }

  /** The first mark of a new database. */
  Mark begin(Instant now) {
    try {
      insert(MARK, new Mark(UUID.randomUUID().toString(), 0, now).toString());
    } catch (DuplicateKeyException e) {
      // Another node was quicker.
    }
    return mark().orElseThrow();
  }

  /** The mark only rises: another node may have raised it further. */
  void keep(Mark mark) {
    for (int i = 0; i < 10; i++) {
      String stored = read(MARK).orElseThrow();
      if (Mark.parse(stored).height() >= mark.height()
          || jdbc.update(
                  "update anbu_state set content = ? where name = ? and content = ?",
                  mark.toString(),
                  MARK,
                  stored)
              == 1) {
        return;
      }
    }
  }

  Optional<LostTime> lostTime() {
    return read(LOST).map(LostTime::parse);
  }

  void keep(LostTime lost) {
    String text = lost.toString();
    if (jdbc.update("update anbu_state set content = ? where name = ?", text, LOST) == 0) {
      insert(LOST, text);
    }
  }

  private Optional<String> read(String name) {
    return jdbc
        .queryForList("select content from anbu_state where name = ?", String.class, name)
        .stream()
        .findFirst();
  }

  private void insert(String name, String content) {
    jdbc.update("insert into anbu_state (name, content) values (?, ?)", name, content);
  }
}
