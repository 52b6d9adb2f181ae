package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.fhir.ScenarioApproval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DataRequirement.DataRequirementCodeFilterComponent;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionConditionKind;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileGateIT extends PostgresServerTest {

  private static final String PROFILE = Canonical.PROFILES + "outreach-scenario";

  @Autowired PackagedScenarios packaged;

  private PlanDefinition scenario;

  @BeforeEach
  void aScenarioOfAClinic() {
    scenario = fhir.get("PlanDefinition/botox-retouch").as(PlanDefinition.class);
    scenario.setId("clinic-" + newId());
    scenario.setUrl(Canonical.BASE + "/PlanDefinition/" + scenario.getIdElement().getIdPart());
  }

  private OperationOutcome refused(FhirHttp.Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    return answer.as(OperationOutcome.class);
  }

  @Test
  void packagedScenariosArriveAsDrafts() {
    assertThat(fhir.get("PlanDefinition/botox-retouch").as(PlanDefinition.class).getStatus())
        .isEqualTo(PublicationStatus.DRAFT);
  }

  /** Other tests share the server: what is active here would plan there. */
  @AfterEach
  void leavesNothingActive() {
    var stored = fhir.get("PlanDefinition/" + scenario.getIdElement().getIdPart());
    if (stored.status() == 200) {
      assertStored(fhir.put(stored.as(PlanDefinition.class).setStatus(PublicationStatus.RETIRED)));
    }
  }

  @Test
  void acceptsAScenarioThatConforms() {
    assertStored(fhir.put(scenario));
  }

  @Nested
  @DisplayName("S5.21 a scenario becomes active only with a recorded approval of that version")
  class Activation {

    @Test
    void isRefusedWithTheTaskThatAsksForTheApproval() {
      scenario.setStatus(PublicationStatus.ACTIVE);
      OperationOutcome outcome = refused(fhir.put(scenario));
      assertThat(outcome.getIssueFirstRep().getDiagnostics())
          .contains(
              ScenarioApproval.canonical(scenario),
              "Task/" + ScenarioApproval.id(scenario, words(scenario)));
      assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue())
          .isEqualTo("PlanDefinition.status");
      assertThat(task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
      assertThat(task().getFocus().getIdentifier().getValue())
          .isEqualTo(ScenarioApproval.canonical(scenario));
    }

    @Test
    void isAllowedOnceTheOwnerHasApproved() {
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      assertStored(fhir.put(approved(task())));
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
    }

    @Test
    void isNotAllowedByAnApprovalOfAnotherVersion() {
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      assertStored(fhir.put(approved(task())));
      refused(fhir.put(scenario.setVersion("9.9.9").setStatus(PublicationStatus.ACTIVE)));
    }

    @Test
    void isNotAllowedForAnotherTextOfTheSameVersion() {
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      assertStored(fhir.put(approved(task())));
      Task before = task();
      scenario.getGoalFirstRep().getDescription().setText("Something else.");
      refused(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
      assertThat(before.getIdElement().getIdPart())
          .isNotEqualTo(ScenarioApproval.id(scenario, words(scenario)));
    }

    @Test
    void isNotAllowedByARefusalOrWithoutAnOwner() {
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      Task refusal = approved(task());
      refusal.getBusinessStatus().getCodingFirstRep().setCode("refused");
      assertStored(fhir.put(refusal));
      refused(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
      Task nobody = approved(task());
      nobody.setOwner(null);
      assertStored(fhir.put(nobody));
      refused(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
    }

    @Test
    void asksOnlyOnceForWhatIsWrittenTwice() {
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      String version = task().getMeta().getVersionId();
      assertStored(fhir.put(scenario.setTitle(scenario.getTitle())));
      assertThat(task().getMeta().getVersionId()).isEqualTo(version);
    }

    @Test
    void cancelsWhatAskedForAnOlderDraft() {
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      String older = ScenarioApproval.id(scenario, words(scenario));
      scenario.getGoalFirstRep().getDescription().setText("Something else.");
      assertStored(fhir.put(scenario));
      assertThat(fhir.get("Task/" + older).as(Task.class).getStatus())
          .isEqualTo(TaskStatus.CANCELLED);
      assertThat(task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    @DisplayName("S1.1 S5.6 a scenario without goal or exit rule is refused even when approved")
    void namesTheMissingPartEvenWhenApproved() {
      scenario.getGoal().clear();
      scenario.getExtension().clear();
      assertStored(
          fhir.put(
              ScenarioApproval.byOperator(
                  scenario, words(scenario), null, Instant.EPOCH, ZoneId.of("Z"))));
      OperationOutcome outcome = refused(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
      assertThat(
              outcome.getIssue().stream()
                  .map(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics))
          .anyMatch(said -> said.contains("goal"))
          .anyMatch(said -> said.contains("exitRule") || said.contains("exit-rule"));
    }

    static Stream<Arguments> theFourParts() {
      return Stream.of(
          part("who", plan -> plan.getActionFirstRep().getTrigger().clear(), "starts the scenario"),
          part(
              "when",
              plan -> plan.getAction().get(1).getRelatedAction().clear(),
              "exactly one relatedAction"),
          part(
              "what",
              plan -> plan.getAction().get(1).setDefinition(null),
              "the ActivityDefinition that holds its words"),
          part("flow", plan -> plan.getAction().remove(1), "at least one step"));
    }

    private static Arguments part(String name, Consumer<PlanDefinition> without, String said) {
      return Arguments.of(name, without, said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theFourParts")
    @DisplayName("S1.1 without who, when, what or flow it is not activated, and the part is named")
    void namesEachOfTheFourParts(String part, Consumer<PlanDefinition> without, String said) {
      without.accept(scenario);
      assertStored(
          fhir.put(
              ScenarioApproval.byOperator(
                  scenario, words(scenario), null, Instant.EPOCH, ZoneId.of("Z"))));
      OperationOutcome outcome = refused(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
      assertThat(outcome.getIssue())
          .extracting(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
          .anyMatch(text -> text.contains(said));
    }

    @Test
    @DisplayName("S5.21 other words under an active scenario need an approval of their own")
    void isNeededAgainForOtherWords() {
      ActivityDefinition words = ownWords();
      assertStored(fhir.put(words));
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      assertStored(fhir.put(approved(task())));
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.ACTIVE)));
      assertStored(fhir.put(words.setUsage("Read by Dr Kim.")));

      words.setTitle("Other words");
      OperationOutcome outcome = refused(fhir.put(words));
      String asked = ScenarioApproval.id(scenario, List.of(words));
      assertThat(outcome.getIssueFirstRep().getDiagnostics())
          .contains(ScenarioApproval.canonical(scenario), "Task/" + asked);
      assertThat(words(scenario).get(0).getTitle()).isNotEqualTo("Other words");

      assertStored(fhir.put(approved(fhir.get("Task/" + asked).as(Task.class))));
      assertStored(fhir.put(words));
      assertThat(words(scenario).get(0).getTitle()).isEqualTo("Other words");
    }

    @Test
    void isAskedForAgainWhenTheWordsOfADraftChange() {
      ActivityDefinition words = ownWords();
      assertStored(fhir.put(words));
      assertStored(fhir.put(scenario.setStatus(PublicationStatus.DRAFT)));
      String older = ScenarioApproval.id(scenario, words(scenario));
      assertStored(fhir.put(words.setTitle("Other words")));
      assertThat(fhir.get("Task/" + older).as(Task.class).getStatus())
          .isEqualTo(TaskStatus.CANCELLED);
      assertThat(task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    private ActivityDefinition ownWords() {
      ActivityDefinition words =
          fhir.get("ActivityDefinition/botox-retouch-three-months-after")
              .as(ActivityDefinition.class);
      words.setId("words-" + newId());
      words.setUrl(Canonical.BASE + "/ActivityDefinition/" + words.getIdElement().getIdPart());
      scenario.getAction().get(1).setDefinition(new CanonicalType(words.getUrl()));
      return words;
    }

    private Task task() {
      return fhir.get("Task/" + ScenarioApproval.id(scenario, words(scenario))).as(Task.class);
    }

    private Task approved(Task task) {
      task.setStatus(TaskStatus.COMPLETED);
      task.getOwner().setDisplay("Dr Kim");
      task.getBusinessStatus()
          .addCoding()
          .setSystem(ScenarioApproval.OUTCOME)
          .setCode(ScenarioApproval.APPROVED);
      return task;
    }
  }

  @Test
  void namesThePartThatIsMissing() {
    scenario.getGoal().clear();
    assertThat(refused(fhir.put(scenario)).getIssueFirstRep().getDiagnostics())
        .contains("PlanDefinition.goal");
    assertThat(fhir.get("PlanDefinition/" + scenario.getIdElement().getIdPart()).status())
        .isEqualTo(404);
  }

  @Test
  void saysThatTheVersionOfTheProfileIsNotHere() {
    scenario.getMeta().setProfile(List.of(new CanonicalType(PROFILE + "|9.9")));
    assertThat(refused(fhir.put(scenario)).getIssueFirstRep().getDiagnostics())
        .contains("another version");
  }

  /** What is refused, by what it does to a good scenario, with what the answer must say. */
  static Stream<Arguments> bad() {
    return Stream.of(
        bad("a typo in a condition", "brithDate", s -> condition(s, "%patient.brithDate.exists()")),
        bad("an unknown variable", "%patinet", s -> condition(s, "%patinet.active")),
        bad("a type error", "compares a date with a number", s -> condition(s, "%today > 3")),
        bad("2 MB", "the limit is 4000", s -> condition(s, "'" + "x".repeat(2_000_000) + "' = ''")),
        bad("deep brackets", "brackets", s -> condition(s, "(".repeat(999) + "true")),
        bad(
            "a cycle",
            "actionId must be 'anchor'",
            s -> s.getAction().get(1).getRelatedActionFirstRep().setActionId("three-months-after")),
        bad(
            "a negative offset",
            "positive whole number",
            s ->
                ((Duration) s.getAction().get(1).getRelatedActionFirstRep().getOffset())
                    .setValue(-3)),
        bad(
            "an unknown value set",
            "ValueSet/none is not on the server",
            s ->
                s.getActionFirstRep().getTrigger().stream()
                    .flatMap(trigger -> trigger.getData().stream())
                    .flatMap(data -> data.getCodeFilter().stream())
                    .filter(DataRequirementCodeFilterComponent::hasValueSet)
                    .forEach(f -> f.setValueSet(Canonical.BASE + "/ValueSet/none"))),
        bad(
            "words that are not there",
            "ActivityDefinition/none is not on the server",
            s ->
                s.getAction()
                    .get(1)
                    .setDefinition(new CanonicalType(Canonical.BASE + "/ActivityDefinition/none"))),
        bad(
            "a typo in an extension",
            "exit-rule, exit-condition",
            s -> s.addExtension(Canonical.PROFILES + "colision-group", new StringType("care"))));
  }

  private static Arguments bad(String what, String said, Consumer<PlanDefinition> change) {
    return Arguments.of(what, said, change);
  }

  private static void condition(PlanDefinition scenario, String expression) {
    scenario
        .getActionFirstRep()
        .addCondition()
        .setKind(ActionConditionKind.APPLICABILITY)
        .setExpression(new Expression().setLanguage("text/fhirpath").setExpression(expression));
  }

  @ParameterizedTest(name = "D16 {0}")
  @MethodSource("bad")
  @DisplayName("D16 bad input is refused on write with what to change, and the stored one stays")
  void refusesWhatThePlannerWouldNotUnderstand(
      String what, String said, Consumer<PlanDefinition> change) {
    scenario.setStatus(PublicationStatus.ACTIVE);
    assertStored(
        fhir.put(
            ScenarioApproval.byOperator(
                scenario, words(scenario), null, Instant.EPOCH, ZoneId.of("Z"))));
    assertStored(fhir.put(scenario));
    String url = "PlanDefinition/" + scenario.getIdElement().getIdPart();
    String before = fhir.get(url).as(PlanDefinition.class).getMeta().getVersionId();
    PlanDefinition changed = scenario.copy();
    change.accept(changed);
    assertThat(refused(fhir.put(changed)).getIssue())
        .anySatisfy(issue -> assertThat(issue.getDiagnostics()).contains(said));
    PlanDefinition after = fhir.get(url).as(PlanDefinition.class);
    assertThat(after.getMeta().getVersionId()).isEqualTo(before);
    assertThat(after.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
  }

  @Test
  @DisplayName("C3 a condition that is too long to be looked at is said to be too long")
  void saysThatAConditionIsTooLong() {
    scenario
        .getActionFirstRep()
        .addCondition()
        .setKind(PlanDefinition.ActionConditionKind.APPLICABILITY)
        .setExpression(
            new Expression()
                .setLanguage("text/fhirpath")
                .setExpression("'" + "x".repeat(2_000_000) + "' = ''"));
    assertThat(refused(fhir.put(scenario)).getIssueFirstRep().getCode())
        .isEqualTo(OperationOutcome.IssueType.TOOLONG);
  }

  @Test
  @DisplayName("D16 words whose variable has no value are refused")
  void refusesWordsThatCannotBeFilledIn() {
    ActivityDefinition words =
        fhir.get("ActivityDefinition/botox-retouch-three-months-after")
            .as(ActivityDefinition.class);
    words.getExtension().stream()
        .filter(extension -> extension.getUrl().endsWith("message-content"))
        .findFirst()
        .orElseThrow()
        .getExtensionByUrl("body")
        .setValue(new StringType("How is your #{tooth}?"));
    assertThat(refused(fhir.put(words)).getIssueFirstRep().getDiagnostics()).contains("#{tooth}");
  }

  @Test
  @DisplayName("S1.22 advertising declared as care is refused before it can be submitted")
  void refusesAdvertisingDeclaredAsCare() {
    ActivityDefinition words =
        fhir.get("ActivityDefinition/botox-retouch-three-months-after")
            .as(ActivityDefinition.class);
    words.getExtension().stream()
        .filter(extension -> extension.getUrl().endsWith("message-content"))
        .findFirst()
        .orElseThrow()
        .getExtensionByUrl("body")
        .setValue(new StringType("봄맞이 할인! 어떠신가요?"));
    assertThat(refused(fhir.put(words)).getIssueFirstRep().getDiagnostics())
        .contains("advertising-word")
        .contains("할인");
  }

  @Test
  void findsTheWordsThatComeInTheSameTransaction() {
    ActivityDefinition words =
        fhir.get("ActivityDefinition/botox-retouch-three-months-after")
            .as(ActivityDefinition.class);
    words.setId(newId());
    words.setUrl(Canonical.BASE + "/ActivityDefinition/" + words.getIdElement().getIdPart());
    scenario.getAction().get(1).setDefinition(new CanonicalType(words.getUrl()));
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    for (var resource : List.of(scenario, words)) {
      String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
      bundle.addEntry().setResource(resource).getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
    }
    assertStored(fhir.transact(bundle));
  }

  @Test
  void leavesPlainR4Alone() {
    scenario.getMeta().getProfile().clear();
    scenario.getGoal().clear();
    assertStored(fhir.put(scenario));
  }

  @Test
  void undoesTheTransactionOfARefusedResource() {
    Patient patient = new Patient();
    patient.setId(newId());
    scenario.getGoal().clear();
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    for (var resource : List.of(patient, scenario)) {
      String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
      bundle.addEntry().setResource(resource).getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
    }
    long before = storedResources();
    refused(fhir.transact(bundle));
    assertThat(storedResources()).isEqualTo(before);
  }

  @Test
  void aNewStartKeepsWhatTheClinicEditedOrDeleted() {
    PlanDefinition edited =
        fhir.get("PlanDefinition/appointment-reminder").as(PlanDefinition.class);
    assertStored(fhir.put(edited.setTitle("Ours")));
    assertStored(fhir.delete("PlanDefinition/vip-year-end"));

    packaged.putAbsent(OutreachPackage.onClassPath());

    assertThat(fhir.get("PlanDefinition/appointment-reminder").body()).contains("Ours");
    assertThat(fhir.get("PlanDefinition/vip-year-end").status()).isEqualTo(410);
  }

  @Test
  void searchParametersOfTheGuideAreActive() {
    String referrer = patient();
    Patient referred = new Patient();
    referred.setId(newId());
    referred
        .addExtension()
        .setUrl(Canonical.PROFILES + "referred-by")
        .setValue(new org.hl7.fhir.r4.model.Reference("Patient/" + referrer));
    assertStored(fhir.put(referred));
    assertThat(fhir.get("Patient?referred-by=Patient/" + referrer).as(Bundle.class).getEntry())
        .hasSize(1);
  }
}
