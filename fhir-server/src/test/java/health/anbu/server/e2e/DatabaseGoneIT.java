package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.TestPostgres;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL cannot be reached for half a minute while messages go out and changes are worked on:
 * server and routes come back by themselves, and everything has happened once. When it happens is
 * drawn from a seed: {@code -Danbu.gone.seed=...}.
 */
@EnabledIf("health.anbu.outreach.TestPostgres#isWanted")
class DatabaseGoneIT {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseGoneIT.class);
  private static final long SEED = Long.getLong("anbu.gone.seed", 20260303L);
  private static final int MANY = 600;
  private static final Duration GONE = Duration.ofSeconds(30);
  private static final String DAY = "2026-03-09";

  private AnbuProcess anbu;

  @Test
  void everythingHasHappenedOnce() {
    TestPostgres postgres = TestPostgres.database("gone");
    URI url = URI.create(postgres.url().substring("jdbc:".length()));
    try (Cable cable = new Cable(url.getHost(), url.getPort());
        AnbuProcess process = AnbuProcess.start("database-gone", settings(postgres, url, cable))) {
      anbu = process;
      int before = 1 + new Random(SEED).nextInt(MANY / 4);
      LOG.info("seed {}: gone after {} of {} messages", SEED, before, MANY);
      putAll(i -> Records.patient(patient(i), "010-7700-%04d".formatted(i + 1)));
      treat("2026-03-02");
      client().timeIs(DAY + "T09:59:00+09:00");
      CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> moveTo("10:00:00"));
      await().atMost(Duration.ofMinutes(2)).until(() -> anbu.accepted() >= before);
      treat(DAY);
      pullOutAndPlugIn(cable);
      moving.join();
      client().untilIdle();
      client().timeIs(DAY + "T17:00:00+09:00");
      assertOnce();
    }
  }

  private static String[] settings(TestPostgres postgres, URI url, Cable cable) {
    return AnbuProcess.simulated(
        "2026-03-02T09:00:00+09:00",
        "post-treatment-followup",
        "--spring.datasource.url="
            + postgres.url().replace(url.getAuthority(), "127.0.0.1:" + cable.port()),
        "--spring.datasource.username=" + postgres.user(),
        "--spring.datasource.password=" + postgres.password(),
        "--spring.datasource.hikari.connection-timeout=5000");
  }

  private void treat(String day) {
    putAll(i -> Records.botox(patient(i) + "-" + day, patient(i), day));
  }

  private void moveTo(String time) {
    try {
      client().moveTo(DAY + "T" + time + "+09:00");
    } catch (AnbuClient.NoAnswer e) {
      LOG.debug("the clock's answer was cut off", e);
    }
  }

  private void pullOutAndPlugIn(Cable cable) {
    cable.pullOut();
    long since = System.nanoTime();
    await("what health says").atMost(GONE).until(() -> !client().healthy());
    await()
        .atMost(GONE.multipliedBy(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> System.nanoTime() - since >= GONE.toNanos());
    long sent = anbu.accepted();
    cable.plugIn();
    await().atMost(Duration.ofMinutes(2)).until(() -> client().healthy());
    LOG.info("{} sent when it was back", sent);
    if (sent < MANY) {
      // What failed while it was away waits for some seconds, which are the Clock's.
      CompletableFuture.runAsync(() -> moveTo("10:00:30"));
      long ready = System.nanoTime();
      await("the next message")
          .atMost(anbu.patience(Duration.ofSeconds(10)))
          .until(() -> anbu.accepted() > sent);
      LOG.info("the next after {} ms", (System.nanoTime() - ready) / 1_000_000);
    }
  }

  private void assertOnce() {
    List<JsonNode> requests = client().search("CommunicationRequest");
    assertThat(requests)
        .extracting(AnbuClient::key)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MANY)
                .boxed()
                .flatMap(i -> List.of(key(i, "2026-03-02"), key(i, DAY)).stream())
                .toList());
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(request.path("status").asText())
                    .isEqualTo(AnbuClient.key(request).endsWith(DAY) ? "active" : "completed"));
    assertThat(client().messages())
        .extracting(message -> message.path("to").asText())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MANY).mapToObj(i -> "+82107700%04d".formatted(i + 1)).toList());
    assertThat(client().search("Communication"))
        .hasSize(MANY)
        .extracting(AnbuClient::deliveryStatus)
        .doesNotContain("unknown");
    assertThat(client().search("Task?code:not=approve-scenario"))
        .as("staff may hear of the outage, but not of any message")
        .allSatisfy(
            task -> assertThat(task.toString()).contains("dead-letter").doesNotContain("Patient/"));
  }

  private static String key(int i, String day) {
    return "post-treatment-followup:seven-days-after:Procedure/" + patient(i) + "-" + day;
  }

  private AnbuClient client() {
    return anbu.client();
  }

  private static String patient(int i) {
    return "g" + i;
  }

  private void putAll(Function<Integer, String> resource) {
    client().putAll(IntStream.range(0, MANY).mapToObj(resource::apply).toList());
  }
}
