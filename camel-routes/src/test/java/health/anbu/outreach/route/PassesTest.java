package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.anbu.outreach.plan.Change;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asks during a pass shares the next one. */
class PassesTest {

  private final List<List<Long>> carriedOut = new CopyOnWriteArrayList<>();
  private final Semaphore mayEnd = new Semaphore(0);
  private final Passes passes = new Passes(this::pass);

  private boolean pass(List<Change> changes) {
    carriedOut.add(changes.stream().map(Change::id).toList());
    passes.looked(5);
    mayEnd.acquireUninterruptibly();
    if (changes.stream().anyMatch(change -> change.id() == 13)) {
      throw new IllegalStateException("nobody foresaw this");
    }
    return true;
  }

  private static List<Change> scenario(long id) {
    return List.of(
        new Change(id, "PlanDefinition", "s" + id, "1", Change.Action.UPDATED, Set.of()));
  }

  @AfterEach
  void stop() {
    mayEnd.release(100);
    passes.stop();
  }

  @Test
  void shareTheNextOneWhenTheyAreAskedForDuringOne() {
    passes.ask(scenario(1));
    await().until(() -> carriedOut.size() == 1);

    passes.ask(scenario(2));
    passes.ask(scenario(3));
    assertThat(passes.isIdle()).isFalse();
    mayEnd.release(2);

    await().until(passes::isIdle);
    assertThat(carriedOut).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void areCarriedOutWithoutAnyChangeWhenSomebodySaysSo() {
    passes.ask(List.of());
    mayEnd.release();

    await().until(passes::isIdle);

    assertThat(carriedOut).containsExactly(List.of());
    assertThat(passes.progress().complete()).isTrue();
    assertThat(passes.progress().patients()).isEqualTo(5);
  }

  @Test
  void goOnAfterOneThatFailed() {
    passes.ask(scenario(13));
    mayEnd.release();
    await().until(passes::isIdle);
    assertThat(passes.progress().complete()).isFalse();

    passes.ask(scenario(14));
    mayEnd.release();

    await().until(() -> passes.progress().complete());
    assertThat(carriedOut).hasSize(2);
  }
}
