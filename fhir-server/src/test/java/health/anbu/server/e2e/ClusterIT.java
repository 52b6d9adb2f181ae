package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several processes on one PostgreSQL share the work, and the loss of one costs nothing: two
 * servers with three route nodes, then two servers that host the routes beside one node. When the
 * kills come is drawn from a seed, which can be given: {@code -Danbu.cluster.seed=...}.
 */
@EnabledIf("onPostgres")
class ClusterIT {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterIT.class);
  private static final long SEED = Long.getLong("anbu.cluster.seed", 20261122L);
  private static final String STEP = "post-treatment-followup:seven-days-after:Procedure/";
  private static final Pattern SENT =
      Pattern.compile(
          "^anbu_messages_total\\{.*outcome=\"accepted\".*} ([0-9.]+)$", Pattern.MULTILINE);

  /** A dead node is missed after a minute, and looked for every twenty seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Random random = new Random(SEED);
  private final List<String> due = new ArrayList<>();
  private final List<String> later = new ArrayList<>();
  private Cluster cluster;

  static boolean onPostgres() {
    if (!TestPostgres.isWanted()) {
      LOG.warn("ClusterIT does not run: TEST_DB=h2, and a cluster needs PostgreSQL");
    }
    return TestPostgres.isWanted();
  }

  @Test
  void shareTheWorkAndLoseNothing() {
    LOG.info("seed {}", SEED);
    try (Cluster started = new Cluster()) {
      cluster = started;
      routesInTheirOwnProcesses();
      hostedRoutes();
    }
  }

  private void routesInTheirOwnProcesses() {
    CompletableFuture<Void> writing = treat("a", 240);
    awaitAccepted(20 + random.nextInt(80));
    double ofTheKilled = sent(cluster.nodes.get(2));
    cluster.nodes.get(2).kill();
    awaitAccepted(110 + random.nextInt(60));
    cluster.servers.get(1).kill();
    writing.join();
    assertEverythingOnce();
    List<Double> shares = cluster.nodes.subList(0, 2).stream().map(this::sent).toList();
    LOG.info("nodes 1 and 2 sent {}, node 3 {} before it was killed", shares, ofTheKilled);
    assertThat(shares).allSatisfy(share -> assertThat(share).isPositive());
  }

  /** The second node goes, both servers host the routes, and one of them is killed. */
  private void hostedRoutes() {
    cluster.nodes.get(1).kill();
    cluster.servers.get(0).kill();
    cluster.servers.forEach(server -> server.launch(cluster.hosting()));
    cluster.servers.forEach(AnbuProcess::awaitReady);
    int before = accepted();
    CompletableFuture<Void> writing = treat("b", 120);
    awaitAccepted(before + 20 + random.nextInt(60));
    double ofTheKilled = sent(cluster.servers.get(0));
    cluster.servers.get(0).kill();
    writing.join();
    assertEverythingOnce();
    double ofTheOther = sent(cluster.servers.get(1));
    LOG.info("server 2 sent {}, server 1 {} before it was killed", ofTheOther, ofTheKilled);
    assertThat(ofTheOther).isPositive();
  }

  // What the EHR writes

  /** Treatments of a week ago, whose message is due today, and for each fourth one of today. */
  private CompletableFuture<Void> treat(String group, int many) {
    ExecutorService four = Executors.newFixedThreadPool(4);
    CompletableFuture<?>[] all =
        IntStream.range(0, many)
            .mapToObj(i -> CompletableFuture.runAsync(treatment(group, i), four))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all).whenComplete((done, failed) -> four.shutdown());
  }

  private Runnable treatment(String group, int i) {
    String patient = group + i;
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), cluster.zone);
    List<String> resources = new ArrayList<>();
    resources.add(Records.patient(patient, phone(patient)));
    if (i % 3 == 0) {
      resources.add(Records.optOutOfChannel(patient, "kakao"));
    }
    resources.add(Records.botox(patient + "-week", patient, today.minusDays(7).toString()));
    due.add(STEP + patient + "-week");
    if (i % 4 == 0) {
      resources.add(Records.botox(patient + "-today", patient, today.toString()));
      later.add(STEP + patient + "-today");
    }
    return () -> write(resources, i);
  }

  private static String phone(String patient) {
    int group = patient.charAt(0) - 'a' + 3;
    return "010-%d000-%04d".formatted(group, 1 + Integer.parseInt(patient.substring(1)));
  }

  /** To both servers in turn; where one does not answer the EHR tries again, and then the other. */
  private void write(List<String> resources, int turn) {
    int[] attempt = {turn};
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> taken(cluster.servers.get(attempt[0]++ % 2), resources));
  }

  private static boolean taken(AnbuProcess server, List<String> resources) {
    try {
      server.client().putAll(resources);
      return true;
    } catch (AnbuClient.NoAnswer e) {
      return false;
    }
  }

  // What came of it

  private int accepted() {
    return cluster.providersClient().messages().size();
  }

  private void awaitAccepted(int many) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> accepted() >= many);
  }

  private double sent(AnbuProcess node) {
    Matcher lines = SENT.matcher(node.client().text("/actuator/prometheus"));
    double sum = 0;
    while (lines.find()) {
      sum += Double.parseDouble(lines.group(1));
    }
    return sum;
  }

  private void assertEverythingOnce() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(keys("completed")).hasSize(due.size()));
    assertThat(keys("completed")).containsExactlyInAnyOrderElementsOf(due);
    assertThat(keys("active")).containsExactlyInAnyOrderElementsOf(later);
    assertThat(keys("revoked,on-hold")).isEmpty();
    assertThat(cluster.anyServer().search("Task?code:not=approve-scenario")).isEmpty();
    List<JsonNode> messages = cluster.providersClient().messages();
    assertThat(messages)
        .extracting(message -> message.path("to").asText())
        .containsExactlyInAnyOrderElementsOf(due.stream().map(ClusterIT::number).toList());
    assertThat(messages)
        .extracting(message -> message.path("channel").asText())
        .contains("kakao", "sms");
    assertThat(cluster.anyServer().search("Communication?status=completed,in-progress"))
        .extracting(message -> message.path("identifier").path(0).path("value").asText())
        .containsExactlyInAnyOrderElementsOf(
            messages.stream().map(message -> message.path("providerId").asText()).toList());
  }

  private static String number(String key) {
    String patient = key.substring(STEP.length()).replace("-week", "");
    return "+82" + phone(patient).substring(1).replace("-", "");
  }

  private List<String> keys(String status) {
    return Stream.of(status.split(","))
        .flatMap(one -> cluster.anyServer().search("CommunicationRequest?status=" + one).stream())
        .map(AnbuClient::key)
        .toList();
  }
}
