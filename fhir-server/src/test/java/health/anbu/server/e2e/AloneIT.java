package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stock.LimitedServer;
import health.stock.LimitedServer.Limit;
import health.stock.StockServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes as a process of their own plan and send the same as hosted ones, for every patient of
 * a synthetic hospital: beside our server, beside one that knows nothing of us, beside one that
 * offers little, and between two servers. For those with short records only with {@code
 * -Dtests.alone=few}.
 */
@Tag("soak")
class AloneIT {

  private static final Logger LOG = LoggerFactory.getLogger(AloneIT.class);
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 1, 9, 0, 0, 0, SEOUL);
  private static final String REMINDER = "appointment-reminder";
  private static final String SNOMED = "http://snomed.info/sct";

  /** Renal dialysis: many for few. Social needs: few for many. Hospice: some have died since. */
  private static final List<String> CODES = List.of("265764009", "710824005", "385763009");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static AnbuProcess ours;
  private static StockServer stock;
  private static LimitedServer limited;
  private static Map<String, Planned> hosted;
  private static Map<String, String> sentByHosted;
  private static boolean oursIsAlone;

  /** One outreach request, as far as it must not depend on where it is kept. */
  private record Planned(String status, OffsetDateTime due, String patient, String about) {}

  @BeforeAll
  static void planHosted() throws Exception {
    List<String> records = SyntheaRecords.of(SyntheaRecords.unpacked(), NOW.plusDays(2));
    stock = StockServer.start("alone", "900m", "--spring.datasource.url=jdbc:h2:mem:alone");
    limited =
        LimitedServer.before(stock.base(), EnumSet.complementOf(EnumSet.of(Limit.NO_DEFINITIONS)));
    ours = AnbuProcess.startWith("900m", "alone-hosted", AnbuProcess.simulated(now(), REMINDER));
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> load(at(stock.base()), records, "the stock server"));
    load(ours.client(), records, "ours");
    other.join();
    for (String code : CODES) {
      String scenario = scenario(code);
      ours.client().activate(scenario);
      at(stock.base()).put(scenario);
    }
    // What our server asked its staff for, another kind of server is told by its own.
    ours.client()
        .search("Task?code=approve-scenario&status=completed")
        .forEach(approval -> at(stock.base()).put(approval.toString()));
    ours.client().untilIdle();
    hosted = planned(ours.client());
    ours.client().advance("P1D");
    sentByHosted = sent(ours.client());
    LOG.info("hosted: {} requests, {} messages in a day", hosted.size(), sentByHosted.size());
    // Half of the few are children, who have no guardian on record and are not written to.
    assertThat(hosted).hasSizeGreaterThan(SyntheaRecords.isWhole() ? 60 : 8);
    assertThat(sentByHosted).isNotEmpty();
  }

  /** Ours, without its routes from here on. */
  private static String oursAlone() {
    if (!oursIsAlone) {
      ours.restart("--anbu.routes.enabled=false");
      oursIsAlone = true;
    }
    return "http://localhost:" + ours.port() + "/fhir";
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable one : new AutoCloseable[] {limited, stock, ours}) {
      try {
        if (one != null) {
          one.close();
        }
      } catch (Exception e) {
        LOG.warn("{} was not stopped", one, e);
      }
    }
  }

  private static String now() {
    return NOW.toOffsetDateTime().toString();
  }

  private static AnbuClient at(String base) {
    return new AnbuClient(base.replaceFirst("/fhir$", ""));
  }

  private static void load(AnbuClient server, List<String> records, String name) {
    long started = System.nanoTime();
    for (int i = 0; i < records.size(); i += 200) {
      server.putAll(records.subList(i, Math.min(records.size(), i + 200)));
    }
    LOG.info("loaded {} records into {} in {} s", records.size(), name, seconds(started));
  }

  private static long seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toSeconds();
  }

  /** The packaged follow-up, a year after procedures of this code. */
  private static String scenario(String code) {
    ObjectNode scenario =
        ((ObjectNode) ours.client().get("/fhir/PlanDefinition/post-treatment-followup")).deepCopy();
    scenario.remove("meta");
    scenario
        .putObject("meta")
        .putArray("profile")
        .add("https://anbu-health.github.io/fhir/StructureDefinition/outreach-scenario");
    scenario.put("id", "year-after-" + code).put("name", "YearAfter" + code);
    scenario.put("status", "active").put("approvalDate", NOW.toLocalDate().toString());
    scenario.putArray("endorser").addObject().put("name", "Dr Kim");
    scenario.put("url", "https://anbu-health.github.io/fhir/PlanDefinition/year-after-" + code);
    for (JsonNode trigger : scenario.path("action").path(0).path("trigger")) {
      ObjectNode filter = (ObjectNode) trigger.path("data").path(0).path("codeFilter").path(0);
      filter.remove("valueSet");
      ArrayNode codes = filter.putArray("code");
      codes.addObject().put("system", SNOMED).put("code", code);
    }
    ((ObjectNode)
            scenario.path("action").path(1).path("relatedAction").path(0).path("offsetDuration"))
        .put("value", 1)
        .put("code", "a")
        .put("unit", "year");
    return scenario.toString();
  }

  private static Map<String, Planned> planned(AnbuClient plans) {
    return plans.search("CommunicationRequest").stream()
        .collect(
            Collectors.toMap(
                AnbuClient::key,
                request ->
                    new Planned(
                        request.path("status").asText(),
                        OffsetDateTime.parse(request.path("occurrenceDateTime").asText()),
                        relative(request.path("subject")),
                        relative(request.path("about").path(0))),
                (one, two) -> {
                  throw new AssertionError("planned twice: " + one + ", " + two);
                },
                TreeMap::new));
  }

  private static String relative(JsonNode reference) {
    return reference.path("reference").asText().replaceFirst("^http.*/fhir/", "");
  }

  /** What the simulated providers took: text and time by number; one number, one message. */
  private static Map<String, String> sent(AnbuClient routes) {
    return routes.messages().stream()
        .collect(
            Collectors.toMap(
                m -> m.path("to").asText() + " " + m.path("at").asText(),
                m -> m.path("text").asText(),
                (one, two) -> one + "\n" + two,
                TreeMap::new));
  }

  private static void clear(AnbuClient plans) {
    for (String type : List.of("Communication", "Task", "CommunicationRequest", "Basic")) {
      List<JsonNode> all = plans.search(type).stream().filter(one -> !isApproval(one)).toList();
      for (int i = 0; i < all.size(); i += 200) {
        delete(plans, all.subList(i, Math.min(all.size(), i + 200)));
      }
    }
  }

  /** What staff have approved stays approved. */
  private static boolean isApproval(JsonNode resource) {
    return resource.at("/code/coding/0/code").asText().equals("approve-scenario");
  }

  private static void delete(AnbuClient plans, Collection<JsonNode> resources) {
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
    ArrayNode entries = bundle.put("type", "transaction").putArray("entry");
    for (JsonNode resource : resources) {
      String url = resource.path("resourceType").asText() + "/" + resource.path("id").asText();
      entries.addObject().putObject("request").put("method", "DELETE").put("url", url);
    }
    assertThat(plans.send("POST", "/fhir", bundle.toString()).status()).isEqualTo(200);
  }

  private AnbuProcess plugin(String name, String source, String plans) {
    List<String> more = new ArrayList<>();
    more.add("--anbu.fhir.base-url=" + plans);
    more.add("--anbu.source.base-url=" + source);
    more.add("--anbu.sweep.poll=1s");
    long started = System.nanoTime();
    AnbuProcess plugin =
        AnbuProcess.launchRoutes(
            name, AnbuProcess.simulated(now(), REMINDER, more.toArray(String[]::new)));
    plugin.awaitReady();
    plugin.client().untilIdle();
    LOG.info("{}: started and planned in {} s", name, seconds(started));
    return plugin;
  }

  /** Plans, sends a day's messages, is killed, starts again and adds nothing. */
  private void doesTheSame(String name, AnbuClient records, String source, String plans) {
    clear(at(plans));
    try (AnbuProcess plugin = plugin(name, source, plans)) {
      assertThat(planned(at(plans))).containsExactlyInAnyOrderEntriesOf(hosted);
      explains(plugin.client());
      plugin.client().advance("P1D");
      assertThat(sent(plugin.client())).containsExactlyInAnyOrderEntriesOf(sentByHosted);
      Map<String, Planned> afterwards = planned(at(plans));
      assertThat(afterwards.values())
          .filteredOn(one -> one.status().equals("completed"))
          .hasSameSizeAs(plugin.client().messages());
      plugin.restart();
      plugin.client().untilIdle();
      assertThat(planned(at(plans))).isEqualTo(afterwards);
      assertThat(sent(plugin.client())).isEqualTo(sentByHosted);
      noticesChanges(records, at(plans));
      LOG.info("{}: all is the same", name);
    }
  }

  /** Somebody new has an appointment, and cancels it. */
  private static void noticesChanges(AnbuClient records, AnbuClient plans) {
    String patient =
        """
        {"resourceType": "Patient", "id": "newcomer", "name": [{"family": "Seo"}],
         "birthDate": "1990-01-01", "gender": "female",
         "telecom": [{"system": "phone", "use": "mobile", "value": "010-3000-0001"}]}
        """;
    String appointment = SyntheaRecords.appointment("newcomer", NOW.plusDays(9));
    records.putAll(List.of(patient, appointment));
    String about = "Appointment/appointment-newcomer";
    await().atMost(PATIENCE).until(() -> !statuses(plans, about).isEmpty());
    assertThat(statuses(plans, about)).contains("active");
    records.put(appointment.replace("booked", "cancelled"));
    await().atMost(PATIENCE).until(() -> !statuses(plans, about).contains("active"));
  }

  private static Set<String> statuses(AnbuClient plans, String about) {
    return planned(plans).values().stream()
        .filter(one -> one.about().equals(about))
        .map(Planned::status)
        .collect(Collectors.toSet());
  }

  @AfterEach
  void forgetTheNewcomer() {
    for (AnbuClient server :
        oursIsAlone ? List.of(ours.client(), at(stock.base())) : List.of(at(stock.base()))) {
      clear(server);
      server.send("DELETE", "/fhir/Appointment/appointment-newcomer", null);
      server.send("DELETE", "/fhir/Patient/newcomer", null);
    }
  }

  /** The operations are answered by the routes themselves. */
  private static void explains(AnbuClient routes) {
    String patient = hosted.values().iterator().next().patient();
    assertThat(routes.get("/fhir/" + patient + "/$explain-outreach").toString())
        .contains("planned");
    assertThat(routes.get("/fhir/" + patient + "/$outreach-timeline").path("entry")).isNotEmpty();
  }

  @Test
  void besideOurServer() {
    String base = oursAlone();
    doesTheSame("alone-ours", ours.client(), base, base);
  }

  @Test
  void besideAServerThatKnowsNothingOfUs() {
    doesTheSame("alone-stock", at(stock.base()), stock.base(), stock.base());
  }

  @Test
  void besideAServerThatOffersLittle() throws IOException {
    clear(at(stock.base()));
    try (AnbuProcess plugin = plugin("alone-limited", limited.base(), limited.base())) {
      assertThat(planned(at(stock.base()))).containsExactlyInAnyOrderEntriesOf(hosted);
      assertThat(limited.refused()).as("what is not offered is not asked for").isZero();
      assertThat(missing(plugin, "SOURCE")).contains("Subscription");
      assertThat(missing(plugin, "PLANS"))
          .contains(
              "Subscription",
              "client-assigned ids",
              "_history of PlanDefinition",
              "search by delivery-status on Communication");
      assertThat(plugin.log())
          .contains("no Subscription: changes are noticed by the sweep every 1 s");
      plugin.client().advance("P1D");
      assertThat(sent(plugin.client())).containsExactlyInAnyOrderEntriesOf(sentByHosted);
      losesItsTimers(plugin);
      noticesChanges(at(stock.base()), at(stock.base()));
      LOG.info("alone-limited: all is the same");
    }
  }

  /** They are an index: what is planned on the server is sent at its time, and nothing again. */
  private static void losesItsTimers(AnbuProcess plugin) throws IOException {
    Map<String, Planned> before = planned(at(stock.base()));
    plugin.kill();
    try (Stream<Path> files = Files.list(Path.of("target", "e2e", "alone-limited", "data"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
        Files.delete(file);
      }
    }
    plugin.restart("--anbu.clock.start=" + NOW.plusDays(1).toOffsetDateTime());
    plugin.client().untilIdle();
    assertThat(planned(at(stock.base()))).isEqualTo(before);
    assertThat(sent(plugin.client())).isEqualTo(sentByHosted);
    plugin.client().advance("P1D");
    assertThat(sent(plugin.client()))
        .containsAllEntriesOf(sentByHosted)
        .hasSizeGreaterThan(sentByHosted.size());
  }

  @Test
  void betweenAServerThatIsReadAndOneThatIsWritten() {
    doesTheSame("alone-two", at(stock.base()), limited.base(), oursAlone());
    assertThat(ours.client().search("CommunicationRequest"))
        .first()
        .satisfies(
            request ->
                assertThat(URI.create(request.path("subject").path("reference").asText()))
                    .hasHost("127.0.0.1"));
  }

  private static Set<String> missing(AnbuProcess plugin, String role) {
    return AnbuClient.list(plugin.client().get("/actuator/gaps")).stream()
        .filter(report -> report.path("role").asText().equals(role))
        .flatMap(report -> AnbuClient.list(report.path("gaps")).stream())
        .map(gap -> gap.path("missing").asText())
        .collect(Collectors.toSet());
  }
}
