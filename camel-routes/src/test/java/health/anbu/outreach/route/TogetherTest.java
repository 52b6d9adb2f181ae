package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.anbu.outreach.fhir.FhirStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());

  @Nested
  class WhileABatchIsUnderWay {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final Together<Integer> together = new Together<>(3, this::slowly);

    private List<Integer> slowly(List<Integer> batch) {
      batches.add(batch);
      if (batch.contains(0)) {
        await().until(() -> gate.getCount() == 0);
      }
      return batch.stream().filter(item -> item == 3).toList();
    }

    @Test
    void theNextOneGathersUpToItsSize() {
      CompletableFuture<Void> first = bring(0);
      await().until(() -> batches.size() == 1);
      List<CompletableFuture<Void>> others = IntStream.range(10, 15).mapToObj(this::bring).toList();
      await().until(() -> together.waiting() == 5);
      gate.countDown();
      first.join();
      others.forEach(CompletableFuture::join);
      assertThat(batches).hasSize(3);
      assertThat(batches.stream().flatMap(List::stream))
          .containsExactlyInAnyOrder(0, 10, 11, 12, 13, 14);
    }

    @Test
    void onlyWhoBroughtWhatWasRefusedHearsOfIt() {
      CompletableFuture<Void> first = bring(0);
      await().until(() -> batches.size() == 1);
      CompletableFuture<Void> refused = bring(3);
      CompletableFuture<Void> other = bring(4);
      await().until(() -> together.waiting() == 2);
      gate.countDown();
      first.join();
      assertThatThrownBy(refused::join).hasCauseInstanceOf(FhirStore.RefusedByStore.class);
      assertThatCode(other::join).doesNotThrowAnyException();
    }

    private CompletableFuture<Void> bring(int item) {
      return CompletableFuture.runAsync(
          () -> together.carryOut(List.of(item)), command -> new Thread(command).start());
    }
  }

  @Test
  void whatTheWorkThrowsReachesTheCallerAndTheNextOneIsTried() {
    Together<Integer> together =
        new Together<>(
            10,
            batch -> {
              if (batch.contains(1)) {
                throw new FhirStore.StoreUnavailable("away", null);
              }
              return List.of();
            });
    assertThatThrownBy(() -> together.carryOut(List.of(1)))
        .isInstanceOf(FhirStore.StoreUnavailable.class);
    assertThatCode(() -> together.carryOut(List.of(2))).doesNotThrowAnyException();
  }
}
