package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/** The reference of a scenario's parts leaves none out and quotes what the server says. */
class ReferencePageTest {

  private static final Path PAGE = Path.of("input/pagecontent/scenario-reference.md");
  private static final String QUOTED = " minimum required = 1";

  /** What is no invariant: said by the base specification, or by the gate of the approvals. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "must be one of the codes of request-priority", "has no approval: Task/... asks for it");

  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    Guide.read(PAGE)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| part"))
        .map(line -> line.substring(2, line.length() - 2).split("(?<!\\\\)\\|"))
        .forEach(
            cells -> rows.put(cells[0].strip(), Arrays.stream(cells).map(String::strip).toList()));
    return rows;
  }

  private static Stream<StructureDefinition> extensions() {
    return Guide.all(StructureDefinition.class).stream()
        .filter(one -> one.getType().equals("Extension"))
        .filter(
            one ->
                one.getContext().stream()
                    .anyMatch(
                        context -> context.getExpression().matches("(Plan|Activity)Definition.*")));
  }

  @Test
  void everyExtensionOfAScenarioHasARow() {
    assertThat(extensions().map(one -> one.getIdElement().getIdPart()))
        .hasSizeGreaterThan(12)
        .allSatisfy(
            id ->
                assertThat(rows())
                    .containsKey("[%s](StructureDefinition-%s.html)".formatted(id, id)));
  }

  @Test
  void everyRowHasAnExampleADefaultAndAnError() {
    assertThat(rows().values())
        .hasSizeGreaterThan(25)
        .allSatisfy(cells -> assertThat(cells).hasSize(5).doesNotContain(""));
  }

  @Test
  void everyErrorIsOneThatTheServerSays() {
    Set<String> said =
        Guide.all(StructureDefinition.class).stream()
            .flatMap(structure -> structure.getDifferential().getElement().stream())
            .map(ElementDefinition::getConstraint)
            .flatMap(List::stream)
            .map(ElementDefinitionConstraintComponent::getHuman)
            .collect(Collectors.toSet());
    assertThat(rows().values().stream().map(cells -> cells.get(4)))
        .filteredOn(error -> !error.endsWith(QUOTED) && !OF_OTHERS.contains(error))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(said).contains(error.replace("\\|", "|")));
  }
}
