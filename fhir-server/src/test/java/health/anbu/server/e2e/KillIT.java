package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * kill -9 while 200 changes wait to be reconciled and 200 messages are going out: afterwards every
 * expected request exists once, and every message arrived once.
 *
 * <p>Each round has its own patients: one half is due on the round's day, the other half has just
 * been treated when the kill comes. Where in the work it comes is drawn from a seed, which can be
 * given: {@code -Danbu.kill.seed=...}.
 */
class KillIT {

  private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
  private static final long SEED = Long.getLong("anbu.kill.seed", 20260301L);
  private static final int MANY = 200;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
  private static final String DUE = "due";
  private static final String TREATED = "treated";

  private final Random random = new Random(SEED);
  private AnbuProcess anbu;

  /** Where a kill comes. */
  private enum Moment {
    /** The changes were just committed, and the first messages are on their way. */
    AFTER_THE_COMMIT,
    /** Some of the messages, but not all, were accepted. */
    WHILE_SENDING,
    /** Wherever the work is after some time. */
    SOME_TIME_LATER,
    /** While the next start works off what the first kill left, too. */
    AGAIN_DURING_RECOVERY
  }

  /** The patients of one kill. */
  private record Round(int number, Moment moment) {

    LocalDate day() {
      return FIRST_DAY.plusDays(number);
    }

    String at(String time) {
      return day() + "T" + time + ":00+09:00";
    }

    String patient(String group, int i) {
      return "r" + number + "-" + group + "-" + i;
    }

    String procedure(String group, int i) {
      return patient(group, i) + "-botox";
    }

    /** Every patient has a number of their own. */
    String phone(String group, int i) {
      return "010-%d%d00-%04d".formatted(number + 2, group.equals(DUE) ? 1 : 2, i + 1);
    }

    /** Kakao knows an idempotency key; by SMS the provider can only be asked. */
    String channel() {
      return number % 2 == 0 ? "kakao" : "sms";
    }

    Stream<String> dueKeys() {
      return keys("botox-retouch:three-months-after", DUE);
    }

    Stream<String> treatedKeys() {
      return Stream.concat(
          keys("botox-retouch:three-months-after", TREATED),
          keys("post-treatment-followup:seven-days-after", TREATED));
    }

    private Stream<String> keys(String step, String group) {
      return each(i -> step + ":Procedure/" + procedure(group, i)).stream();
    }

    static List<String> each(Function<Integer, String> resource) {
      return IntStream.range(0, MANY).mapToObj(resource::apply).toList();
    }
  }

  @Test
  void everyExpectedRequestAndEveryMessageExistsOnce() {
    List<Round> rounds =
        Stream.of(Moment.values()).map(moment -> new Round(moment.ordinal(), moment)).toList();
    try (AnbuProcess process =
        AnbuProcess.start(
            getClass().getSimpleName(),
            database(
                AnbuProcess.simulated(
                    "2026-03-01T09:00:00+09:00", "botox-retouch,post-treatment-followup")))) {
      anbu = process;
      rounds.forEach(this::prepare);
      anbu.client().untilIdle();
      rounds.forEach(this::play);
      // What was tried again later needs time to pass.
      anbu.client().timeIs(rounds.get(rounds.size() - 1).at("17:00"));
      rounds.forEach(this::assertRequests);
      assertMessages(rounds);
      LOG.info("{} s of CPU over all starts", anbu.cpu().toSeconds());
    }
  }

  /** H2 in the folder of the process, as by default. */
  String[] database(String... settings) {
    return settings;
  }

  /** The patients are there; the first half was treated three months before the round. */
  private void prepare(Round round) {
    putAll(Round.each(i -> Records.patient(round.patient(DUE, i), round.phone(DUE, i))));
    putAll(Round.each(i -> Records.patient(round.patient(TREATED, i), round.phone(TREATED, i))));
    putAll(Round.each(i -> Records.permit(round.patient(DUE, i), "recall")));
    putAll(Round.each(i -> Records.permit(round.patient(TREATED, i), "recall")));
    if (round.channel().equals("sms")) {
      putAll(Round.each(i -> Records.optOutOfChannel(round.patient(DUE, i), "kakao")));
    }
    String treated = round.day().minusMonths(3).toString();
    putAll(Round.each(i -> Records.botox(round.procedure(DUE, i), round.patient(DUE, i), treated)));
  }

  private void putAll(List<String> resources) {
    anbu.client().putAll(resources);
  }

  private void play(Round round) {
    anbu.client().timeIs(round.at("09:59"));
    assertThat(accepted(round)).as("nothing goes out before its time").isZero();
    CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> move(round));
    putAll(treatments(round));
    waitFor(round);
    long sent = accepted(round);
    anbu.kill();
    moving.join();
    LOG.info("seed {}: {} by {}: {} sent", SEED, round, round.channel(), sent);
    if (round.moment() == Moment.AGAIN_DURING_RECOVERY) {
      anbu.start();
      pause(random.nextInt(3_000));
      anbu.kill();
    }
    anbu.start();
    anbu.client().untilIdle();
    // Here the clock stands before or at the due time, wherever the kill left it.
    anbu.client().timeIs(round.at("10:00"));
  }

  private static List<String> treatments(Round round) {
    return Round.each(
        i ->
            Records.botox(
                round.procedure(TREATED, i), round.patient(TREATED, i), round.at("09:30")));
  }

  /** Time moves in the background; the kill cuts the answer off. */
  private void move(Round round) {
    try {
      anbu.client().moveTo(round.at("10:00"));
    } catch (AnbuClient.NoAnswer e) {
      LOG.debug("the clock's answer was cut off", e);
    }
  }

  private void waitFor(Round round) {
    switch (round.moment()) {
      case AFTER_THE_COMMIT -> pause(random.nextInt(50));
      case WHILE_SENDING, AGAIN_DURING_RECOVERY -> {
        int enough = 1 + random.nextInt(MANY / 2);
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> accepted(round) >= enough);
      }
      case SOME_TIME_LATER -> pause(random.nextInt(3_000));
    }
  }

  /** Until a moment that the seed has drawn. */
  private static void pause(int milliseconds) {
    long end = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> System.nanoTime() >= end);
  }

  private long accepted(Round round) {
    Set<String> numbers = numbers(round);
    return anbu.client().messages().stream()
        .filter(message -> numbers.contains(message.path("to").asText()))
        .count();
  }

  private static Set<String> numbers(Round round) {
    return Round.each(i -> "+82" + round.phone(DUE, i).substring(1).replace("-", "")).stream()
        .collect(Collectors.toSet());
  }

  private void assertRequests(Round round) {
    List<JsonNode> found = new ArrayList<>();
    found.addAll(anbu.client().search("CommunicationRequest?patient=" + patients(round, DUE)));
    found.addAll(anbu.client().search("CommunicationRequest?patient=" + patients(round, TREATED)));
    assertThat(keys(found, "completed"))
        .as("sent, round %s", round)
        .containsExactlyInAnyOrderElementsOf(round.dueKeys().toList());
    assertThat(keys(found, "active"))
        .as("planned, round %s", round)
        .containsAll(round.treatedKeys().toList());
    assertThat(keys(found, "on-hold")).as("not known, round %s", round).isEmpty();
    assertThat(keys(found, "revoked")).as("withdrawn, round %s", round).isEmpty();
  }

  private static String patients(Round round, String group) {
    return String.join(",", Round.each(i -> "Patient/" + round.patient(group, i)));
  }

  private static List<String> keys(List<JsonNode> requests, String status) {
    return requests.stream()
        .filter(request -> request.path("status").asText().equals(status))
        .map(AnbuClient::key)
        .toList();
  }

  /** One accepted message and one Communication for each that was due, and no other. */
  private void assertMessages(List<Round> rounds) {
    List<JsonNode> accepted = anbu.client().messages();
    Set<String> texts = new HashSet<>();
    Set<String> keys = new HashSet<>();
    accepted.forEach(
        message -> {
          assertThat(texts.add(message.path("to").asText() + message.path("text").asText()))
              .as("twice: %s", message)
              .isTrue();
          assertThat(keys.add(message.path("idempotencyKey").asText()))
              .as("the same key twice: %s", message)
              .isTrue();
        });
    Set<String> numbers =
        rounds.stream().flatMap(round -> numbers(round).stream()).collect(Collectors.toSet());
    assertThat(accepted)
        .extracting(message -> message.path("to").asText())
        .containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(accepted)
        .extracting(message -> message.path("channel").asText())
        .contains("kakao", "sms");
    List<JsonNode> recorded = anbu.client().search("Communication?status=completed,in-progress");
    assertThat(recorded)
        .extracting(message -> message.path("identifier").path(0).path("value").asText())
        .containsExactlyInAnyOrderElementsOf(
            accepted.stream().map(message -> message.path("providerId").asText()).toList());
    assertThat(anbu.client().search("Communication?status=unknown,not-done,stopped")).isEmpty();
    assertThat(anbu.client().search("Task")).isEmpty();
  }
}
