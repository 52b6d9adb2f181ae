package health.anbu.server.e2e;

import static health.anbu.server.e2e.AnbuClient.key;
import static health.anbu.server.e2e.AnbuClient.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job, played on the packaged jar from outside, as the contract describes it. */
class MainJobIT {

  private static final Logger LOG = LoggerFactory.getLogger(MainJobIT.class);
  private static final String RETOUCH = "botox-retouch:three-months-after:Procedure/";
  private static final String FOLLOW_UP = "post-treatment-followup:seven-days-after:Procedure/";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static AnbuProcess anbu;
  private static AnbuClient client;

  /** A patient of each test's own, who asked to be reminded. */
  private final String patient = "p" + NUMBER.incrementAndGet();

  private final String phone = "010-7000-%04d".formatted(NUMBER.get());
  private final String procedure = patient + "-botox";

  @BeforeAll
  static void start() {
    long started = System.nanoTime();
    anbu =
        AnbuProcess.start(
            "main-job",
            AnbuProcess.onPostgres(
                "main_job",
                AnbuProcess.simulated(
                    "2026-03-02T09:00:00+09:00",
                    "botox-retouch,appointment-reminder,post-treatment-followup")));
    client = anbu.client();
    LOG.info(
        "ready after {} ms and {} s of CPU",
        Duration.ofNanos(System.nanoTime() - started).toMillis(),
        anbu.cpu().toSeconds());
  }

  @AfterAll
  static void stop() {
    anbu.close();
  }

  @BeforeEach
  void thePatient() {
    client.put(Records.patient(patient, phone));
    client.put(Records.permit(patient, "recall"));
  }

  private static LocalDate today() {
    return OffsetDateTime.parse(client.now()).toLocalDate();
  }

  private static String at(LocalDate day, String time) {
    return day + "T" + time + ":00+09:00";
  }

  private void treatedToday() {
    client.put(Records.botox(procedure, patient, at(today(), "08:30")));
    client.untilIdle();
  }

  private Map<String, JsonNode> requests() {
    return client.requests(patient);
  }

  private JsonNode retouch() {
    return requests().get(RETOUCH + procedure);
  }

  private static void assertDue(JsonNode request, LocalDate day) {
    assertThat(request.path("status").asText()).isEqualTo("active");
    assertThat(request.path("occurrenceDateTime").asText()).isEqualTo(at(day, "10:00"));
  }

  private static void assertRevoked(JsonNode request, String reason) {
    assertThat(request.path("status").asText() + " " + reason(request))
        .isEqualTo("revoked " + reason);
  }

  @Nested
  class ATreatment {

    @Test
    void isFollowedByOneMessageAtTheRightTimeThatStandsInTheRecord() {
      LocalDate treated = today();
      treatedToday();
      assertThat(requests())
          .containsOnlyKeys(RETOUCH + procedure, FOLLOW_UP + procedure)
          .allSatisfy((key, request) -> assertThat(key(request)).isEqualTo(key));
      assertDue(requests().get(FOLLOW_UP + procedure), treated.plusDays(7));
      assertDue(retouch(), treated.plusMonths(3));

      client.timeIs(at(treated.plusMonths(3), "09:59"));
      int before = client.messagesTo(phone).size();
      client.advance("PT1M");
      List<JsonNode> sent = client.messagesTo(phone);
      assertThat(sent).hasSize(before + 1);
      JsonNode last = sent.get(before);
      assertThat(last.path("at").asText()).startsWith(treated.plusMonths(3) + "T10:00");
      assertThat(last.path("channel").asText()).isEqualTo("kakao");

      client.untilIdle();
      JsonNode request = retouch();
      assertThat(request.path("status").asText()).isEqualTo("completed");
      JsonNode message = communication(request);
      assertThat(AnbuClient.deliveryStatus(message)).isEqualTo("delivered");
      assertThat(message.path("status").asText()).isEqualTo("completed");
      assertThat(message.path("payload").path(0).path("contentString").asText()).isNotEmpty();
      assertThat(last.path("text").asText())
          .contains(message.path("payload").path(0).path("contentString").asText());
      assertThat(message.path("received").asText()).isNotEmpty();
    }

    @Test
    void startsNothingWhenItsMessageIsLongOverdue() {
      client.put(Records.botox(procedure, patient, at(today().minusMonths(4), "08:30")));
      client.untilIdle();
      assertThat(requests()).isEmpty();
      JsonNode why =
          client.get("/fhir/Patient/" + patient + "/$explain-outreach?scenario=botox-retouch");
      assertThat(why.toString()).contains("\"too-late\"");
    }

    @Test
    void thatTwoFeedsReportIsOne() {
      client.put(Records.botox(procedure, patient, at(today(), "08:30")));
      client.put(Records.botox(procedure + "-again", patient, at(today(), "08:40")));
      client.untilIdle();
      assertThat(requests()).hasSize(2);
    }

    @Test
    void isForgottenWhenItIsDeleted() {
      treatedToday();
      client.delete("Procedure/" + procedure);
      client.untilIdle();
      assertRevoked(retouch(), "anchor-gone");
      assertRevoked(requests().get(FOLLOW_UP + procedure), "anchor-gone");
    }

    @Test
    void isPlannedForWithinSeconds() {
      List<Long> latencies =
          IntStream.range(0, 30).mapToObj(i -> latency(procedure + i)).sorted().toList();
      LOG.info(
          "from the answered write to the request: median {} ms, slowest of 30 {} ms",
          latencies.get(15),
          latencies.get(29));
      assertThat(latencies.get(29)).isLessThan(10_000);
    }

    /** Each on a day of its own, so that each is a happening of its own. */
    private long latency(String id) {
      int days = Integer.parseInt(id.substring(procedure.length()));
      client.put(Records.botox(id, patient, at(today().minusDays(days), "08:30")));
      long written = System.nanoTime();
      String query =
          "/fhir/CommunicationRequest?identifier="
              + "https://anbu-health.github.io/fhir/sid/outreach-key%7C"
              + (RETOUCH + id).replace(":", "%3A").replace("/", "%2F");
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> client.get(query).path("entry").size() == 1);
      return Duration.ofNanos(System.nanoTime() - written).toMillis();
    }
  }

  private static List<JsonNode> attempts(JsonNode request) {
    return client.search(
        "Communication?based-on=CommunicationRequest/" + request.path("id").asText());
  }

  private static JsonNode communication(JsonNode request) {
    assertThat(attempts(request)).hasSize(1);
    return attempts(request).get(0);
  }

  @Nested
  class ARecall {

    @BeforeEach
    void isPlanned() {
      client.put(Records.botox(procedure, patient, at(today().minusDays(2), "08:30")));
      client.untilIdle();
      assertThat(retouch().path("status").asText()).isEqualTo("active");
    }

    @Test
    void isWithdrawnWhenThePatientCameInSince() {
      client.put(Records.visit(patient + "-visit", patient, at(today(), "08:00")));
      client.untilIdle();
      assertRevoked(retouch(), "visited-since");
      assertThat(requests().get(FOLLOW_UP + procedure).path("status").asText())
          .as("how are you after a week is care and stays")
          .isEqualTo("active");
    }

    @ParameterizedTest
    @EnumSource
    void isWithdrawnFor(Ending ending) {
      client.put(Records.patient("survivor", "010-7999-0001"));
      client.put(ending.change.apply(MainJobIT.this));
      client.untilIdle();
      assertRevoked(retouch(), ending.reason);
      client.advance("P3M");
      assertRevoked(retouch(), ending.reason);
      assertThat(attempts(retouch())).as("nothing goes out after it").isEmpty();
    }
  }

  /** What ends a recall, and the reason that then stands at it. */
  enum Ending {
    DEATH("deceased", it -> it.patientWith(",\"deceasedDateTime\":\"2026-03-01\"")),
    INACTIVE("inactive", it -> it.patientWith(",\"active\":false")),
    MERGED(
        "merged",
        it ->
            it.patientWith(
                ",\"link\":[{\"other\":{\"reference\":\"Patient/survivor\"},"
                    + "\"type\":\"replaced-by\"}]")),
    ENTERED_IN_ERROR(
        "anchor-entered-in-error",
        it ->
            Records.botox(
                it.procedure, it.patient, at(today().minusDays(2), "08:30"), "entered-in-error")),
    OPT_OUT("opt-out", it -> Records.optOut(it.patient)),
    CONSENT_WITHDRAWN("no-consent", it -> Records.withdrawn(it.patient, "recall"));

    private final String reason;
    private final Function<MainJobIT, String> change;

    Ending(String reason, Function<MainJobIT, String> change) {
      this.reason = reason;
      this.change = change;
    }
  }

  String patientWith(String more) {
    return Records.patient(patient, phone, more);
  }

  @Nested
  class AnAppointment {

    private static final String REMINDER = "appointment-reminder:";
    private final String appointment = patient + "-appointment";
    private LocalDate day;

    @BeforeEach
    void isBooked() {
      day = today().plusDays(10);
      client.put(Records.appointment(appointment, patient, at(day, "15:00"), "booked"));
      client.untilIdle();
    }

    private JsonNode step(String step) {
      return requests().get(REMINDER + step + ":Appointment/" + appointment);
    }

    @Test
    void isConfirmedAtOnceAndRemindedOf() {
      assertThat(step("confirmation").path("status").asText()).isEqualTo("completed");
      assertThat(client.messagesTo(phone)).hasSize(1);
      assertDue(step("three-days-before"), day.minusDays(3));
      assertDue(step("one-day-before"), day.minusDays(1));
    }

    @Test
    void movesItsReminders() {
      client.put(Records.appointment(appointment, patient, at(day.plusDays(2), "11:00"), "booked"));
      client.untilIdle();
      assertDue(step("three-days-before"), day.minusDays(1));
      assertDue(step("one-day-before"), day.plusDays(1));
      client.timeIs(at(day.plusDays(3), "09:00"));
      assertThat(sentOn())
          .as("both reminders at the new days only, after the confirmations")
          .containsSubsequence(day.minusDays(1) + "T10:00", day.plusDays(1) + "T10:00")
          .doesNotContain(day.minusDays(3) + "T10:00");
    }

    @Test
    void withdrawsItsRemindersWhenItIsCancelled() {
      client.put(Records.appointment(appointment, patient, at(day, "15:00"), "cancelled"));
      client.untilIdle();
      assertRevoked(step("three-days-before"), "appointment-cancelled");
      assertRevoked(step("one-day-before"), "appointment-cancelled");
      client.advance("P14D");
      assertThat(client.messagesTo(phone)).hasSize(1);
    }

    private List<String> sentOn() {
      return client.messagesTo(phone).stream()
          .map(message -> message.path("at").asText().substring(0, 16))
          .toList();
    }
  }

  @Nested
  class AScenario {

    @Test
    void keepsWhatIsPendingAtTheVersionItWasPlannedWith() {
      ObjectNode original = (ObjectNode) client.get("/fhir/PlanDefinition/post-treatment-followup");
      LocalDate treated = today();
      treatedToday();
      client.activate(version(original, "0.1.9", 8).toString());
      client.untilIdle();
      client.put(Records.botox(procedure + "-new", patient, at(treated.minusDays(1), "08:30")));
      client.untilIdle();

      JsonNode pending = requests().get(FOLLOW_UP + procedure);
      assertDue(pending, treated.plusDays(7));
      assertThat(pending.toString()).contains("post-treatment-followup|0.1.0");
      JsonNode fresh = requests().get(FOLLOW_UP + procedure + "-new");
      assertDue(fresh, treated.plusDays(7));
      assertThat(fresh.toString()).contains("post-treatment-followup|0.1.9");
      client.activate(version(original, "0.1.10", 7).toString());
      client.untilIdle();
    }

    private ObjectNode version(ObjectNode original, String version, int days) {
      ObjectNode changed = original.deepCopy();
      changed.put("version", version);
      offset(changed).put("value", days);
      return changed;
    }

    private ObjectNode offset(ObjectNode scenario) {
      return (ObjectNode)
          scenario.path("action").path(1).path("relatedAction").path(0).path("offsetDuration");
    }

    @Test
    void plansForThePatientsWhoAreAlreadyThere() {
      LocalDate treated = today();
      treatedToday();
      ObjectNode scenario =
          ((ObjectNode) client.get("/fhir/PlanDefinition/post-treatment-followup")).deepCopy();
      String id = "after-two-weeks";
      scenario.put("id", id).put("name", "AfterTwoWeeks").put("version", "1.0.0");
      scenario.put("url", "https://anbu-health.github.io/fhir/PlanDefinition/" + id);
      offset(scenario).put("value", 14);
      client.activate(scenario.toString());
      client.untilIdle();
      String key = id + ":seven-days-after:Procedure/" + procedure;
      assertDue(requests().get(key), treated.plusDays(14));

      client.put(scenario.put("status", "retired").toString());
      client.untilIdle();
      assertRevoked(requests().get(key), "scenario-inactive");
    }
  }

  @Nested
  @DisplayName("C33 a kill switch of one scenario")
  class AKillSwitch {

    private void turn(String status) {
      client.put(
          """
          {"resourceType": "Flag", "id": "stop-retouch", "status": "%s",
           "meta": {"profile":
             ["https://anbu-health.github.io/fhir/StructureDefinition/outreach-stop"]},
           "identifier": [{"system": "https://anbu-health.github.io/fhir/sid/outreach-stop",
             "value": "retouch"}],
           "code": {"coding": [{"code": "stop",
             "system": "https://anbu-health.github.io/fhir/CodeSystem/outreach-stop"}]},
           "subject": {"reference": "PlanDefinition/botox-retouch"}}
          """
              .formatted(status));
      client.untilIdle();
    }

    private String explained() {
      return client
          .get("/fhir/Patient/" + patient + "/$explain-outreach?scenario=botox-retouch")
          .toString();
    }

    @Test
    void isNamedBeforeAnythingIsDueAndHoldsUntilItIsLifted() {
      LocalDate treated = today();
      treatedToday();
      assertThat(explained()).doesNotContain("kill-switch");
      turn("active");
      assertThat(explained())
          .contains("\"valueString\":\"not-stopped\"", "kill-switch", "Flag/stop-retouch")
          .contains("\"valueCode\":\"planned\"");
      client.timeIs(at(treated.plusMonths(3), "10:01"));
      client.untilIdle();
      int before = client.messagesTo(phone).size();
      assertThat(retouch().path("status").asText()).isEqualTo("active");
      assertThat(reason(retouch())).isEqualTo("kill-switch");
      turn("inactive");
      client.advance("PT6M");
      assertThat(client.messagesTo(phone)).hasSize(before + 1);
      assertThat(retouch().path("status").asText()).isEqualTo("completed");
    }
  }

  @Nested
  class AFullPass {

    @Test
    void looksAtEveryoneWhenTheOperatorSaysSoAndChangesNothing() {
      treatedToday();
      List<JsonNode> before = client.search("CommunicationRequest");

      assertThat(client.send("POST", "/actuator/fullpass", "{}").status()).isEqualTo(200);

      client.untilIdle();
      JsonNode pass = client.get("/actuator/fullpass");
      assertThat(pass.path("complete").asBoolean()).isTrue();
      assertThat(pass.path("patients").asInt()).isEqualTo(client.count("Patient"));
      assertThat(client.search("CommunicationRequest")).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  /** As somebody writes who was never here. */
  @Nested
  @DisplayName("S4.2 S4.10 the first contact of a caller who is no Patient yet")
  class ACaller {

    private final String number = "010-7100-%04d".formatted(NUMBER.get());
    private ObjectNode welcome;

    @BeforeEach
    void welcomes() {
      welcome = ((ObjectNode) client.get("/fhir/PlanDefinition/welcome")).deepCopy();
      client.activate(welcome.put("status", "active").toString());
      client.untilIdle();
    }

    @AfterEach
    void welcomesNobodyElse() {
      client.put(welcome.put("status", "retired").toString());
      client.untilIdle();
    }

    private String asks(String text) {
      AnbuClient.Answer answer =
          client.send(
              "POST",
              "/intake/web",
              "{\"text\": \"%s\", \"from\": {\"phone\": \"%s\"}}".formatted(text, number));
      assertThat(answer.status()).isEqualTo(201);
      client.untilIdle();
      return answer.body().path("communication").asText();
    }

    private long welcomed() {
      return client.messagesTo("+82" + number.substring(1).replace("-", "")).stream()
          .filter(message -> message.path("text").asText().contains("연락 주셔서 감사합니다"))
          .count();
    }

    private String explained(String whom) {
      return client.get("/fhir/" + whom + "/$explain-outreach?scenario=welcome").toString();
    }

    @Test
    @DisplayName("S4.10 is welcomed once, also after having become a patient; and it is explained")
    void isWelcomedOnce() {
      int people = client.count("Patient");
      String first = asks("처음인데요, 임플란트 상담을 받으려면 어떻게 하나요?");
      client.advance("P1D");
      assertThat(welcomed()).isEqualTo(1);
      assertThat(client.count("Patient")).isEqualTo(people);
      String key = "welcome:at-once:" + first;
      assertThat(explained(first)).contains(key, "\"done\"");

      asks("주차는 어디에 하나요?");
      String newcomer = patient + "-newcomer";
      client.put(Records.patient(newcomer, number));
      client.put(Records.visit(newcomer + "-visit", newcomer, at(today().minusDays(1), "15:00")));
      client.untilIdle();
      client.advance("P1D");
      assertThat(welcomed()).isEqualTo(1);
      assertThat(explained("Patient/" + newcomer)).contains(key, "\"done\"");
    }
  }

  /** Whoever follows the page, command by command, arrives where it says. */
  @Nested
  @DisplayName("S1.1 an engineer comes from nothing to an active scenario by the page of the guide")
  class TheFirstScenario {

    private static final Path PAGE =
        Path.of("../implementation-guide/input/pagecontent/first-scenario.md");

    @TempDir Path folder;

    @Test
    void comesAboutAsThePageSays() throws IOException, InterruptedException {
      String page = Files.readString(PAGE);
      String commands =
          Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
              .matcher(page)
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.joining());
      Path log = folder.resolve("log");
      ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", commands);
      shell.environment().put("FHIR", "http://localhost:" + anbu.port() + "/fhir");
      shell.environment().put("TODAY", today().toString());
      Process run =
          shell
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = run.waitFor(120, TimeUnit.SECONDS);
      run.destroyForcibly();
      String printed = Files.readString(log);
      assertThat(ended).as(printed).isTrue();
      assertThat(run.exitValue()).as(printed).isZero();
      int at = 0;
      for (String wanted : wanted(commands)) {
        assertThat(printed.indexOf(wanted, at)).as("%s in %s", wanted, printed).isNotNegative();
        at = printed.indexOf(wanted, at) + 1;
      }
    }

    private List<String> wanted(String commands) {
      List<String> wanted =
          commands
              .lines()
              .filter(line -> line.startsWith("# prints "))
              .map(line -> line.substring("# prints ".length()))
              .toList();
      assertThat(wanted).hasSizeGreaterThan(10);
      return wanted;
    }
  }

  @Nested
  class TheClock {

    @Test
    void goesOnWhereItWasAfterARestart() {
      client.advance("PT1H");
      String before = client.now();
      anbu.restart();
      assertThat(client.now()).isEqualTo(before);
      client.untilIdle();
    }

    @Test
    void neverGoesBack() {
      assertThat(client.moveTo(at(today().minusDays(1), "09:00")).status()).isEqualTo(400);
    }
  }
}
