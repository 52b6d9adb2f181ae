package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourcesTest {

  private static final Predicate<Path> IS_STRUCTURE =
      file -> file.getFileName().toString().startsWith("StructureDefinition-");

  static List<Path> structures() {
    return Guide.files().stream().filter(IS_STRUCTURE).toList();
  }

  static List<Path> resources() {
    return Guide.files().stream().filter(IS_STRUCTURE.negate()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resources")
  void everyExampleScenarioAndCodeSystemIsValid(Path file) {
    assertThat(Guide.errors(Guide.read(file))).as("errors in %s", file.getFileName()).isEmpty();
  }

  /** The instance validator would ask a package server for the core package here. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("structures")
  void everyStructureParsesStrictlyAndHasASnapshot(Path file) {
    var parser = Guide.R4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    var structure = parser.parseResource(StructureDefinition.class, Guide.read(file));
    var context = new ValidationSupportContext(Guide.support());
    var made =
        (StructureDefinition)
            Guide.support().generateSnapshot(context, structure, structure.getUrl(), null, null);
    assertThat(made.getSnapshot().getElement())
        .hasSizeGreaterThan(structure.getDifferential().getElement().size());
  }
}
