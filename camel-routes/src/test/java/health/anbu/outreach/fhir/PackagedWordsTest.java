package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.ContentButton;
import health.anbu.outreach.content.MessageContent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every packaged scenario, whichever it is: nobody has to remember a new one here. */
class PackagedWordsTest {

  private static final FhirPaths PATHS = new FhirPaths(FhirContext.forR4Cached());
  private static final Set<String> LANGUAGES = Set.of("ko", "ja", "fa", "en");
  private static final int MOST_BUTTONS = 2;

  /** A message of a scenario, with what the scenario counts from. */
  record Words(PlanDefinition plan, ActivityDefinition definition, Activity activity) {

    /** About a record of care, which a clinic may label as sensitive. */
    boolean aboutCare() {
      Set<String> types = AnchorTypes.of(plan.getActionFirstRep());
      return !types.equals(Set.of("Patient")) && !types.equals(Set.of("Consent"));
    }

    List<MessageContent> contents() {
      return activity.template().contents();
    }

    Map<String, List<MessageContent>> byLanguage(boolean discreet) {
      return contents().stream()
          .filter(content -> content.discreet() == discreet && content.channel() == null)
          .filter(content -> content.tone() == null)
          .collect(Collectors.groupingBy(MessageContent::language));
    }

    @Override
    public String toString() {
      return plan.getIdPart() + ": " + definition.getIdPart();
    }
  }

  @Test
  void areThoseOfAllEighteenScenarios() throws IOException {
    assertThat(messages().map(Words::plan).map(PlanDefinition::getIdPart).distinct())
        .hasSizeGreaterThanOrEqualTo(18);
    assertThat(messages().filter(Words::aboutCare)).hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("aboutCare")
  @DisplayName("S5.3, X20 every message about care has discreet words, for each of its parts")
  void haveDiscreetOnes(Words words) {
    assertThat(words.byLanguage(true).keySet()).isEqualTo(LANGUAGES);
    words
        .byLanguage(true)
        .forEach(
            (language, discreet) ->
                assertThat(discreet)
                    .as(language)
                    .allMatch(content -> content.title() != null)
                    .extracting(MessageContent::part)
                    .containsExactlyElementsOf(parts(words, language)));
    assertThat(new CopyCheck(PATHS).problems(words.definition(), "KR")).isEmpty();
  }

  private static List<String> parts(Words words, String language) {
    return words.byLanguage(false).get(language).stream().map(MessageContent::part).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recalls")
  @DisplayName("S5.14 every recall has one or two buttons in each language")
  void haveButtons(Words words) {
    assertThat(words.byLanguage(false).keySet()).isEqualTo(LANGUAGES);
    for (List<MessageContent> said : words.byLanguage(false).values()) {
      assertThat(said.stream().flatMap(content -> content.buttons().stream()))
          .hasSizeBetween(1, MOST_BUTTONS)
          .allMatch(button -> Set.of("book", "ask", "result").contains(button.action()));
    }
    assertThat(sorted(words)).hasSize(1);
  }

  /** What the buttons of each language are for, in their order: the same in all of them. */
  private static Set<List<String>> sorted(Words words) {
    return words.byLanguage(false).values().stream()
        .map(said -> said.stream().flatMap(content -> content.buttons().stream()))
        .map(buttons -> buttons.map(ContentButton::action).toList())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  @DisplayName("C36 each part on each channel is written in four languages")
  void areInFourLanguages(Words words) {
    Function<MessageContent, String> kind =
        content ->
            String.join(
                "/",
                content.channel(),
                content.part(),
                content.tone(),
                String.valueOf(content.discreet()));
    assertThat(
            words.contents().stream()
                .collect(
                    Collectors.groupingBy(
                        kind, Collectors.mapping(MessageContent::language, Collectors.toSet())))
                .values())
        .containsOnly(LANGUAGES);
  }

  @Test
  @DisplayName("S1.21 some are there in a second tone, with the same buttons")
  void areThereInASecondTone() throws IOException {
    List<Words> warm =
        messages()
            .filter(words -> words.contents().stream().anyMatch(c -> "warm".equals(c.tone())))
            .toList();
    assertThat(warm).hasSizeGreaterThanOrEqualTo(3);
    assertThat(warm)
        .flatExtracting(Words::contents)
        .filteredOn(content -> "warm".equals(content.tone()))
        .allMatch(content -> !content.buttons().isEmpty() && content.title() != null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  @DisplayName("S5.21 nobody is told that a clinician or native speaker has read them")
  void sayThatNobodyHasReviewedThem(Words words) {
    assertThat(words.definition().hasLastReviewDate()).isFalse();
    assertThat(words.definition().getUsage())
        .startsWith("Not yet reviewed by a clinician or a native speaker.");
    assertThat(words.plan().hasLastReviewDate()).isFalse();
    assertThat(words.plan().getUsage()).startsWith("Not yet reviewed by a clinician.");
  }

  static Stream<Words> aboutCare() throws IOException {
    return messages().filter(Words::aboutCare);
  }

  static Stream<Words> recalls() throws IOException {
    return messages().filter(words -> words.activity().purpose() == Purpose.RECALL);
  }

  static Stream<Words> messages() throws IOException {
    List<Resource> all = PackagedScenariosTest.definitions();
    return all.stream()
        .filter(PlanDefinition.class::isInstance)
        .map(PlanDefinition.class::cast)
        .flatMap(plan -> messages(plan, all));
  }

  private static Stream<Words> messages(PlanDefinition plan, List<Resource> all) {
    return plan.getAction().stream()
        .filter(step -> step.hasDefinitionCanonicalType())
        .map(step -> step.getDefinitionCanonicalType().getValue())
        .distinct()
        .map(canonical -> definition(canonical, all))
        .filter(Objects::nonNull)
        .map(definition -> words(plan, definition));
  }

  private static ActivityDefinition definition(String canonical, List<Resource> all) {
    return all.stream()
        .filter(ActivityDefinition.class::isInstance)
        .map(ActivityDefinition.class::cast)
        .filter(one -> canonical.equals(one.getUrl() + "|" + one.getVersion()))
        .filter(one -> "CommunicationRequest".equals(one.getKind().toCode()))
        .findFirst()
        .orElse(null);
  }

  private static Words words(PlanDefinition plan, ActivityDefinition definition) {
    try {
      return new Words(plan, definition, new ActivityReader(PATHS).read(definition));
    } catch (FhirPaths.Refused e) {
      throw new AssertionError(definition.getIdPart(), e);
    }
  }
}
