package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.fhir.ApprovalTasks;
import health.anbu.outreach.fhir.Approvals;
import health.anbu.outreach.fhir.FactsReader;
import health.anbu.outreach.fhir.FhirPaths;
import health.anbu.outreach.fhir.FhirStore.RefusedByStore;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.MemoryFhirStore;
import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.ClinicPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Beside a server that stores any scenario as active, whoever wrote it. */
@DisplayName("S5.21 beside a server of another kind nothing plans without a recorded approval")
class ForeignApprovalTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), SEOUL);
  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CANONICAL =
      "https://anbu-health.github.io/fhir/PlanDefinition/appointment-reminder|0.1.0";

  private final MemoryFhirStore store = new MemoryFhirStore();
  private ScenarioCatalog catalog;
  private ChangeIntake intake;

  @BeforeEach
  void anActiveScenarioAndAnAppointment() {
    store.put(
        RunningRoutes.read(GUIDE.resolve("ActivityDefinition-complaint-acknowledgement.json")));
    for (String step : List.of("confirmation", "three-days-before", "one-day-before")) {
      store.put(RunningRoutes.read(words(step)));
    }
    store.put(
        RunningRoutes.read(GUIDE.resolve("PlanDefinition-appointment-reminder.json"))
            .replaceFirst("\"status\": *\"draft\"", "\"status\": \"active\""));
    store.put(
        """
        {"resourceType": "Patient", "id": "one", "name": [{"family": "김", "given": ["하나"]}],
         "birthDate": "1988-04-12", "telecom": [{"system": "phone", "value": "010-5555-0001"}]}
        """);
    store.put(
        """
        {"resourceType": "Appointment", "id": "one", "status": "booked",
         "start": "2026-03-20T14:00:00+09:00", "end": "2026-03-20T14:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/one"}, "status": "accepted"}]}
        """);
    run(new ApprovalTasks(store, () -> false, "KR", CLOCK, SEOUL));
  }

  private static Path words(String step) {
    return GUIDE.resolve("ActivityDefinition-appointment-reminder-" + step + ".json");
  }

  private void run(Approvals approvals) {
    ClinicPolicy clinic =
        new ClinicPolicy(
            "안부의원",
            "02-555-0100",
            null,
            "ko",
            SEOUL,
            JurisdictionPack.of("KR"),
            List.of("sms"),
            new FrequencyCap(10, Duration.ofDays(1)),
            null);
    catalog =
        new ScenarioCatalog(
            store,
            new FhirPaths(FhirContext.forR4Cached()),
            SharedEdition.of(database()),
            approvals);
    PatientReconciler reconciler =
        new PatientReconciler(
            new FactsReader(store, store, new PhoneNumbers("KR")),
            catalog,
            store,
            new RequestWriter(SEOUL),
            clinic,
            CLOCK,
            new Timers(database(), CLOCK, "test", 1, due -> {}));
    intake =
        new ChangeIntake(
            reconciler,
            catalog,
            store,
            new GonePatients(store, store),
            new MemoryOutbox(),
            List.of(),
            new DeadLetters(store, SEOUL, CLOCK));
    changed("PlanDefinition", "appointment-reminder");
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  private void changed(String type, String id) {
    intake.process(List.of(new Change(1, type, id, "1", Change.Action.UPDATED, Set.of())));
    await().until(intake::isIdle);
  }

  private long planned() {
    return store.references().stream()
        .filter(reference -> reference.startsWith("CommunicationRequest/"))
        .filter(reference -> json(reference).at("/status").asText().equals("active"))
        .count();
  }

  private List<JsonNode> tasks() {
    return store.references().stream()
        .filter(reference -> reference.startsWith("Task/"))
        .map(this::json)
        .toList();
  }

  private JsonNode json(String reference) {
    try {
      return JSON.readTree(store.json(reference));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As its owner completes it, on a server that tells of the change. */
  private void completed(JsonNode asked, String outcome) {
    ObjectNode task = asked.deepCopy();
    task.put("status", "completed").putObject("owner").put("display", "Dr Kim");
    task.putObject("businessStatus")
        .putArray("coding")
        .addObject()
        .put("system", "https://anbu-health.github.io/fhir/CodeSystem/approval-outcome")
        .put("code", outcome);
    store.put(task.toString());
    changed("Task", task.path("id").asText());
  }

  @Test
  void plansNothingAndNamesIt() {
    assertThat(planned()).isZero();
    assertThat(new ScenariosEndpoint(catalog).refused())
        .hasEntrySatisfying(
            "appointment-reminder",
            what -> assertThat(what).contains(CANONICAL, "has no approval", "Task"));
  }

  @Test
  void asksForTheApprovalOnceWithEverythingThatIsToBeRead() {
    changed("PlanDefinition", "appointment-reminder");
    changed("PlanDefinition", "appointment-reminder");
    assertThat(tasks()).hasSize(1);
    JsonNode task = tasks().get(0);
    assertThat(task.at("/status").asText()).isEqualTo("requested");
    assertThat(task.at("/code/coding/0/code").asText()).isEqualTo("approve-scenario");
    assertThat(task.at("/focus/identifier/value").asText()).isEqualTo(CANONICAL);
    assertThat(task.path("input"))
        .extracting(input -> input.at("/type/text").asText())
        .containsExactly("scenario", "words", "words", "words", "rules");
  }

  @Test
  void plansAsSoonAsTheOwnerHasApproved() {
    completed(tasks().get(0), "approved");
    assertThat(planned()).isEqualTo(3);
    assertThat(catalog.refused()).isEmpty();
  }

  @Test
  void plansNothingAfterARefusal() {
    completed(tasks().get(0), "refused");
    assertThat(planned()).isZero();
    assertThat(tasks()).as("asks no second time for the same").hasSize(1);
  }

  @Test
  void looksAtNobodyAgainForATaskOfAnotherKind() {
    store.put("{\"resourceType\": \"Task\", \"id\": \"t\", \"status\": \"completed\"}");
    assertThat(catalog.waitsFor("t")).isFalse();
    assertThat(catalog.waitsFor(tasks().get(0).path("id").asText())).isTrue();
  }

  @Nested
  class OnceItIsApproved {

    @BeforeEach
    void approved() {
      completed(tasks().get(0), "approved");
      assertThat(planned()).isEqualTo(3);
    }

    @Test
    void otherWordsUnderTheSameVersionNeedAnotherApproval() {
      store.put(RunningRoutes.read(words("confirmation")).replace("안녕하세요", "반갑습니다"));
      changed("ActivityDefinition", "appointment-reminder-confirmation");
      assertThat(planned()).as("what nobody approved is not sent").isZero();
      assertThat(tasks()).hasSize(2);

      completed(asked(), "approved");
      assertThat(planned()).isEqualTo(3);
    }

    @Test
    void anotherVersionNeedsAnotherApproval() {
      ObjectNode next = json("PlanDefinition/appointment-reminder").deepCopy();
      store.put(next.put("version", "0.2.0").toString());
      changed("PlanDefinition", "appointment-reminder");
      assertThat(planned()).isZero();

      completed(asked(), "approved");
      assertThat(planned()).isEqualTo(3);
    }

    @Test
    void itsReviewDateMayBeWrittenDown() {
      ObjectNode reviewed = json("PlanDefinition/appointment-reminder").deepCopy();
      store.put(reviewed.put("lastReviewDate", "2026-03-01").toString());
      changed("PlanDefinition", "appointment-reminder");
      assertThat(planned()).isEqualTo(3);
    }

    private JsonNode asked() {
      return tasks().stream()
          .filter(task -> task.at("/status").asText().equals("requested"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aServerThatTakesNoTasksHearsWhatIsMissing() {
    store.delete("Task/" + tasks().get(0).path("id").asText());
    store.failNext(new RefusedByStore("no tasks here", null), 1);
    changed("PlanDefinition", "appointment-reminder");
    assertThat(catalog.refused().get("appointment-reminder")).contains("write a Task");
    assertThat(planned()).isZero();
  }

  @Test
  void aServerOfOurOwnKindHasAskedBeforeItStored() {
    store.delete("Task/" + tasks().get(0).path("id").asText());
    run(new ApprovalTasks(store, () -> true, "KR", CLOCK, SEOUL));
    assertThat(planned()).isEqualTo(3);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void theOperatorMayAnswerForApprovalsElsewhere() {
    run(Approvals.GIVEN);
    assertThat(planned()).isEqualTo(3);
  }

  @Test
  void thePastIsOnlyRead() {
    store.delete("Task/" + tasks().get(0).path("id").asText());
    catalog.asOf(CLOCK.instant()).refused();
    assertThat(tasks()).isEmpty();
  }
}
