package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = RateLimit.with(new RateLimit.Settings(3, 2), nanos::get);

  /** What stands behind the door. */
  private int inside = 201;

  private MockHttpServletResponse call(String path, String address, String... forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setRemoteAddr(address);
    for (String from : forwarded) {
      request.addHeader("X-Forwarded-For", from);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    try {
      limit.doFilter(
          request,
          response,
          new MockFilterChain() {
            @Override
            public void doFilter(
                jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer) {
              ((HttpServletResponse) answer).setStatus(inside);
            }
          });
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return response;
  }

  private int status(String path, String address, String... forwarded) {
    return call(path, address, forwarded).getStatus();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Nested
  class TheIntake {

    @Test
    void isRefusedWhenOneAddressAsksTooOften() throws Exception {
      IntStream.range(0, 3)
          .forEach(i -> assertThat(status("/intake/web", "192.0.2.1")).isEqualTo(201));
      MockHttpServletResponse refused = call("/intake/web", "192.0.2.1");
      assertThat(refused.getStatus()).isEqualTo(429);
      assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
      assertThat(refused.getContentAsString()).contains("too-many", "Try again in 20 s");
    }

    @Test
    void isOpenToOthersMeanwhile() {
      IntStream.range(0, 4).forEach(i -> call("/intake/web", "192.0.2.1"));
      assertThat(status("/intake/web", "192.0.2.2")).isEqualTo(201);
    }

    @Test
    void opensAgainAfterTheTimeItSaid() {
      IntStream.range(0, 4).forEach(i -> call("/intake/web", "192.0.2.1"));
      pass(Duration.ofSeconds(19));
      assertThat(status("/intake/web", "192.0.2.1")).isEqualTo(429);
      pass(Duration.ofSeconds(1));
      assertThat(status("/intake/web", "192.0.2.1")).isEqualTo(201);
      assertThat(status("/intake/web", "192.0.2.1")).isEqualTo(429);
    }

    @Test
    void countsTheNetworkOfAnIPv6Address() {
      IntStream.range(0, 3).forEach(i -> call("/intake/web", "2001:db8::" + i));
      assertThat(status("/intake/web", "2001:db8::ffff")).isEqualTo(429);
      assertThat(status("/intake/web", "2001:db8:0:1::1")).isEqualTo(201);
    }

    @Test
    void doesNotCountThisMachine() {
      IntStream.range(0, 9)
          .forEach(i -> assertThat(status("/intake/web", "127.0.0.1")).isEqualTo(201));
    }

    @Test
    void countsWhomTheProxyOnThisMachineNames() {
      IntStream.range(0, 3)
          .forEach(i -> call("/intake/web", "127.0.0.1", "203.0.113." + i + ", 192.0.2.1"));
      assertThat(status("/intake/web", "127.0.0.1", "198.51.100.7, 192.0.2.1")).isEqualTo(429);
      assertThat(status("/intake/web", "127.0.0.1", "192.0.2.2")).isEqualTo(201);
    }

    @Test
    void doesNotBelieveWhatAStrangerForwards() {
      IntStream.range(0, 3).forEach(i -> call("/intake/web", "192.0.2.1", "198.51.100." + i));
      assertThat(status("/intake/web", "192.0.2.1", "198.51.100.9")).isEqualTo(429);
    }
  }

  @Nested
  class AWebhook {

    @Test
    void isRefusedUnreadAfterTooManyWrongSignatures() throws Exception {
      inside = 403;
      assertThat(status("/webhooks/twilio/status", "192.0.2.1")).isEqualTo(403);
      assertThat(status("/webhooks/twilio/status", "192.0.2.1")).isEqualTo(403);
      inside = 200;
      MockHttpServletResponse refused = call("/webhooks/twilio/status", "192.0.2.1");
      assertThat(refused.getStatus()).isEqualTo(429);
      assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
      assertThat(refused.getContentAsString()).contains("check the secret");
      pass(Duration.ofSeconds(30));
      assertThat(status("/webhooks/twilio/status", "192.0.2.1")).isEqualTo(200);
    }

    @Test
    void hasNoLimitWhenRightlySigned() {
      inside = 200;
      IntStream.range(0, 50)
          .forEach(i -> assertThat(status("/webhooks/twilio/status", "192.0.2.1")).isEqualTo(200));
    }
  }

  @ParameterizedTest
  @CsvSource({"/wake-up, 429", "/fhir/Patient, 201", "/actuator/health, 201"})
  void limitsTheDoorsThatAskForNoToken(String path, int status) {
    IntStream.range(0, 3).forEach(i -> call(path, "192.0.2.1"));
    assertThat(status(path, "192.0.2.1")).isEqualTo(status);
  }

  @Test
  void isOffAtZero() {
    TokenBuckets none = new TokenBuckets(0, nanos::get);
    assertThat(IntStream.range(0, 99).mapToObj(i -> none.take("a"))).containsOnly(Duration.ZERO);
  }
}
