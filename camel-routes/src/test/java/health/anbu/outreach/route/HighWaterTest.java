package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class HighWaterTest {

  private static final Instant YESTERDAY = Instant.parse("2026-03-08T09:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-03-09T09:00:00Z");

  @TempDir Path folder;
  private final JdbcDataSource database = new JdbcDataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  @BeforeEach
  void aDatabaseThatWasInUseYesterday() {
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    started(YESTERDAY, null);
  }

  private HighWater started(Instant now, Instant restoredFrom) {
    HighWater node = node(now);
    node.start(restoredFrom);
    node.destroy();
    return node;
  }

  private HighWater node(Instant now) {
    return new HighWater(
        new HighWaterStore(database),
        new HighWaterFile(folder, true),
        new SimulatedClock(now, ZoneId.of("Asia/Seoul")));
  }

  private String backUp() {
    return jdbc.queryForObject(
        "select content from anbu_state where name = 'high-water'", String.class);
  }

  private void restore(String backUp) {
    jdbc.update("delete from anbu_state where name <> 'high-water'");
    jdbc.update("update anbu_state set content = ?", backUp);
  }

  @Nested
  class NothingIsLost {

    @Test
    void whenItIsNew() {
      assertThat(started(YESTERDAY, null).lostTime()).isEmpty();
    }

    @Test
    void afterAnyTimeDown() {
      assertThat(started(TODAY, null).lostTime()).isEmpty();
    }

    @Test
    void whenAnotherNodeJoinsThatHasNoFileYet() throws IOException {
      empty();
      assertThat(started(YESTERDAY.plusSeconds(5), null).lostTime()).isEmpty();
    }
  }

  @Nested
  class TheTimeSinceTheBackUpIsLost {

    private final LostTime sinceYesterday = new LostTime(YESTERDAY, TODAY);

    @Test
    void whenTheFileIsAheadOfTheDatabase() {
      String backUp = backUp();
      started(TODAY, null);
      restore(backUp);
      assertThat(started(TODAY, null).lostTime()).contains(sinceYesterday);
    }

    @Test
    void alsoWhenTheBackUpIsOfTheMomentBeforeABatchWasSent() {
      HighWater node = node(YESTERDAY);
      node.start(null);
      String backUp = backUp();
      node.beforeSending();
      node.destroy();
      restore(backUp);
      assertThat(started(TODAY, null).lostTime()).contains(sinceYesterday);
    }

    @Test
    void whenTheFileIsMissing() throws IOException {
      empty();
      assertThat(started(TODAY, null).lostTime()).contains(sinceYesterday);
    }

    @Test
    void whenTheOperatorSaysSo() {
      Instant said = YESTERDAY.minus(Duration.ofDays(2));
      assertThat(started(TODAY, said).lostTime()).contains(new LostTime(said, TODAY));
      assertThat(started(TODAY.plusSeconds(60), said).lostTime())
          .as("said again at the next start")
          .contains(new LostTime(said, TODAY));
    }

    @Test
    void whenTheDatabaseGoesBackUnderANodeThatRuns() {
      String backUp = backUp();
      HighWater node = node(TODAY);
      node.start(null);
      restore(backUp);
      node.beforeSending();
      node.destroy();
      assertThat(node.lostTime()).contains(sinceYesterday);
    }

    @Test
    void andStaysSoForAWeekOverStarts() {
      String backUp = backUp();
      started(TODAY, null);
      restore(backUp);
      started(TODAY, null);
      assertThat(started(TODAY.plus(Duration.ofDays(6)), null).lostTime()).contains(sinceYesterday);
      assertThat(started(TODAY.plus(Duration.ofDays(8)), null).lostTime()).isEmpty();
    }
  }

  private void empty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
