package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.TestPostgres;
import health.anbu.outreach.contact.FrequencyCap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is counted over all nodes before a message goes. */
class AllowanceTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:20Z");

  private static DataSource h2() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  private static ThrottleSettings limits(Integer perMinute, Integer perDay) {
    return new ThrottleSettings(perMinute, perDay, Map.of());
  }

  @Nested
  @DisplayName("C23 a throttle")
  class AThrottle {

    private final DataSource database = h2();

    @Test
    void letsSoManyThroughAMinuteAndTellsTheOthersWhenToCome() {
      Throttle throttle = new Throttle(database, limits(2, null), SEOUL);
      Map<Optional<Instant>, Integer> told = new HashMap<>();
      for (int i = 0; i < 7; i++) {
        told.merge(throttle.take("sms", NOON), 1, Integer::sum);
      }
      Instant next = Instant.parse("2026-04-01T03:01:00Z");
      assertThat(told)
          .isEqualTo(
              Map.of(
                  Optional.empty(), 2,
                  Optional.of(next), 2,
                  Optional.of(next.plusSeconds(60)), 2,
                  Optional.of(next.plusSeconds(120)), 1));
    }

    @Test
    void letsThoseThroughThatComeWhenTheyWereTold() {
      Throttle throttle = new Throttle(database, limits(1, null), SEOUL);
      assertThat(throttle.take("sms", NOON)).isEmpty();
      Instant later = throttle.take("sms", NOON).orElseThrow();
      assertThat(throttle.take("sms", later)).isEmpty();
    }

    @Test
    void countsTheDaysOfTheClinic() {
      Throttle throttle = new Throttle(database, limits(null, 1), SEOUL);
      Instant late = Instant.parse("2026-04-01T14:59:00Z");
      assertThat(throttle.take("sms", late)).isEmpty();
      Instant midnight = Instant.parse("2026-04-01T15:00:00Z");
      assertThat(throttle.take("sms", late)).contains(midnight);
      assertThat(throttle.take("sms", midnight)).isEmpty();
    }

    @Test
    void givesAPlaceOfTheDayBackWhereTheMinuteIsFull() {
      Throttle throttle = new Throttle(database, limits(1, 2), SEOUL);
      assertThat(throttle.take("sms", NOON)).isEmpty();
      assertThat(throttle.take("sms", NOON)).contains(Instant.parse("2026-04-01T03:01:00Z"));
      assertThat(throttle.take("sms", NOON.plusSeconds(60))).isEmpty();
      assertThat(throttle.take("sms", NOON.plusSeconds(120)))
          .contains(Instant.parse("2026-04-01T15:00:00Z"));
    }

    @Test
    void countsEachChannelByItself() {
      ThrottleSettings settings =
          new ThrottleSettings(1, null, Map.of("email", new ThrottleSettings.Limit(null, null)));
      Throttle throttle = new Throttle(database, settings, SEOUL);
      assertThat(throttle.take("sms", NOON)).isEmpty();
      assertThat(throttle.take("kakao", NOON)).isEmpty();
      assertThat(throttle.take("sms", NOON)).isPresent();
      assertThat(throttle.take("email", NOON)).isEmpty();
      assertThat(throttle.take("email", NOON)).isEmpty();
    }

    @Test
    void remembersOverARestart() {
      assertThat(new Throttle(database, limits(null, 1), SEOUL).take("sms", NOON)).isEmpty();
      assertThat(new Throttle(database, limits(null, 1), SEOUL).take("sms", NOON)).isPresent();
    }

    @Test
    void refusesToLetNothingThrough() {
      assertThatThrownBy(() -> limits(0, null)).hasMessageContaining("at least one message");
    }
  }

  @Nested
  @EnabledIf("health.anbu.outreach.TestPostgres#isWanted")
  class TwoNodesAtOnce {

    private final DataSource database = TestPostgres.database("allowance").dataSource();

    /** Runs the same on two threads with beans of their own, again and again. */
    private <T> List<T> atOnce(int rounds, TwoNodes<T> work) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<List<T>>> nodes = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        int number = node;
        nodes.add(
            threads.submit(
                () -> {
                  List<T> answers = new ArrayList<>();
                  for (int round = 0; round < rounds; round++) {
                    start.await();
                    answers.add(work.on(number, round));
                  }
                  return answers;
                }));
      }
      List<T> all = new ArrayList<>();
      for (Future<List<T>> node : nodes) {
        all.addAll(node.get());
      }
      threads.shutdown();
      return all;
    }

    interface TwoNodes<T> {
      T on(int node, int round) throws Exception;
    }

    @Test
    @DisplayName("C23 never let more through than the throttle")
    void keepTheThrottle() throws Exception {
      List<Throttle> nodes =
          List.of(
              new Throttle(database, limits(30, null), SEOUL),
              new Throttle(database, limits(30, null), SEOUL));
      List<Boolean> went = atOnce(40, (node, round) -> nodes.get(node).take("sms", NOON).isEmpty());
      assertThat(went.stream().filter(yes -> yes)).hasSize(30);
    }

    @Test
    @DisplayName("D14 never exceed the frequency cap of a patient")
    void keepTheCap() throws Exception {
      List<CapClaims> nodes = List.of(new CapClaims(database), new CapClaims(database));
      List<Integer> room =
          atOnce(
              40,
              (node, round) ->
                  nodes.get(node).claim("p" + round, "r" + node, Set.of(), NOON).isEmpty()
                      ? round
                      : -1);
      for (int round = 0; round < 40; round++) {
        int patient = round;
        assertThat(room.stream().filter(r -> r == patient)).hasSize(1);
      }
    }
  }

  @Nested
  @DisplayName("D14 a claim under a frequency cap")
  class AClaim {

    private final CapClaims claims = new CapClaims(h2());

    @Test
    void isSeenByTheOthersOfThePatientOnly() {
      assertThat(claims.claim("p", "one", Set.of(), NOON)).isEmpty();
      assertThat(claims.claim("p", "two", Set.of(), NOON)).containsExactly(NOON);
      assertThat(claims.claim("q", "three", Set.of(), NOON)).isEmpty();
    }

    @Test
    void isNotCountedTwiceOnceItIsRecorded() {
      claims.claim("p", "one", Set.of(), NOON);
      assertThat(claims.claim("p", "two", Set.of("one"), NOON)).isEmpty();
    }

    @Test
    void isOneForTheSameMessageTriedAgain() {
      claims.claim("p", "one", Set.of(), NOON);
      assertThat(claims.claim("p", "one", Set.of(), NOON)).isEmpty();
    }

    @Test
    void isLetGoOf() {
      claims.claim("p", "one", Set.of(), NOON);
      claims.release("p", "one");
      assertThat(claims.claim("p", "two", Set.of(), NOON)).isEmpty();
    }

    @Test
    void isForgottenAfterAnHour() {
      claims.claim("p", "one", Set.of(), NOON);
      Instant later = NOON.plus(Duration.ofMinutes(61));
      assertThat(claims.claim("p", "two", Set.of(), later)).isEmpty();
    }
  }

  @Nested
  @ExtendWith(OutputCaptureExtension.class)
  @DisplayName("D14 the setting of the frequency cap")
  class TheSetting {

    private FrequencyCap cap(Map<String, String> settings) {
      OutreachSettings bound =
          new Binder(new MapConfigurationPropertySource(settings))
              .bindOrCreate("anbu", OutreachSettings.class);
      return ClinicPolicies.of(bound).cap();
    }

    @Test
    void isNoCapWhereItIsLeftOut(CapturedOutput output) {
      assertThat(cap(Map.of()).messages()).isNull();
      assertThat(output).doesNotContain("frequency-cap");
    }

    @Test
    void warnsWhereItLetsNothingThrough(CapturedOutput output) {
      assertThat(cap(Map.of("anbu.frequency-cap.messages", "0")).messages()).isZero();
      assertThat(output).contains("anbu.frequency-cap.messages is 0");
    }
  }
}
