package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.plan.Change;
import health.anbu.outreach.route.SharedOutbox;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/** Two nodes beside a server, on its database. */
@EnabledIf("health.anbu.outreach.TestPostgres#isWanted")
class SharedOutboxIT extends PostgresServerTest {

  @Autowired DataSource database;
  private SharedOutbox one;
  private SharedOutbox two;

  @BeforeEach
  void nothingWaits() {
    jdbc.update("delete from anbu_outbox");
    one = new SharedOutbox(database, () -> "one");
    two = new SharedOutbox(database, () -> "two");
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::resourceId).toList();
  }

  @Test
  void aChangeBelongsToTheNodeThatTookItFirst() {
    String first = patient();
    String second = patient();
    assertThat(ids(one.pending(1))).containsExactly(first);
    assertThat(ids(two.pending(10))).containsExactly(second);
    assertThat(ids(one.pending(10))).as("its own again, until done").containsExactly(first);
  }

  @Test
  void whatIsDoneIsGoneForEveryone() {
    patient();
    List<Change> taken = one.pending(10);
    one.done(taken.stream().map(Change::id).toList());
    assertThat(one.depth()).isZero();
    assertThat(two.pending(10)).isEmpty();
  }

  @Test
  void whatADeadNodeHadIsTakenByAnother() {
    String patient = patient();
    one.pending(10);
    assertThat(two.pending(10)).isEmpty();
    jdbc.update("update anbu_outbox set claimed_until = current_timestamp - interval '1' second");
    assertThat(ids(two.pending(10))).containsExactly(patient);
    assertThat(one.pending(10)).as("it came back too late").isEmpty();
  }
}
