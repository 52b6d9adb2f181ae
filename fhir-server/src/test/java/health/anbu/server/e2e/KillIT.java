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
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * kill -9 while 1,000 changes wait to be reconciled, and while 1,000 due messages go out:
 * afterwards every expected request exists once, and every message arrived once.
 *
 * <p>Every day 1,000 patients are treated and the process is killed while it plans their
 * follow-ups; a week later these are due, and it is killed while it sends them. How far it gets
 * each time is drawn from a seed: {@code -Danbu.kill.seed=...}; {@code -Danbu.kill.points=20} makes
 * it 20 kills of each kind.
 */
class KillIT {

  private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
  private static final long SEED = Long.getLong("anbu.kill.seed", 20260301L);
  private static final int POINTS = Integer.getInteger("anbu.kill.points", 2);
  private static final int MANY = 1000;
  private static final int WEEK = 7;
  private static final LocalDate START = LocalDate.of(2026, 3, 1);
  private static final Duration FIRST_RESEND = Duration.ofSeconds(10);

  private final Random random = new Random(SEED);
  private AnbuProcess anbu;

  @Test
  void everyExpectedRequestAndEveryMessageExistsOnce() {
    LOG.info("seed {}, {} kills of each kind", SEED, POINTS);
    try (AnbuProcess process =
        AnbuProcess.start(
            getClass().getSimpleName(),
            database(
                AnbuProcess.simulated(START + "T09:00:00+09:00", "post-treatment-followup")))) {
      anbu = process;
      patients();
      for (int day = 1; day <= POINTS + WEEK; day++) {
        anbu.client().timeIs(at(day, "09:00"));
        if (day <= POINTS) {
          killWhilePlanning(day);
        }
        if (day > WEEK) {
          killWhileSending(day);
        }
      }
      // What was tried again later needs time to pass.
      anbu.client().timeIs(at(POINTS + WEEK, "17:00"));
      assertRequests();
      assertMessages();
      LOG.info("{} s of CPU over all starts", anbu.cpu().toSeconds());
    }
  }

  /** H2 in the folder of the process, as by default. */
  String[] database(String... settings) {
    return settings;
  }

  private static String at(int day, String time) {
    return START.plusDays(day) + "T" + time + ":00+09:00";
  }

  private static List<String> each(Function<Integer, String> resource) {
    return IntStream.range(0, MANY).mapToObj(resource::apply).toList();
  }

  private static String patient(int i) {
    return "k" + i;
  }

  private static String treatment(int day, int i) {
    return patient(i) + "-day-" + day;
  }

  /** Kakao knows an idempotency key; by SMS, every second one, the provider can only be asked. */
  private void patients() {
    anbu.client().putAll(each(i -> Records.patient(patient(i), "010-7300-%04d".formatted(i + 1))));
    anbu.client()
        .putAll(
            IntStream.range(0, MANY)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> Records.optOutOfChannel(patient(i), "kakao"))
                .toList());
    anbu.client().untilIdle();
  }

  /** The changes are committed, and some of them, from none to almost all, are worked on. */
  private void killWhilePlanning(int day) {
    String today = START.plusDays(day).toString();
    anbu.client().putAll(each(i -> Records.botox(treatment(day, i), patient(i), today)));
    int enough = random.nextInt(MANY);
    String planned = "CommunicationRequest?occurrence=" + START.plusDays(day + WEEK);
    reached(enough, () -> anbu.client().count(planned));
    pause(random.nextInt(200));
    anbu.kill();
    LOG.info("day {}: killed with at least {} of {} changes worked on", day, enough, MANY);
    anbu.start();
  }

  private void killWhileSending(int day) {
    anbu.client().untilIdle();
    anbu.client().timeIs(at(day, "09:59"));
    long before = anbu.accepted();
    assertThat(before).as("nothing goes out before its time").isEqualTo(sentUntil(day));
    CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> moveTo(at(day, "10:00")));
    long enough = 1 + random.nextInt(MANY - 1);
    reached(before + enough, anbu::accepted);
    anbu.kill();
    moving.join();
    long sent = anbu.accepted() - before;
    anbu.start();
    Duration first = sent < MANY ? firstOf(before + sent) : Duration.ZERO;
    LOG.info("day {}: killed with {} of {} sent, the next after {}", day, sent, MANY, first);
    anbu.client().untilIdle();
    // Here the clock stands before or at the due time, wherever the kill left it.
    anbu.client().timeIs(at(day, "10:00"));
  }

  private static long sentUntil(int day) {
    return (long) (day - WEEK - 1) * MANY;
  }

  /** How long it takes from being ready until the next message is accepted. */
  private Duration firstOf(long before) {
    long ready = System.nanoTime();
    await("the first message after a start")
        .atMost(anbu.patience(FIRST_RESEND))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> anbu.accepted() > before);
    return Duration.ofNanos(System.nanoTime() - ready);
  }

  private static void reached(long enough, LongSupplier count) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> count.getAsLong() >= enough);
  }

  /** Time moves in the background; the kill cuts the answer off. */
  private void moveTo(String instant) {
    try {
      anbu.client().moveTo(instant);
    } catch (AnbuClient.NoAnswer e) {
      LOG.debug("the clock's answer was cut off", e);
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

  private void assertRequests() {
    List<JsonNode> found = anbu.client().search("CommunicationRequest");
    assertThat(found).extracting(AnbuClient::key).doesNotHaveDuplicates();
    assertThat(found)
        .as("every one was sent, none was withdrawn or left to staff")
        .allSatisfy(request -> assertThat(request.path("status").asText()).isEqualTo("completed"))
        .extracting(AnbuClient::key)
        .containsExactlyInAnyOrderElementsOf(expectedKeys());
  }

  private static List<String> expectedKeys() {
    return IntStream.rangeClosed(1, POINTS)
        .boxed()
        .flatMap(day -> each(i -> treatment(day, i)).stream())
        .map(treatment -> "post-treatment-followup:seven-days-after:Procedure/" + treatment)
        .toList();
  }

  /** One accepted message and one Communication for each that was due, and no other. */
  private void assertMessages() {
    List<JsonNode> accepted = anbu.client().messages();
    Set<String> once = new HashSet<>();
    List<String> expected = new ArrayList<>();
    accepted.forEach(
        message -> assertThat(once.add(numberAndDay(message))).as("twice: %s", message).isTrue());
    for (int day = 1 + WEEK; day <= POINTS + WEEK; day++) {
      String due = " " + START.plusDays(day);
      expected.addAll(each(i -> "+82107300%04d".formatted(i + 1) + due));
    }
    assertThat(once).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Stream.of("kakao", "sms"))
        .allSatisfy(
            channel ->
                assertThat(accepted).filteredOn(m -> on(m, channel)).hasSize(POINTS * MANY / 2));
    List<JsonNode> recorded = anbu.client().search("Communication?status=completed,in-progress");
    assertThat(recorded)
        .extracting(message -> message.path("identifier").path(0).path("value").asText())
        .containsExactlyInAnyOrderElementsOf(
            accepted.stream().map(message -> message.path("providerId").asText()).toList());
    assertThat(anbu.client().search("Communication?status=unknown,not-done,stopped")).isEmpty();
    assertThat(anbu.client().search("Task?code:not=approve-scenario")).isEmpty();
  }

  private static String numberAndDay(JsonNode message) {
    return message.path("to").asText() + " " + message.path("at").asText().substring(0, 10);
  }

  private static boolean on(JsonNode message, String channel) {
    return message.path("channel").asText().equals(channel);
  }
}
