package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.anbu.outreach.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.JdbcTemplate;

class ClusterNodeTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);

  @Nested
  @EnabledIf("health.anbu.outreach.TestPostgres#isWanted")
  class OnOnePostgres {

    private static DataSource database;
    private final List<ClusterNode> nodes = new ArrayList<>();

    @BeforeAll
    static void make() {
      database = TestPostgres.database("nodes").dataSource();
    }

    @AfterEach
    void stop() {
      nodes.forEach(ClusterNode::close);
    }

    private ClusterNode node(String name) {
      ClusterNode node = new ClusterNode(database, name, SHORT);
      nodes.add(node);
      return node;
    }

    /** As if the network or the database had gone away. */
    private void cutOff(String name) {
      new JdbcTemplate(database)
          .queryForList(
              "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                  + " and objid = ?",
              Integer.toUnsignedLong(("node " + name).hashCode()));
    }

    @Test
    void aNameBelongsToOneProcess() {
      node("seoul");
      assertThatThrownBy(() -> node("seoul"))
          .isInstanceOf(NodeNameTaken.class)
          .hasMessageContaining("'seoul'");
      assertThat(node("busan").name()).isEqualTo("busan");
    }

    @Test
    void aNameIsFreeAgainWhenItsProcessIsGone() {
      node("seoul").close();
      assertThat(node("seoul").name()).isEqualTo("seoul");
    }

    @Test
    void severalOnOneHostAreNumbered() {
      String first = node(null).name();
      assertThat(node(null).name()).isEqualTo(first + "-2");
      assertThat(node(null).name()).isEqualTo(first + "-3");
    }

    @Test
    void oneLeadsAndAnotherWhenItIsGone() {
      ClusterNode first = node("first");
      ClusterNode second = node("second");
      assertThat(first.leads()).isTrue();
      assertThat(second.leads()).isFalse();
      first.close();
      await().atMost(LONG).until(second::leads);
    }

    @Test
    void keepsItsNameWhenTheDatabaseComesBack() {
      ClusterNode node = node("seoul");
      AtomicBoolean lost = new AtomicBoolean();
      node.whenNameIsLost(() -> lost.set(true));
      cutOff("seoul");
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThatThrownBy(() -> node("seoul")).isInstanceOf(NodeNameTaken.class));
      await().atMost(LONG).until(node::leads);
      assertThat(lost).isFalse();
    }

    @Test
    void hearsThatItsNameWasGivenToAnother() {
      ClusterNode node = node("seoul");
      AtomicBoolean lost = new AtomicBoolean();
      node.whenNameIsLost(() -> lost.set(true));
      cutOff("seoul");
      ClusterNode other = node("seoul");
      await().atMost(LONG).untilTrue(lost);
      assertThat(node.leads()).isFalse();
      assertThat(other.name()).isEqualTo("seoul");
    }

    @Test
    void doesOneThingAfterTheOther() throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      List<String> order = new ArrayList<>();
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(
              () ->
                  OneAtATime.run(
                      database,
                      "tables",
                      () -> {
                        begun.countDown();
                        awaitQuietly(end);
                        order.add("first");
                      }));
      begun.await();
      CompletableFuture<Void> second =
          CompletableFuture.runAsync(
              () -> OneAtATime.run(database, "tables", () -> order.add("second")));
      await().atMost(LONG).until(this::somebodyWaits);
      end.countDown();
      CompletableFuture.allOf(first, second).join();
      assertThat(order).containsExactly("first", "second");
    }

    private boolean somebodyWaits() {
      Integer waiting =
          new JdbcTemplate(database)
              .queryForObject(
                  "select count(*) from pg_locks where locktype = 'advisory' and not granted",
                  Integer.class);
      return waiting != null && waiting == 1;
    }

    private static void awaitQuietly(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Test
    void everyoneHearsThatAScenarioChanged() {
      var here = SharedEdition.of(database);
      var there = SharedEdition.of(database);
      long before = there.current();
      here.next();
      await().atMost(LONG).until(() -> there.current() == before + 1);
      assertThat(here.current()).isEqualTo(before + 1);
    }
  }

  @Nested
  class OnH2 {

    @Test
    void isTheOnlyOneAndLeads() {
      JdbcDataSource database = new JdbcDataSource();
      database.setUrl("jdbc:h2:mem:node");
      try (ClusterNode node = new ClusterNode(database, "seoul")) {
        assertThat(node.name()).isEqualTo("seoul");
        assertThat(node.leads()).isTrue();
      }
    }
  }
}
