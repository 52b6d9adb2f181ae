package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases are true to the scenarios; that the planner meets them is tested where the planner is.
 */
class ExpectedTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXPECTED = Path.of("src/main/resources/health/anbu/ig/expected");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(EXPECTED)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void theIndexListsEveryCase() throws IOException {
    assertThat(Files.readAllLines(EXPECTED.resolve("index.txt")))
        .containsExactlyInAnyOrderElementsOf(
            cases().stream().map(file -> EXPECTED.relativize(file).toString()).toList());
  }

  @Test
  void everyScenarioHasAtLeastThreeCases() throws IOException {
    var scenarios = cases().stream().map(ExpectedTest::scenarioOf).toList();
    assertThat(Guide.all(PlanDefinition.class))
        .allSatisfy(
            scenario ->
                assertThat(scenarios.stream().filter(scenario.getIdElement().getIdPart()::equals))
                    .hasSizeGreaterThanOrEqualTo(3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theInputIsValid(Path file) throws IOException {
    assertThat(Guide.errors(JSON.readTree(file.toFile()).get("input").toString())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOffsetIsThatOfTheZone(Path file) throws IOException {
    var known = JSON.readTree(file.toFile());
    var rules = ZoneId.of(known.get("zone").asText()).getRules();
    assertThat(values(known.get("expected"), "due"))
        .map(OffsetDateTime::parse)
        .allSatisfy(due -> assertThat(due.getOffset()).isEqualTo(rules.getOffset(due.toInstant())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyStepAndReasonExists(Path file) throws IOException {
    var known = JSON.readTree(file.toFile());
    var steps = stepsOf(scenarioOf(file));
    assertThat(values(known.get("expected"), "key"))
        .allSatisfy(key -> assertThat(key).startsWith(scenarioOf(file) + ":"))
        .map(key -> key.split(":")[1])
        .isSubsetOf(steps);
    assertThat(values(known.get("notPlanned"), "step")).isSubsetOf(steps);
    assertThat(values(known.get("notPlanned"), "reason")).isSubsetOf(codesOf("outreach-reason"));
  }

  private static String scenarioOf(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static List<String> stepsOf(String scenario) {
    return Guide.all(PlanDefinition.class).stream()
        .filter(plan -> plan.getIdElement().getIdPart().equals(scenario))
        .flatMap(plan -> plan.getAction().stream())
        .map(PlanDefinitionActionComponent::getId)
        .toList();
  }

  private static List<String> codesOf(String system) {
    return Guide.all(CodeSystem.class).stream()
        .filter(codes -> codes.getIdElement().getIdPart().equals(system))
        .flatMap(codes -> codes.getConcept().stream())
        .map(CodeSystem.ConceptDefinitionComponent::getCode)
        .toList();
  }

  private static List<String> values(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> entry.get(field).asText())
        .toList();
  }
}
