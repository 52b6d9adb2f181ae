package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in refused/ says how to spoil a good example, and which invariant must refuse it. */
class InvariantsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REFUSED = Path.of("src/test/resources/refused");

  static List<Path> refused() throws IOException {
    try (Stream<Path> files = Files.list(REFUSED)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aSpoiltExampleIsRefusedByItsInvariant(Path file) throws IOException {
    var spoiling = JSON.readTree(Guide.read(file));
    var invariant = spoiling.get("invariant").asText();
    assertThat(Guide.errors(spoil(spoiling)))
        .as("%s must be refused by %s", spoiling.get("of").asText(), invariant)
        .anyMatch(error -> error.getMessage().contains("Constraint failed: " + invariant + ":"));
  }

  @Test
  void everyInvariantHasAnExampleThatItRefuses() throws IOException {
    var invariants =
        Guide.all(StructureDefinition.class).stream()
            .flatMap(structure -> structure.getDifferential().getElement().stream())
            .map(ElementDefinition::getConstraint)
            .flatMap(List::stream)
            .map(ElementDefinitionConstraintComponent::getKey)
            .distinct();
    var examples = refused().stream().map(InvariantsTest::nameOf).toList();
    assertThat(examples).containsExactlyInAnyOrderElementsOf(invariants.toList());
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }

  private static String spoil(JsonNode spoiling) throws IOException {
    var good = Guide.RESOURCES.resolve(spoiling.get("of").asText() + ".json");
    var resource = JSON.readTree(Guide.read(good));
    spoiling
        .path("set")
        .fields()
        .forEachRemaining(change -> set(resource, change.getKey(), change.getValue()));
    spoiling.path("remove").forEach(path -> remove(resource, path.asText()));
    return resource.toString();
  }

  private static void set(JsonNode resource, String path, JsonNode value) {
    var pointer = JsonPointer.compile(path);
    var name = pointer.last().getMatchingProperty();
    var parent = resource.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (name.equals("-")) {
      ((ArrayNode) parent).add(value);
    } else {
      ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), value);
    }
  }

  private static void remove(JsonNode resource, String path) {
    var pointer = JsonPointer.compile(path);
    var parent = resource.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.remove(pointer.last().getMatchingProperty());
    } else {
      ((ArrayNode) parent).remove(pointer.last().getMatchingIndex());
    }
  }
}
