package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario that cannot work is told, and that it harms no other. */
class BadScenariosTest {

  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final FhirPaths PATHS = new FhirPaths(R4);
  private static final Path GOLDEN_TIMES =
      Path.of("../implementation-guide/fsh-generated/resources/ConceptMap-golden-times.json");

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final ScenarioCatalog catalog = new ScenarioCatalog(store, PATHS);
  private PlanDefinition plan;
  private ActivityDefinition words;

  @BeforeEach
  void aScenarioThatWorks() {
    words = R4.newJsonParser().parseResource(ActivityDefinition.class, words());
    plan = R4.newJsonParser().parseResource(PlanDefinition.class, plan("good"));
    store.put(words);
    store.put(plan);
  }

  static String words() {
    return """
        {"resourceType":"ActivityDefinition","id":"ask","url":"http://c.example/ask","version":"1","status":"active",
         "meta":{"profile":["https://anbu-health.github.io/fhir/StructureDefinition/outreach-activity"]},
         "kind":"CommunicationRequest",
         "extension":[
          {"url":"https://anbu-health.github.io/fhir/StructureDefinition/outreach-purpose","valueCode":"treatment"},
          {"url":"https://anbu-health.github.io/fhir/StructureDefinition/message-variable","extension":[
            {"url":"name","valueString":"what"},
            {"url":"expression","valueExpression":{"language":"text/fhirpath","expression":"code.text"}}]},
          {"url":"https://anbu-health.github.io/fhir/StructureDefinition/message-content","extension":[
            {"url":"language","valueCode":"en"},
            {"url":"body","valueString":"Hello #{patientName}, how are you after your #{what}?"}]}]}
        """;
  }

  static String plan(String id) {
    return """
        {"resourceType":"PlanDefinition","id":"%s","url":"http://c.example/%s","version":"1","status":"active","name":"x",
         "meta":{"profile":["https://anbu-health.github.io/fhir/StructureDefinition/outreach-scenario"]},
         "action":[
          {"id":"anchor","extension":[{"url":"https://anbu-health.github.io/fhir/StructureDefinition/anchor-date",
             "valueExpression":{"language":"text/fhirpath","expression":"performed"}}],
           "trigger":[{"type":"data-added","data":[{"type":"Procedure","codeFilter":[
             {"path":"status","code":[{"code":"completed"}]}]}]}],
           "condition":[{"kind":"applicability","expression":{"language":"text/fhirpath","expression":"%%patient.active"}}]},
          {"id":"ask","definitionCanonical":"http://c.example/ask|1","relatedAction":[
            {"actionId":"anchor","relationship":"after-start",
             "offsetDuration":{"value":3,"unit":"d","system":"http://unitsofmeasure.org","code":"d"}}]}]}
        """
        .formatted(id, id);
  }

  private String problem(Consumer<PlanDefinition> change) {
    change.accept(plan);
    return catalog.problem(plan).orElseThrow(() -> new AssertionError("accepted"));
  }

  @Test
  @DisplayName("C25 a digest of advertising and care is refused with the steps named")
  void isADigestOfSeveralPurposes() {
    store.put(
        words()
            .replace("http://c.example/ask", "http://c.example/offer")
            .replace("\"id\":\"ask\"", "\"id\":\"offer\"")
            .replace("\"treatment\"", "\"advertising\""));
    String problem =
        problem(
            p -> {
              p.getAction().get(1).addExtension(digest());
              p.addAction(p.getAction().get(1).copy())
                  .getAction()
                  .get(2)
                  .setDefinition(new CanonicalType("http://c.example/offer|1"))
                  .setId("offer");
            });
    assertThat(problem)
        .contains("ask (treatment)")
        .contains("offer (advertising)")
        .contains("digest 'care'");
  }

  @Test
  @DisplayName("C20 an owner who cannot be a requester, or is not on the server, is refused")
  void isAnOwnerWhoIsNotThere() {
    Extension owner = new Extension(Words.extension("step-owner"), new Reference("CareTeam/a"));
    assertThat(problem(p -> p.getAction().get(1).addExtension(owner)))
        .contains("CareTeam/a")
        .contains("ask")
        .contains("Organization/desk-team");
    owner.setValue(new Reference("Organization/desk-team"));
    assertThat(catalog.problem(plan)).hasValueSatisfying(p -> assertThat(p).contains("PUT it"));
    store.put("{\"resourceType\": \"Organization\", \"id\": \"desk-team\"}");
    assertThat(catalog.problem(plan)).isEmpty();
  }

  private static Extension digest() {
    return new Extension(Words.extension("digest"), new StringType("care"));
  }

  @Test
  void isNoneWhereAllIsWell() {
    assertThat(catalog.problem(plan)).isEmpty();
    assertThat(catalog.problem(words)).isEmpty();
  }

  @Test
  @DisplayName("C3 D16 a typo in a condition is named with the action, the place and the element")
  void namesATypo() {
    assertThat(
            problem(
                p ->
                    p.getAction()
                        .get(1)
                        .addCondition()
                        .setExpression(
                            new Expression().setExpression("%patient.brithDate.exists()"))))
        .isEqualTo(
            "the condition of the action 'ask': '%patient.brithDate.exists()' at line 1, character 10:"
                + " there is no element 'brithDate' in Patient: correct the name");
  }

  @Test
  void namesAStatusThatNothingHas() {
    assertThat(
            problem(
                p ->
                    p.getActionFirstRep()
                        .getTriggerFirstRep()
                        .getDataFirstRep()
                        .getCodeFilterFirstRep()
                        .getCodeFirstRep()
                        .setCode("complete")))
        .startsWith("no Procedure has the status 'complete': use one of completed, ");
  }

  @Test
  void namesANegativeOffset() {
    assertThat(
            problem(
                p ->
                    ((Duration) p.getAction().get(1).getRelatedActionFirstRep().getOffset())
                        .setValue(-3)))
        .isEqualTo("the step ask needs a positive offset, not -3");
  }

  @ParameterizedTest
  @CsvSource({"99999999, mo", "101, a", "2147483647, d", "99999999999, wk"})
  @DisplayName("D16 an offset that no date can follow is named with the limit")
  void namesAnOffsetOfMoreThanAHundredYears(long value, String unit) {
    assertThat(
            problem(
                p ->
                    ((Duration) p.getAction().get(1).getRelatedActionFirstRep().getOffset())
                        .setValue(value)
                        .setCode(unit)))
        .contains("the step ask", "a hundred years");
  }

  @Test
  void namesARowOfAGoldenTimeTableThatCannotBeRead() throws IOException {
    ConceptMap table =
        R4.newJsonParser().parseResource(ConceptMap.class, Files.readString(GOLDEN_TIMES));
    assertThat(GoldenTimeReader.problem(table)).isEmpty();
    ((Duration)
            table
                .getGroupFirstRep()
                .getElementFirstRep()
                .getTargetFirstRep()
                .getExtensionFirstRep()
                .getValue())
        .setValue(99_999_999);
    assertThat(GoldenTimeReader.problem(table))
        .hasValueSatisfying(
            what -> assertThat(what).startsWith("the golden time 'retouch' of 'botulinum-toxin'"));
  }

  @Test
  @DisplayName("D16 S1.15 a golden time that no table has is named with those that there are")
  void namesAGoldenTimeThatNoTableHas() throws IOException {
    assertThat(catalog.problem(golden("botox"))).isEmpty();
    store.put(Files.readString(GOLDEN_TIMES));
    assertThat(catalog.problem(golden("retouch"))).isEmpty();
    assertThat(catalog.problem(golden("botox")))
        .hasValue(
            "the step ask goes by the golden time 'botox', which no golden-time table has:"
                + " use one of check-up, first-check, retouch, yearly-check-up,"
                + " or PUT a table that has it first");
  }

  private PlanDefinition golden(String entry) {
    PlanDefinition golden = plan.copy();
    golden
        .getAction()
        .get(1)
        .addExtension(new Extension(Words.extension("golden-time"), new CodeType(entry)));
    return golden;
  }

  @Test
  void namesAnUnknownValueSet() {
    assertThat(problem(p -> codes(p, "http://c.example/none")))
        .isEqualTo("the value set http://c.example/none is not on the server: PUT it first");
  }

  @Test
  void namesACycleOfValueSets() {
    ValueSet one = new ValueSet().setUrl("http://c.example/one");
    one.getCompose().addInclude().addValueSet("http://c.example/two");
    one.setId("one");
    ValueSet two = new ValueSet().setUrl("http://c.example/two");
    two.getCompose().addInclude().addValueSet("http://c.example/one");
    two.setId("two");
    store.put(one);
    store.put(two);
    assertThat(problem(p -> codes(p, "http://c.example/one"))).contains("includes itself");
  }

  private static void codes(PlanDefinition plan, String valueSet) {
    plan.getActionFirstRep()
        .getTriggerFirstRep()
        .getDataFirstRep()
        .addCodeFilter()
        .setPath("code")
        .setValueSet(valueSet);
  }

  @Test
  void namesAVariableThatTheAnchorDoesNotHave() {
    words
        .getExtensionByUrl(Words.extension("message-variable"))
        .getExtensionByUrl("expression")
        .setValue(new Expression().setExpression("serviceType.text"));
    assertThat(catalog.problem(words))
        .hasValueSatisfying(
            what ->
                assertThat(what)
                    .startsWith("the activity http://c.example/ask|1, the variable what: ")
                    .contains("no element 'serviceType' in Procedure"));
  }

  @Test
  void namesAVariableThatNobodyDeclares() {
    body().setValue(new org.hl7.fhir.r4.model.StringType("How is your #{tooth}?"));
    assertThat(catalog.problem(words))
        .hasValueSatisfying(
            what -> assertThat(what).contains("the body has the variable #{tooth}"));
  }

  @Test
  void namesAnAppointmentsTimeWhereThereIsNoAppointment() {
    body().setValue(new org.hl7.fhir.r4.model.StringType("See you at #{appointmentTime}"));
    assertThat(catalog.problem(words))
        .hasValueSatisfying(what -> assertThat(what).contains("counts from an Appointment"));
  }

  @Test
  @DisplayName("S1.22 words of advertising that say they are care are named with their place")
  void namesWordsOfAdvertisingThatAreDeclaredAsCare() {
    body().setValue(new org.hl7.fhir.r4.model.StringType("Spring discount! How are you?"));
    assertThat(catalog.problem(words))
        .hasValueSatisfying(
            what -> assertThat(what).startsWith("advertising-word at 7 of en body: 'discount'"));
  }

  private Extension body() {
    return words.getExtensionByUrl(Words.extension("message-content")).getExtensionByUrl("body");
  }

  @Test
  @DisplayName("D16 one that another server stored anyway is named, and the others plan")
  void isNamedAndHarmsNoOther() {
    PlanDefinition bad = R4.newJsonParser().parseResource(PlanDefinition.class, plan("bad"));
    bad.getActionFirstRep().getConditionFirstRep().getExpression().setExpression("%patient.actve");
    store.put(bad);
    assertThat(catalog.scenarios(java.util.List.of()))
        .extracting(scenario -> scenario.id())
        .contains("good")
        .doesNotContain("bad");
    assertThat(catalog.refused()).containsOnlyKeys("bad");
    assertThat(catalog.refused().get("bad")).contains("character 10");
  }
}
