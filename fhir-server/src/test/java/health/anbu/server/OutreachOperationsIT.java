package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.TestPostgres;
import health.anbu.outreach.fhir.ScenarioApproval;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The operations and the pages' data, asked over HTTP of a server that hosts the routes. */
@SpringBootTest(
    classes = Anbu.class,
    webEnvironment = RANDOM_PORT,
    properties = {
      "anbu.clock=simulated",
      "anbu.clock.start=2026-04-01T09:00:00+09:00",
      "anbu.clinic.name=안부의원",
      "anbu.clinic.phone=02-123-4567",
      "anbu.scenarios.active=botox-retouch,appointment-reminder"
    })
class OutreachOperationsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestPostgres.settings("operations").forEach((name, value) -> properties.add(name, () -> value));
  }

  @LocalServerPort int port;
  @Autowired FhirContext fhirContext;
  @Autowired ProducerTemplate camel;

  private FhirHttp fhir;
  private FhirHttp pages;

  @BeforeEach
  void aTreatedPatientWhoAskedToBeReminded() throws IOException {
    fhir = new FhirHttp("http://localhost:" + port + "/fhir", fhirContext);
    pages = new FhirHttp("http://localhost:" + port, fhirContext);
    if (fhir.get("Patient/haneul").status() != 200) {
      ServerTest.assertStored(fhir.post("", scene()));
    }
    untilIdle();
  }

  private static String scene() throws IOException {
    try (var in = OutreachOperationsIT.class.getResourceAsStream("/operations/haneul.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Moving the clock by nothing answers when every change has been reconciled. */
  private void untilIdle() {
    String nothing = "{\"advance\": \"PT0S\"}";
    assertThat(pages.send("POST", "clock", nothing, "application/json").status()).isEqualTo(200);
  }

  private static ParametersParameterComponent step(Parameters answer, String key) {
    return answer.getParameter().stream()
        .filter(part -> part.getName().equals("step"))
        .filter(part -> value(part, "key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<ParametersParameterComponent> parts(
      ParametersParameterComponent parent, String name) {
    return parent.getPart().stream().filter(part -> part.getName().equals(name));
  }

  private static String value(ParametersParameterComponent parent, String name) {
    return parts(parent, name).findFirst().map(p -> p.getValue().primitiveValue()).orElse(null);
  }

  @Nested
  @DisplayName("C26 the projection over HTTP")
  class Projecting {

    private Parameters project(String path) {
      FhirHttp.Answer answer = fhir.get(path + "$project-outreach?until=2027-04-01");
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.as(Parameters.class);
    }

    @Test
    void listsWhatAPatientWillGetAndCountsItForTheClinic() {
      List<ParametersParameterComponent> sends =
          project("Patient/haneul/").getParameter().stream()
              .filter(part -> part.getName().equals("send"))
              .toList();
      assertThat(sends)
          .isNotEmpty()
          .allSatisfy(send -> assertThat(value(send, "at")).isGreaterThan("2026-04-01"));
      assertThat(project("").getParameter())
          .filteredOn(part -> part.getName().equals("count"))
          .extracting(count -> value(count, "date"))
          .containsAll(sends.stream().map(s -> value(s, "at").substring(0, 10)).toList());
      assertThat(
              project("Organization/nobody/").getParameter("messages").getValue().primitiveValue())
          .isEqualTo("0");
    }
  }

  @Nested
  class ADeadLetter {

    private static final String LETTER =
        """
        {"resourceType":"Task","id":"letter","status":"requested","intent":"order",
         "code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/task-code",
           "code":"dead-letter"}]},
         "input":[{"type":{"text":"changed"},"valueString":"Procedure/botox"},
                  {"type":{"text":"patient"},"valueString":"haneul"}]}
        """;

    @Test
    void isTriedAgainWhenStaffSetItToReady() {
      ServerTest.assertStored(fhir.put("Task/letter", LETTER));
      untilIdle();
      assertThat(status()).isEqualTo(TaskStatus.REQUESTED);
      ServerTest.assertStored(
          fhir.send(
              "PATCH",
              "Task/letter",
              "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"ready\"}]",
              "application/json-patch+json"));
      untilIdle();
      assertThat(status()).isEqualTo(TaskStatus.COMPLETED);
    }

    private TaskStatus status() {
      return fhir.get("Task/letter").as(Task.class).getStatus();
    }
  }

  @Nested
  class Explain {

    private static final String RETOUCH = "botox-retouch:three-months-after:Procedure/botox";

    private Parameters explain(String query, String... headers) {
      FhirHttp.Answer answer =
          fhir.send(
              "GET", "Patient/haneul/$explain-outreach" + query, null, FhirHttp.JSON, headers);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.as(Parameters.class);
    }

    @Test
    void namesEveryRuleOfAPlannedStepWithItsInputs() {
      ParametersParameterComponent step = step(explain(""), RETOUCH);
      assertThat(value(step, "result")).isEqualTo("planned");
      assertThat(value(step, "due")).isEqualTo("2026-06-30T10:00:00+09:00");
      assertThat(((CanonicalType) parts(step, "scenario").findFirst().get().getValue()).getValue())
          .startsWith("https://anbu-health.github.io/fhir/PlanDefinition/botox-retouch|");
      assertThat(parts(step, "rule").map(rule -> value(rule, "name")))
          .contains("patient-alive", "anchor-stands", "contact-permitted", "in-time");
      assertThat(parts(step, "rule")).allSatisfy(rule -> assertThat(inputs(rule)).isNotEmpty());
    }

    private List<String> inputs(ParametersParameterComponent rule) {
      return parts(rule, "input")
          .flatMap(input -> parts(input, "version"))
          .map(version -> version.getValue().primitiveValue())
          .toList();
    }

    @ParameterizedTest
    @CsvSource({"ko, 보낼 시기가 지났습니다", "en, Too late"})
    void saysTheReasonInTheLanguageAskedFor(String language, String text) {
      String late = "?scenario=botox-retouch&date=2027-01-01&_language=" + language;
      // The request exists by now, so only a plan as of then without it would be too late.
      Parameters answer = explain(late);
      assertThat(value(step(answer, RETOUCH), "result")).isEqualTo("planned");
      Parameters reminder = explain("?scenario=appointment-reminder&_language=" + language);
      ParametersParameterComponent step =
          step(reminder, "appointment-reminder:three-days-before:Appointment/soon");
      Coding reason = (Coding) parts(step, "reason").findFirst().orElseThrow().getValue();
      assertThat(value(step, "result")).isEqualTo("not-planned");
      assertThat(value(step, "decisiveRule")).isEqualTo("in-time");
      assertThat(reason.getCode()).isEqualTo("too-late");
      assertThat(reason.getDisplay()).isEqualTo(text);
    }

    @Test
    @DisplayName("X5 the approval of a scenario says whose rules apply, and since when")
    void saysWhoseRulesApply() {
      Bundle approvals = fhir.get("Task?code=approve-scenario&status=completed").as(Bundle.class);
      assertThat(approvals.getEntry()).hasSize(2);
      Task task = (Task) approvals.getEntryFirstRep().getResource();
      assertThat(task.getOwner().getDisplay()).contains("anbu.scenarios.active");
      assertThat(task.getInput())
          .filteredOn(input -> "rules".equals(input.getType().getText()))
          .singleElement()
          .satisfies(input -> assertThat(input.getValue().primitiveValue()).startsWith("KR"));
    }

    @Test
    void saysThatADraftScenarioDoesNotPlan() {
      Parameters answer = explain("?scenario=vip-year-end", "Accept-Language", "en");
      ParametersParameterComponent silent = answer.getParameter().get(2);
      assertThat(silent.getName()).isEqualTo("scenario");
      assertThat(value(silent, "decisiveRule")).isEqualTo("scenario-active");
    }

    @ParameterizedTest
    @CsvSource({
      "Patient/nobody/$explain-outreach, 404, Patient/nobody",
      "Patient/haneul/$explain-outreach?scenario=none, 404, PlanDefinition/none",
      "Patient/haneul/$explain-outreach?date=2026-13-45, 400, 2026-06-30",
      "Patient/haneul/$explain-outreach?date=2026, 400, 2026-06-30",
      "Patient/nobody/$outreach-timeline, 404, Patient/nobody",
      "Measure/other/$evaluate-measure?periodStart=2026-01-01&periodEnd=2026-12-31, 404, revisit",
      "Measure/revisit-rate/$evaluate-measure?periodStart=2026-01-01, 400, periodEnd",
      "Measure/revisit-rate/$evaluate-measure?periodStart=2026-02-01&periodEnd=2026-01-01, 400, later"
    })
    void refusesWithWhatToChange(String path, int status, String said) {
      FhirHttp.Answer answer = fhir.get(path);
      assertThat(answer.status()).isEqualTo(status);
      OperationOutcome outcome = answer.as(OperationOutcome.class);
      assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains(said);
      assertThat(outcome.getIssueFirstRep().hasCode()).isTrue();
    }
  }

  @Nested
  class Timelines {

    @Test
    void listEveryRequestAndMessageInOrderOfTime() {
      Bundle timeline = fhir.get("Patient/haneul/$outreach-timeline").as(Bundle.class);
      List<String> listed = new ArrayList<>();
      timeline.getEntry().forEach(entry -> listed.add(reference(entry.getResource())));
      List<String> stored = new ArrayList<>();
      for (String type : List.of("CommunicationRequest", "Communication")) {
        fhir.get(type + "?patient=haneul&_count=500").as(Bundle.class).getEntry().stream()
            .map(entry -> reference(entry.getResource()))
            .forEach(stored::add);
      }
      assertThat(listed).isNotEmpty().containsExactlyInAnyOrderElementsOf(stored);
      assertThat(
              timeline.getEntry().stream()
                  .map(entry -> entry.getResource())
                  .filter(CommunicationRequest.class::isInstance)
                  .map(request -> ((CommunicationRequest) request).getOccurrenceDateTimeType())
                  .map(occurrence -> occurrence.getValue()))
          .hasSize(3)
          .isSorted();
    }

    private String reference(Resource resource) {
      return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
  }

  @Nested
  class Pages {

    private JsonNode json(String path) throws IOException {
      FhirHttp.Answer answer = pages.get(path);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).contains("no-store");
      return JSON.readTree(answer.body());
    }

    @Test
    void showTheClinicAtAGlance() throws IOException {
      JsonNode overview = json("overview?lang=ko");
      assertThat(overview.at("/clinic/name").asText()).isEqualTo("안부의원");
      assertThat(overview.at("/clinic/mode").asText()).isEqualTo("shadow");
      assertThat(overview.at("/counts/planned").asInt()).isGreaterThanOrEqualTo(2);
      assertThat(overview.at("/counts").properties().stream().map(Map.Entry::getKey))
          .containsExactly(
              "planned",
              "dueToday",
              "sentToday",
              "delivered",
              "failed",
              "unknown",
              "held",
              "complaintsOpen",
              "complaintsOverdue",
              "unassigned");
      assertThat(overview.at("/patients/0/id").asText()).isEqualTo("haneul");
      assertThat(overview.at("/patients/0/next/scenario").asText()).isNotEmpty();
    }

    @Test
    void countWhatEachScenarioHasPlanned() throws IOException {
      for (JsonNode scenario : json("overview").get("scenarios")) {
        if (scenario.get("id").asText().equals("botox-retouch")) {
          assertThat(scenario.get("active").asBoolean()).isTrue();
          assertThat(scenario.get("planned").asInt()).isEqualTo(1);
          return;
        }
      }
      throw new AssertionError("no botox-retouch");
    }

    @Test
    void showAPatientsTimelineWithReasons() throws IOException {
      JsonNode timeline = json("overview/patients/haneul/timeline?lang=en");
      assertThat(timeline.at("/patient/birthDate").asText()).isEqualTo("1988-04-12");
      assertThat(timeline.get("entries").findValuesAsText("kind")).contains("planned");
      assertThat(timeline.get("explain").findValuesAsText("rule")).contains("contact-permitted");
      assertThat(timeline.get("explain").findValuesAsText("reasonText")).contains("Too late");
    }

    @Test
    void sayThatAnUnknownPatientIsNotHere() {
      assertThat(pages.get("overview/patients/nobody/timeline").status()).isEqualTo(404);
    }
  }

  @Nested
  class RevisitRates {

    private static final String YEAR =
        "Measure/revisit-rate/$evaluate-measure?periodStart=2026-01-01&periodEnd=2026-12-31";

    @Test
    void areCountedFromTheVisits() {
      MeasureReport report = fhir.get(YEAR).as(MeasureReport.class);
      assertThat(report.getMeasure())
          .isEqualTo("https://anbu-health.github.io/fhir/Measure/revisit-rate");
      assertThat(report.getGroupFirstRep().getPopulation().stream().map(p -> p.getCount()))
          .containsExactly(1, 1, 1);
      assertThat(report.getGroupFirstRep().getMeasureScore().getValue()).isEqualByComparingTo("1");
      assertThat(report.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-01-01");
    }

    // S1.15
    @Test
    void standBesideTheResponseRatesOfEachOffset() {
      MeasureReport report =
          fhir.get(YEAR.replace("revisit-rate", "response-rate")).as(MeasureReport.class);
      assertThat(report.getGroupFirstRep().getPopulation()).hasSize(3);
      assertThat(report.getGroupFirstRep().getStratifierFirstRep().getCode().get(0).getText())
          .isEqualTo("scenario, step and offset");
    }

    @Test
    void areKeptOncePerPeriodWhenPublished() throws IOException {
      Map<String, Object> year = Map.of("periodStart", "2026-01-01", "periodEnd", "2026-12-31");
      Object reference = camel.requestBodyAndHeaders("direct:publish-kpi", null, year);
      assertThat(camel.requestBodyAndHeaders("direct:publish-kpi", null, year))
          .isEqualTo(reference);
      MeasureReport kept = fhir.get(reference.toString()).as(MeasureReport.class);
      assertThat(kept.getGroupFirstRep().getMeasureScore().getValue().toPlainString())
          .isEqualTo("1.0000");
      JsonNode kpi = JSON.readTree(pages.get("overview").body()).get("kpi");
      assertThat(kpi.at("/0/measure").asText()).isEqualTo("revisit-rate");
      assertThat(kpi.at("/0/numerator").asInt()).isEqualTo(1);
    }
  }

  private void put(String json) {
    Resource resource = (Resource) fhirContext.newJsonParser().parseResource(json);
    ServerTest.assertStored(fhir.put(resource));
  }

  private void approvedAndActive(PlanDefinition scenario) {
    ServerTest.assertStored(
        fhir.put(
            ScenarioApproval.byOperator(
                scenario,
                ServerTest.words(fhir, scenario),
                null,
                Instant.EPOCH,
                ZoneId.of("Asia/Seoul"))));
    ServerTest.assertStored(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
    untilIdle();
  }

  /** A scenario of the clinic's own, like a packaged one. */
  private PlanDefinition like(String packaged, String id) {
    PlanDefinition scenario =
        fhir.get("PlanDefinition/" + packaged).as(PlanDefinition.class).copy();
    scenario.setId(id);
    scenario.setUrl(Canonical.BASE + "/PlanDefinition/" + id);
    return scenario;
  }

  /** Others count what there is. */
  private void retired(PlanDefinition scenario) {
    ServerTest.assertStored(fhir.put(scenario.setStatus(PublicationStatus.RETIRED)));
    String canonical = ScenarioApproval.canonical(scenario).replace("|", "\\|");
    fhir.get("Task?identifier=" + encoded(ScenarioApproval.SID + "|" + canonical))
        .as(Bundle.class)
        .getEntry()
        .forEach(entry -> fhir.delete("Task/" + entry.getResource().getIdElement().getIdPart()));
    untilIdle();
  }

  /** As an operator asks, without a word of FHIR. */
  private String refused() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/scenarios"))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Nested
  @DisplayName("C4 S4.5 a segment, asked for over HTTP")
  class Segments {

    private static final String FREQUENT =
        """
        {"resourceType": "Group", "id": "frequent", "type": "person", "actual": false,
         "name": "Frequent visitors",
         "meta": {"profile": ["https://anbu-health.github.io/fhir/StructureDefinition/segment-group"]},
         "characteristic": [{"exclude": false, "valueRange": {"low": {"value": %d}},
           "code": {"coding": [{"code": "%s",
             "system": "https://anbu-health.github.io/fhir/CodeSystem/segment-characteristic"}]}}]}
        """;

    private void visit(String id, String day) {
      put(
          """
          {"resourceType": "Encounter", "id": "%s", "status": "finished",
           "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
           "subject": {"reference": "Patient/segmented"},
           "period": {"start": "%2$s", "end": "%2$s"}}
          """
              .formatted(id, day));
    }

    private List<String> members(String day) {
      return fhir
          .get("Group/frequent/$segment-members?date=" + day)
          .as(Parameters.class)
          .getParameter()
          .stream()
          .filter(part -> part.getName().equals("member"))
          .map(part -> ((Reference) part.getValue()).getReference())
          .toList();
    }

    @Test
    @DisplayName("C4 has the same members of a day whatever happens later")
    void isReproducible() {
      put("{\"resourceType\": \"Patient\", \"id\": \"segmented\"}");
      visit("segmented-1", "2021-02-02");
      visit("segmented-2", "2021-03-02");
      put(FREQUENT.formatted(3, "visit-frequency"));
      assertThat(members("2021-03-31")).doesNotContain("Patient/segmented");

      visit("segmented-3", "2021-04-01");

      assertThat(members("2021-03-31")).doesNotContain("Patient/segmented");
      assertThat(members("2021-04-01")).contains("Patient/segmented");
      Parameters asked =
          fhir.get("Group/frequent/$segment-members?date=2021-04-01&known=2026-04-01T09:00:00Z")
              .as(Parameters.class);
      assertThat(asked.hasParameter("known")).isTrue();
    }

    @Test
    @DisplayName("C4 is refused on write with what to change")
    void isRefusedWhereItCannotBeAsked() {
      Resource wrong =
          (Resource) fhirContext.newJsonParser().parseResource(FREQUENT.formatted(3, "colour"));
      FhirHttp.Answer answer = fhir.put(wrong.setId("colours"));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("colour");
      assertThat(fhir.get("Group/colours").status()).isEqualTo(404);
    }

    @Test
    void isNamedWhereItIsNotThere() {
      FhirHttp.Answer answer = fhir.get("Group/nobody/$segment-members");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("Group/nobody");
    }
  }

  @Nested
  @DisplayName("C2 a scenario that starts from a status and the one before")
  class Transitions {

    private static final String KEY = "missed-booking:the-day-after:Appointment/";

    private void appointment(String id, String status) {
      put(
          """
          {"resourceType": "Appointment", "id": "%s", "status": "%s",
           "start": "2026-04-01T08:00:00+09:00", "end": "2026-04-01T08:30:00+09:00",
           "participant": [{"status": "accepted", "actor": {"reference": "Patient/%1$s"}}]}
          """
              .formatted(id, status));
    }

    private String decided(String id, String... statuses) {
      put(
          """
          {"resourceType": "Patient", "id": "%s", "birthDate": "1980-01-01",
           "name": [{"family": "김", "given": ["하나"]}],
           "telecom": [{"system": "phone", "use": "mobile", "value": "010-0000-%04d"}]}
          """
              .formatted(id, Math.floorMod(id.hashCode(), 10_000)));
      for (String status : statuses) {
        appointment(id, status);
      }
      untilIdle();
      Parameters answer =
          fhir.get("Patient/" + id + "/$explain-outreach?scenario=missed-booking")
              .as(Parameters.class);
      ParametersParameterComponent step = step(answer, KEY + id);
      return parts(step, "reason")
          .findFirst()
          .map(reason -> ((Coding) reason.getValue()).getCode())
          .orElseGet(() -> value(step, "result"));
    }

    @Test
    @DisplayName("C2 plans by the previous and the current state, read from the server's versions")
    void planOnlyAfterTheOneBefore() {
      PlanDefinition missed = like("no-show-followup", "missed-booking");
      missed.getActionFirstRep().getTrigger().stream()
          .flatMap(trigger -> trigger.getData().stream())
          .flatMap(data -> data.getCodeFilter().stream())
          .forEach(
              filter ->
                  filter
                      .addExtension()
                      .setUrl(Canonical.PROFILES + "from-status")
                      .setValue(new CodeType("booked")));
      approvedAndActive(missed);
      assertThat(decided("missed", "booked", "noshow")).isEqualTo("planned");
      assertThat(decided("left", "booked", "arrived", "noshow")).isEqualTo("other-transition");
      assertThat(decided("only-noshow", "noshow")).isEqualTo("other-transition");
      retired(missed);
    }
  }

  @Nested
  class AScenarioThatCannotPlan {

    @Test
    @DisplayName("C3 is named at /actuator/scenarios with what to change, and the others run")
    void isNamed() {
      ActivityDefinition words =
          fhir.get("ActivityDefinition/no-show-followup-the-day-after")
              .as(ActivityDefinition.class);
      words.setId("lost-words");
      words.setUrl(Canonical.BASE + "/ActivityDefinition/lost-words");
      ServerTest.assertStored(fhir.put(words));
      PlanDefinition speechless = like("no-show-followup", "speechless");
      speechless
          .getAction()
          .get(1)
          .setDefinition(new CanonicalType(words.getUrl() + "|" + words.getVersion()));
      approvedAndActive(speechless);
      assertThat(refused()).doesNotContain("speechless");

      ServerTest.assertStored(fhir.delete("ActivityDefinition/lost-words"));
      untilIdle();

      assertThat(refused())
          .contains("speechless", "lost-words", "is not on the server: PUT it first");
      assertThat(fhir.get("Patient/haneul/$explain-outreach?scenario=botox-retouch").status())
          .isEqualTo(200);
      retired(speechless);
      assertThat(refused()).doesNotContain("speechless");
    }
  }
}
