package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WhileInUseTest {

  private final Deque<Runnable> later = new ArrayDeque<>();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger letGo = new AtomicInteger();
  private final WhileInUse<Integer> large =
      new WhileInUse<>(later::add, made::incrementAndGet, letGo::incrementAndGet);

  @Test
  void isMadeOnceForManyUses() {
    assertThat(using()).isEqualTo(1);
    assertThat(using()).isEqualTo(1);
    assertThat(later).as("watched once").hasSize(1);
  }

  @Test
  void isLetGoAfterATimeWithoutUseAndMadeAnew() {
    using();
    later.poll().run();
    assertThat(letGo).hasValue(1);
    assertThat(later).as("nothing is left to watch").isEmpty();
    assertThat(using()).isEqualTo(2);
  }

  @Test
  void isKeptWhenItWasUsedMeanwhile() {
    using();
    using();
    later.poll().run();
    assertThat(using()).isEqualTo(1);
    later.poll().run();
    assertThat(letGo).as("used again").hasValue(0);
    later.poll().run();
    assertThat(letGo).hasValue(1);
  }

  @Test
  void isMadeAnewWhenItIsOutOfDate() {
    using();
    large.outOfDate();
    assertThat(using()).isEqualTo(2);
    assertThat(later).as("still watched once").hasSize(1);
  }

  @Test
  void isNotLetGoUnderTheHandsOfItsUser() throws Exception {
    using();
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> user =
          threads.submit(
              () ->
                  large.use(
                      which -> {
                        inside.countDown();
                        await(goOn);
                        return letGo.get();
                      }));
      inside.await();
      Future<?> watcher = threads.submit(later.poll());
      assertThat(waitsFor(watcher)).isTrue();
      goOn.countDown();
      assertThat(user.get()).isZero();
      watcher.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private int using() {
    return large.use(which -> which);
  }

  private static boolean waitsFor(Future<?> watcher) throws Exception {
    try {
      watcher.get(100, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException e) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
