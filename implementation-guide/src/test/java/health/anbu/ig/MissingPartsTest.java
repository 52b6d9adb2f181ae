package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the profiles refuse by cardinality, value or binding: the message names the element. */
class MissingPartsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Nested
  class AScenario {

    private static final String SCENARIO = "PlanDefinition-botox-retouch";

    @Test
    void withoutAGoalIsRefused() {
      assertRefused(SCENARIO, plan -> plan.remove("goal"), "PlanDefinition.goal: minimum required");
    }

    @Test
    void withoutAnExitRuleIsRefused() {
      assertRefused(SCENARIO, plan -> plan.remove("extension"), "exitRule");
    }

    @Test
    void withAnUnknownExitRuleIsRefused() {
      assertRefused(
          SCENARIO,
          plan -> ((ObjectNode) plan.at("/extension/0")).put("valueCode", "never"),
          "exit-rule");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S1.1 a scenario without one of who, when, what and flow is refused by its name")
    @CsvSource(
        delimiter = '|',
        value = {
          "who  | /action/0/trigger             | which change, or which named date, starts the scenario",
          "when | /action/1/relatedAction       | A step needs exactly one relatedAction",
          "what | /action/1/definitionCanonical | the ActivityDefinition that holds its words",
          "flow | /action/1                     | A scenario needs at least one step besides the anchor",
          "flow | /action/0                     | it says what starts the scenario"
        })
    void withoutOneOfItsFourPartsIsRefused(String part, String path, String named) {
      assertRefused(
          SCENARIO,
          plan -> {
            plan.put("status", "active");
            remove(plan, path);
          },
          named);
    }

    @ParameterizedTest
    @DisplayName("S5.6 a stage without a goal or an exit rule is refused")
    @ValueSource(strings = {"", "-after-visit", "-until-checkup", "-afterwards"})
    void ofAStageWithoutGoalOrExitIsRefused(String stage) {
      String id = "PlanDefinition-first-visit-steps" + stage;
      assertThat(Guide.errors(parse(id).toString())).isEmpty();
      assertRefused(id, plan -> plan.remove("goal"), "PlanDefinition.goal: minimum required");
      assertRefused(id, plan -> plan.remove("extension"), "exitRule");
    }

    @Test
    void withoutAVersionIsRefused() {
      assertRefused(SCENARIO, plan -> plan.remove("version"), "PlanDefinition.version");
    }

    @Test
    void ofAnotherTypeIsRefused() {
      assertRefused(
          SCENARIO,
          plan -> ((ObjectNode) plan.at("/type/coding/0")).put("code", "order-set"),
          "PlanDefinition.type");
    }

    @Test
    void withATimingOfItsOwnIsRefused() {
      assertRefused(
          SCENARIO,
          plan -> ((ObjectNode) plan.at("/action/1")).put("timingDateTime", "2026-06-30"),
          "PlanDefinition.action.timing");
    }

    @Test
    void withAParticipantIsRefused() {
      assertRefused(
          SCENARIO,
          plan ->
              ((ObjectNode) plan.at("/action/1"))
                  .putArray("participant")
                  .addObject()
                  .put("type", "patient"),
          "PlanDefinition.action.participant");
    }

    @Test
    void withADynamicValueIsRefused() {
      assertRefused(
          SCENARIO,
          plan ->
              ((ObjectNode) plan.at("/action/1"))
                  .putArray("dynamicValue")
                  .addObject()
                  .put("path", "priority"),
          "PlanDefinition.action.dynamicValue");
    }
  }

  @Nested
  class AConsent {

    @Test
    void thatOptsOutButPermitsIsRefused() {
      assertRefused(
          "Consent-example-opt-out",
          consent -> ((ObjectNode) consent.at("/provision")).put("type", "permit"),
          "Consent.provision.type");
    }

    @Test
    void toAPurposeThatDeniesIsRefused() {
      assertRefused(
          "Consent-example-consent-recall",
          consent -> ((ObjectNode) consent.at("/provision")).put("type", "deny"),
          "Consent.provision.type");
    }

    @Test
    void toAPurposeThatNobodyKnowsIsRefused() {
      assertRefused(
          "Consent-example-consent-recall",
          consent -> ((ObjectNode) consent.at("/category/0/coding/0")).put("code", "everything"),
          "outreach-purpose");
    }
  }

  @Nested
  class AComplaintTask {

    private static final String TASK = "Task-example-complaint-task";

    @Test
    void withoutADayToResolveItByIsRefused() {
      assertRefused(TASK, task -> task.remove("restriction"), "Task.restriction: minimum required");
    }

    @Test
    void withoutATimeToAcknowledgeItByIsRefused() {
      assertRefused(TASK, task -> task.remove("extension"), "acknowledgeBy");
    }

    @Test
    void withoutTheComplaintIsRefused() {
      assertRefused(TASK, task -> task.remove("focus"), "Task.focus: minimum required");
    }

    @Test
    void inAStateThatNobodyKnowsIsRefused() {
      assertRefused(
          TASK,
          task -> ((ObjectNode) task.at("/businessStatus/coding/0")).put("code", "ignored"),
          "complaint-status");
    }
  }

  @Nested
  class AnActivity {

    @Test
    void withoutAPurposeIsRefused() {
      assertRefused(
          "ActivityDefinition-vip-year-end-thanks",
          activity -> activity.withArray("extension").remove(0),
          "purpose");
    }

    @Test
    void withAKoreanParticleBehindAVariableIsAccepted() {
      var activity = parse("ActivityDefinition-vip-year-end-thanks");
      ((ObjectNode) activity.at("/extension/1/extension/1"))
          .put("valueString", "#{clinicName:은/는} 늘 여기 있습니다.");
      assertThat(Guide.errors(activity.toString())).isEmpty();
    }

    @Test
    void inALanguageThatNobodyWritesIsRefused() {
      assertRefused(
          "ActivityDefinition-vip-year-end-thanks",
          activity -> ((ObjectNode) activity.at("/extension/1/extension/0")).put("valueCode", "fr"),
          "message-language");
    }
  }

  private static void assertRefused(String example, Consumer<ObjectNode> spoil, String named) {
    var resource = parse(example);
    spoil.accept(resource);
    assertThat(Guide.errors(resource.toString()))
        .as("%s must be refused", example)
        .anyMatch(error -> error.getMessage().contains(named));
  }

  private static void remove(ObjectNode resource, String path) {
    var pointer = JsonPointer.compile(path);
    var parent = resource.at(pointer.head());
    if (parent instanceof ArrayNode list) {
      list.remove(pointer.last().getMatchingIndex());
    } else {
      ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
    }
  }

  private static ObjectNode parse(String example) {
    try {
      return (ObjectNode) JSON.readTree(Guide.read(Guide.RESOURCES.resolve(example + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
