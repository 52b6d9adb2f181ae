package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.anbu.outreach.content.Rendering.Rendered;
import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.GoldenTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("S1.21 a specialty pack sets defaults, a tone chooses among the words")
class ClinicTonesTest {

  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final String PACK = Words.BASE + "/ConceptMap/specialty-aesthetics|0.1.0";

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final ClinicPlaces places = new ClinicPlaces(store, Clock.systemUTC(), "main");

  @BeforeEach
  void thePackagedTables() throws IOException {
    for (String id : List.of("golden-times", "specialty-dentistry", "specialty-aesthetics")) {
      store.put(Files.readString(GUIDE.resolve("ConceptMap-" + id + ".json")));
    }
  }

  private ScenarioCatalog catalog(String... specialties) {
    return new ScenarioCatalog(store, new FhirPaths(FhirContext.forR4Cached()))
        .with(() -> Set.of(specialties));
  }

  private ChosenTone tone(String setting, String... specialties) {
    return new ClinicTones(catalog(specialties), places, setting).of(null);
  }

  private String golden(String treatment, String entry, String... specialties) {
    List<ConceptMap> counting =
        SpecialtyPacks.counting(GoldenTimeReader.tables(store), Set.of(specialties));
    Code code = new Code(Words.BASE + "/CodeSystem/treatment", treatment);
    return GoldenTimeReader.of(counting, TreatmentCodes.NONE).rows().stream()
        .filter(row -> row.treatment().equals(code) && row.entry().equals(entry))
        .findFirst()
        .map(GoldenTimes.Row::offset)
        .map(offset -> offset.amount() + " " + offset.unit().ucum())
        .orElseThrow();
  }

  @Nested
  class ThePack {

    @Test
    void bringsItsGoldenTimesAndLeavesTheOthers() {
      assertThat(golden("botulinum-toxin", "retouch", "aesthetics")).isEqualTo("4 mo");
      assertThat(golden("dermal-filler", "first-check", "aesthetics")).isEqualTo("2 wk");
      assertThat(golden("dental-scaling", "check-up", "aesthetics")).isEqualTo("6 mo");
    }

    @Test
    void isNoneForAClinicOfAnotherSpecialtyOrOfNone() {
      assertThat(golden("botulinum-toxin", "retouch", "dentistry")).isEqualTo("3 mo");
      assertThat(golden("botulinum-toxin", "retouch")).isEqualTo("3 mo");
      assertThat(tone("")).isEqualTo(ChosenTone.USUAL);
    }

    @Test
    void bringsItsTone() {
      assertThat(tone("", "aesthetics")).isEqualTo(new ChosenTone("warm", PACK));
      assertThat(tone("", "dentistry").code()).isEqualTo("formal");
    }

    @Test
    void isChosenByWhatTheOrganizationIs() {
      store.put(
          """
          {"resourceType":"Organization","id":"main","type":[{"coding":[{"code":"aesthetics"}]}]}""");
      assertThat(places.specialties()).containsExactly("aesthetics");
    }
  }

  @Nested
  class TheTone {

    @Test
    void isThatOfTheSettingBeforeThePack() {
      assertThat(tone("formal", "aesthetics"))
          .isEqualTo(new ChosenTone("formal", "anbu.clinic.tone"));
    }

    @Test
    void isThatOfTheOrganizationBeforeTheSetting() {
      store.put(
          """
          {"resourceType":"Organization","id":"main","extension":[{"url":"%s","valueCode":"warm"}]}"""
              .formatted(Words.extension("tone")));
      assertThat(tone("formal").code()).isEqualTo("warm");
    }
  }

  @Nested
  class AMessage {

    private final ComposerScene scene =
        new ComposerScene("treatment")
            .record(
                """
                {'resourceType':'Procedure','id':'t','status':'completed',
                 'subject':{'reference':'Patient/p'},'performedDateTime':'2026-03-01'}""")
            .words("language", "ko", "body", "안녕하십니까. 좀 어떠십니까?")
            .words("language", "ko", "channel", "sms", "body", "좀 어떠십니까?")
            .words("language", "ko", "tone", "warm", "body", "안녕하세요. 좀 어떠세요?");

    @ParameterizedTest
    @CsvSource({
      "warm, line, 안녕하세요. 좀 어떠세요?",
      "formal, line, 안녕하십니까. 좀 어떠십니까?",
      "'', line, 안녕하십니까. 좀 어떠십니까?",
      "warm, sms, 좀 어떠십니까?"
    })
    void isSaidInTheToneWhereThereAreWordsForTheChannel(String tone, String channel, String text) {
      Rendered message = (Rendered) scene.speaking(tone).compose(channel);
      assertThat(message.text()).isEqualTo(text);
    }

    @Test
    void fallsBackToTheUsualToneInALanguageWithoutIt() {
      scene.words("language", "en", "body", "How are you?");
      ClinicTones tones = new ClinicTones(scene.catalog(), ClinicPlaces.none(), "warm");
      String activity = scene.planned().step().activity();
      assertThat(tones.of(null, activity, "ko").code()).isEqualTo("warm");
      assertThat(tones.of(null, activity, "en"))
          .isEqualTo(new ChosenTone("formal", "no words in the tone warm"));
    }
  }

  @Test
  void isNamedInTheExplanation() throws IOException {
    TreatedPatient patient = new TreatedPatient();
    patient.treated();
    patient.consent("2026-02-27", "permit");
    patient.reconcile();
    ExplainOperation explain =
        new ExplainOperation(
            patient.planning,
            patient.store,
            patient.catalog,
            new Displays(),
            patient.clock(),
            TreatedPatient.SEOUL,
            new ClinicTones(patient.catalog, ClinicPlaces.none(), "warm"));
    Parameters said =
        explain.explain(
            new IdType("Patient/kim"),
            new StringType("botox-retouch"),
            null,
            new StringType("ko"),
            new SystemRequestDetails());
    assertThat(said.getParameter())
        .filteredOn(parameter -> parameter.getName().equals("step"))
        .isNotEmpty()
        .allSatisfy(
            step ->
                assertThat(step.getPart())
                    .filteredOn(part -> part.getName().startsWith("tone"))
                    .extracting(part -> part.getValue().primitiveValue())
                    .containsExactly("formal", "no words in the tone warm"));
  }
}
