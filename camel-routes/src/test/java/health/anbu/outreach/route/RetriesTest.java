package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final Duration SPREAD = Duration.ofSeconds(5);
  private final DueTimer timer = DueTimer.fresh("p");

  @Test
  void neverComeBackBeforeTheProviderSaid() {
    Duration retryAfter = Duration.ofMinutes(20);
    assertThat(Retries.pause(timer, retryAfter)).isBetween(retryAfter, retryAfter.plus(SPREAD));
  }

  @Test
  void waitLongerEachTimeWhereItSaidLittle() {
    Duration first = Retries.pause(timer, Duration.ofSeconds(5));
    Duration second = Retries.pause(timer.failed(false), Duration.ofSeconds(5));
    assertThat(first).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(second).isEqualTo(first.plus(Duration.ofSeconds(30)));
  }

  @Test
  void comeToAnEnd() {
    DueTimer tried = timer;
    for (int i = 0; i < 6; i++) {
      assertThat(Retries.left(tried)).isTrue();
      tried = tried.failed(true);
    }
    assertThat(Retries.left(tried)).isFalse();
  }
}
