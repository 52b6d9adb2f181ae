package health.anbu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The measurement itself: a ruler that is bent measures nothing. */
class MeasuringTest {

  @Nested
  class Load {

    @Test
    void goesOnWhileTheServerHangsAndCountsTheWaiting() {
      int count = 20;
      CountDownLatch started = new CountDownLatch(count);
      // Each ends only when the last has started, 190 ms after the first.
      OpenLoop.Run run =
          new OpenLoop(100, count)
              .run(
                  i -> {
                    started.countDown();
                    await(started);
                  });
      assertThat(run.latencies().max()).isGreaterThanOrEqualTo(190);
      assertThat(run.scheduled()[count - 1] - run.scheduled()[0]).isEqualTo(190_000_000L);
    }

    @Test
    void failsWhenOneRequestFails() {
      assertThatThrownBy(() -> new OpenLoop(1000, 5).run(i -> failAt(i, 3)))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("refused 3");
    }

    private static void failAt(int i, int failing) {
      if (i == failing) {
        throw new IllegalStateException("refused " + i);
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  class APercentile {

    @Test
    void isAValueThatWasMeasured() {
      Percentiles hundred =
          Percentiles.ofNanos(LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray());
      assertThat(hundred.at(0.5)).isEqualTo(50);
      assertThat(hundred.at(0.99)).isEqualTo(99);
      assertThat(hundred.at(1)).isEqualTo(hundred.max()).isEqualTo(100);
    }

    @Test
    void isTheMiddleForAMedian() {
      assertThat(Percentiles.median(9, 1, 5)).isEqualTo(5);
      assertThat(Percentiles.median(4, 1, 2, 9)).isEqualTo(3);
    }
  }

  @Nested
  class AVerdict {

    @Test
    void saysByHowMuchABarIsMissed() {
      assertThat(Bar.atMost("p99", 250, "ms", 500).row())
          .isEqualTo("| p99 | at most 250 ms | 500 ms | **missed** by a factor of 2.00 |");
      assertThat(Bar.atLeast("rate", 200, "messages/s", 100).verdict()).contains("factor of 2.00");
    }

    @Test
    void countsTheLimitAsHeld() {
      assertThat(Bar.atMost("p99", 250, "ms", 250).verdict()).isEqualTo("held");
      assertThat(Bar.atLeast("rate", 200, "", 200).verdict()).isEqualTo("held");
    }
  }

  @Nested
  class ProcessorTime {

    @Test
    void ofThisProcessGoesUp() {
      CpuMeter meter = CpuMeter.of(ProcessHandle.current().pid());
      long before = meter.used().toMillis();
      double sum = 0;
      while (meter.used().toMillis() < before + 50) {
        sum += Math.sqrt(sum + 1);
      }
      assertThat(sum).isPositive();
      assertThat(CpuMeter.megabytes(meter.pid(), "VmRSS")).isBetween(10.0, 100_000.0);
    }
  }
}
