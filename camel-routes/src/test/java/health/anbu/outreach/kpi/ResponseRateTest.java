package health.anbu.outreach.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("S1.15 the response rate of each offset")
class ResponseRateTest {

  private static final SentStep THREE = new SentStep("botox-retouch", "ask", "3 mo after");
  private static final SentStep FOUR = new SentStep("botox-retouch", "ask", "4 mo after");

  private final ResponseCount count =
      new ResponseCount(ReportPeriod.year(2026), ZoneId.of("Asia/Seoul"));

  private static Instant at(String text) {
    return OffsetDateTime.parse(text + "+09:00").toInstant();
  }

  private void sent(String request, SentStep step, String when) {
    count.sent(request, "kim", step, at(when));
  }

  @Nested
  class AResponse {

    @ParameterizedTest
    @CsvSource({
      "2026-03-01T10:00:00, 0",
      "2026-03-01T10:00:01, 1",
      "2026-03-15T23:59:59, 1",
      "2026-03-16T00:00:00, 0",
      "2026-02-28T10:00:00, 0"
    })
    void comesAfterTheMessageAndAtMostFourteenLocalDaysLater(String when, int counted) {
      sent("r", THREE, "2026-03-01T10:00:00");
      count.responded("kim", at(when));
      assertThat(count.rates().get(THREE)).isEqualTo(new ResponseRate(counted, 1));
    }

    @Test
    void isThePatientsOwn() {
      sent("r", THREE, "2026-03-01T10:00:00");
      count.responded("lee", at("2026-03-02T10:00:00"));
      assertThat(count.total()).isEqualTo(new ResponseRate(0, 1));
    }

    @Test
    void countsOnceForAMessageAndForEveryMessageThatItFollows() {
      sent("a", THREE, "2026-03-01T10:00:00");
      sent("b", FOUR, "2026-03-05T10:00:00");
      count.responded("kim", at("2026-03-06T10:00:00"));
      count.responded("kim", at("2026-03-07T10:00:00"));
      assertThat(count.rates())
          .containsEntry(THREE, new ResponseRate(1, 1))
          .containsEntry(FOUR, new ResponseRate(1, 1));
    }
  }

  @Nested
  class AMessage {

    @Test
    void isOneWhateverItsAttempts() {
      sent("r", THREE, "2026-03-03T10:00:00");
      sent("r", THREE, "2026-03-01T10:00:00");
      count.responded("kim", at("2026-03-02T10:00:00"));
      assertThat(count.total()).isEqualTo(new ResponseRate(1, 1));
    }

    @ParameterizedTest
    @CsvSource({
      "2025-12-31T23:59:59, 0",
      "2026-01-01T00:00:00, 1",
      "2026-12-31T23:59:59, 1",
      "2027-01-01T00:00:00, 0"
    })
    void liesInThePeriodByItsLocalDay(String when, int counted) {
      sent("r", THREE, when);
      assertThat(count.total().denominator()).isEqualTo(counted);
      assertThat(count.patients()).hasSize(counted);
    }
  }

  @Test
  void areTheSameInAnyOrder() {
    List<Runnable> all = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Instant when = at("2026-01-01T00:00:00").plusSeconds(random.nextInt(30_000_000));
      String patient = "p" + random.nextInt(20);
      String request = "r" + random.nextInt(90);
      all.add(
          i % 2 == 0
              ? () -> count.sent(request, "p" + request.hashCode() % 20, THREE, when)
              : () -> count.responded(patient, when));
    }
    all.forEach(Runnable::run);
    ResponseRate once = count.total();
    Collections.shuffle(all, random);
    all.forEach(Runnable::run);
    assertThat(count.total()).isEqualTo(once);
  }

  @Nested
  class TheShare {

    @Test
    void isExactToFourDecimals() {
      assertThat(new ResponseRate(1, 3).score()).contains(new BigDecimal("0.3333"));
      assertThat(new ResponseRate(2, 3).score()).contains(new BigDecimal("0.6667"));
      assertThat(new ResponseRate(0, 0).score()).isEmpty();
      assertThatThrownBy(() -> new ResponseRate(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofFewerThanThirtyMessagesIsNoneToCompareBy() {
      assertThat(new ResponseRate(29, 29).few()).isTrue();
      assertThat(new ResponseRate(0, 30).few()).isFalse();
    }
  }
}
