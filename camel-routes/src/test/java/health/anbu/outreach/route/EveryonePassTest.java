package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.MemoryFhirStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Everyone once, some at a time. */
class EveryonePassTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), SEOUL);

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private final AtomicInteger counted = new AtomicInteger();

  private void patients(int count) {
    IntStream.range(0, count)
        .mapToObj(i -> "p" + (10_000 + i))
        .forEach(id -> store.put((Patient) new Patient().setId(id)));
  }

  private void run(ToIntFunction<List<String>> look) {
    new EveryonePass(
            store,
            new GonePatients(store, store),
            patients -> {
              int records = look.applyAsInt(patients);
              seen.addAll(patients);
              sizes.add(patients.size());
              return records;
            },
            new DeadLetters(store, SEOUL, CLOCK))
        .run(counted::addAndGet, () -> false);
  }

  @Test
  void looksAtEachPatientOnce() {
    patients(1_050);

    run(List::size);

    assertThat(seen).hasSize(1_050).doesNotHaveDuplicates();
    assertThat(counted).hasValue(1_050);
  }

  @Test
  void looksAtSeveralPagesSideBySide() {
    patients(400);
    CyclicBarrier two = new CyclicBarrier(2);
    Set<Long> threads = new ConcurrentSkipListSet<>();

    run(
        patients -> {
          threads.add(Thread.currentThread().getId());
          meet(two);
          return 0;
        });

    assertThat(threads).hasSizeGreaterThan(1);
  }

  /** Each waits for another one, which must therefore be under way at the same time. */
  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      // The last one may find nobody left.
    }
  }

  @Test
  void takesFewerPatientsAtOnceTheLongerTheirRecordsAre() {
    patients(600);

    run(patients -> patients.size() * 1_000);

    assertThat(seen).hasSize(600);
    assertThat(sizes.subList(sizes.size() - 100, sizes.size())).allMatch(size -> size <= 4);
  }

  @Test
  void leavesOutOnlyWhoCannotBePlannedForAndTellsStaff() {
    patients(300);

    run(
        patients -> {
          if (patients.contains("p10007")) {
            throw new IllegalStateException("a record nobody foresaw");
          }
          return patients.size();
        });

    assertThat(seen).hasSize(299).doesNotContain("p10007");
    assertThat(store.all(Task.class))
        .singleElement()
        .satisfies(task -> assertThat(task.getFocus().getReference()).isEqualTo("Patient/p10007"));
  }

  @Test
  void endsWhereTheServerIsAwayAndSaysSo() {
    patients(1_000);

    assertThatThrownBy(
            () ->
                run(
                    patients -> {
                      throw new FhirStore.StoreUnavailable("away", null);
                    }))
        .isInstanceOf(FhirStore.StoreUnavailable.class);

    assertThat(store.all(Task.class)).isEmpty();
  }
}
