package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {

  private static final Set<String> SEEN_BY_PEOPLE =
      Set.of(
          "outreach-reason",
          "delivery-status",
          "outreach-purpose",
          "task-code",
          "complaint-status",
          "vip-tier",
          "feedback-category",
          "treatment");

  static List<CodeSystem> systems() {
    return Guide.all(CodeSystem.class);
  }

  static List<CodeSystem> systemsSeenByPeople() {
    return systems().stream()
        .filter(codes -> SEEN_BY_PEOPLE.contains(codes.getIdElement().getIdPart()))
        .toList();
  }

  @Test
  void everySystemThatPeopleSeeIsThere() {
    assertThat(systemsSeenByPeople()).hasSameSizeAs(SEEN_BY_PEOPLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("systems")
  void everyConceptHasADisplayAndADefinition(CodeSystem codes) {
    assertThat(codes.getConcept())
        .isNotEmpty()
        .allSatisfy(
            concept -> {
              assertThat(concept.getDisplay()).isNotBlank();
              assertThat(concept.getDefinition()).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("systemsSeenByPeople")
  void everyConceptThatPeopleSeeSpeaksTheirLanguage(CodeSystem codes) {
    assertThat(codes.getConcept())
        .allSatisfy(
            concept ->
                assertThat(languagesOf(concept)).containsExactlyInAnyOrder("ko", "ja", "fa"));
  }

  @Test
  void anyTreatmentIsTheSumOfTheTreatments() {
    var single =
        Guide.all(ValueSet.class).stream()
            .filter(values -> values.getIdElement().getIdPart().endsWith("-treatment"))
            .filter(values -> !values.getIdElement().getIdPart().equals("any-treatment"))
            // Says which treatments nobody else may learn of, not what scenarios start from.
            .filter(values -> !values.getIdElement().getIdPart().equals("sensitive-treatment"))
            .flatMap(values -> codesOf(values).stream());
    var any =
        Guide.all(ValueSet.class).stream()
            .filter(values -> values.getIdElement().getIdPart().equals("any-treatment"))
            .flatMap(values -> codesOf(values).stream());
    assertThat(any.distinct()).containsExactlyInAnyOrderElementsOf(single.distinct().toList());
  }

  private static List<String> languagesOf(ConceptDefinitionComponent concept) {
    return concept.getDesignation().stream()
        .filter(ConceptDefinitionDesignationComponent::hasValue)
        .map(ConceptDefinitionDesignationComponent::getLanguage)
        .toList();
  }

  private static List<String> codesOf(ValueSet values) {
    return values.getCompose().getInclude().stream()
        .flatMap(
            include ->
                include.getConcept().stream()
                    .map(concept -> include.getSystem() + "|" + concept.getCode()))
        .toList();
  }
}
