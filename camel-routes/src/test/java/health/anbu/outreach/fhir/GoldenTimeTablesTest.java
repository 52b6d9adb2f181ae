package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.GoldenTimes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.UsageContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tables as a clinic writes them. */
class GoldenTimeTablesTest {

  private static ConceptMap packaged() throws IOException {
    return resource(ConceptMap.class, "ConceptMap-golden-times.json");
  }

  private static <T extends org.hl7.fhir.r4.model.Resource> T resource(Class<T> type, String name)
      throws IOException {
    try (InputStream in =
        GoldenTimeTablesTest.class.getResourceAsStream("/health/anbu/ig/resources/" + name)) {
      return BundleStore.parse(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static ConceptMap clinics(String url, String treatment, int months) throws IOException {
    ConceptMap own = packaged().copy();
    own.setUrl("http://clinic.example/" + url).setVersion("7");
    own.getGroup().removeIf(group -> group.getSource().contains("snomed"));
    own.getGroupFirstRep().getElement().removeIf(e -> !e.getCode().equals(treatment));
    org.hl7.fhir.r4.model.Duration offset =
        (org.hl7.fhir.r4.model.Duration)
            own.getGroupFirstRep()
                .getElementFirstRep()
                .getTargetFirstRep()
                .getExtensionFirstRep()
                .getValue();
    offset.setValue(months);
    return own;
  }

  private static String first(GoldenTimes times, String treatment, String entry) {
    return first(times, new Code(Words.BASE + "/CodeSystem/treatment", treatment), entry);
  }

  private static String first(GoldenTimes times, Code treatment, String entry) {
    return times.rows().stream()
        .filter(row -> row.entry().equals(entry))
        .filter(row -> row.treatment().equals(treatment))
        .map(row -> row.offset() + " by " + row.table())
        .findFirst()
        .orElse("none");
  }

  @Test
  @DisplayName("S1.8 every treatment code has at least one golden time in the packaged table")
  void mapEveryTreatment() throws IOException {
    Set<String> treatments =
        resource(CodeSystem.class, "CodeSystem-treatment.json").getConcept().stream()
            .map(concept -> concept.getCode())
            .collect(Collectors.toSet());
    assertThat(treatments)
        .contains("dermal-filler", "dental-implant", "orthodontic-treatment", "dental-scaling");
    assertThat(
            GoldenTimeReader.of(List.of(packaged()), TreatmentCodes.NONE).rows().stream()
                .filter(row -> row.treatment().system().endsWith("/treatment"))
                .map(row -> row.treatment().code())
                .collect(Collectors.toSet()))
        .isEqualTo(treatments);
  }

  @Test
  @DisplayName("S1.15 S1.21 a clinic's row, and a specialty's before it, go first; scenarios stay")
  void layThemselvesOverEachOther() throws IOException {
    ConceptMap general = clinics("a-general", "dental-implant", 4);
    ConceptMap specialty = clinics("z-dentistry", "dental-implant", 5);
    specialty.addUseContext(
        new UsageContext().setValue(new CodeableConcept().setText("dentistry")));
    GoldenTimes times =
        GoldenTimeReader.of(List.of(packaged(), general, specialty), TreatmentCodes.NONE);
    assertThat(first(times, "dental-implant", "check-up"))
        .isEqualTo("5 mo by http://clinic.example/z-dentistry|7");
    assertThat(
            first(
                GoldenTimeReader.of(List.of(packaged(), general), TreatmentCodes.NONE),
                "dental-implant",
                "check-up"))
        .isEqualTo("4 mo by http://clinic.example/a-general|7");
    assertThat(first(times, "dental-scaling", "check-up"))
        .isEqualTo("6 mo by https://anbu-health.github.io/fhir/ConceptMap/golden-times|0.1.0");
  }

  @Test
  @DisplayName("S1.15 a clinic's row for a treatment holds for its SNOMED CT codes too")
  void holdForTheSameTreatmentInSnomed() throws IOException {
    MemoryFhirStore store = new MemoryFhirStore();
    store.put(packaged());
    store.put(resource(ConceptMap.class, "ConceptMap-treatment-to-snomed.json"));
    ConceptMap ours = clinics("ours", "botulinum-toxin", 4);
    ours.setId("ours");
    store.put(ours);
    GoldenTimes times = GoldenTimeReader.read(store);
    assertThat(first(times, snomed("404909007"), "retouch"))
        .isEqualTo("4 mo by http://clinic.example/ours|7");
    assertThat(first(times, snomed("1260009003"), "check-up")).startsWith("6 mo by https://anbu");
  }

  @Test
  void leaveACodeThatHasARowOfItsOwnInTheSameTable() throws IOException {
    ConceptMap codes = resource(ConceptMap.class, "ConceptMap-treatment-to-snomed.json");
    ConceptMap ours = packaged();
    ours.getGroupFirstRep().getElementFirstRep().getTargetFirstRep().getExtension().stream()
        .map(extension -> (org.hl7.fhir.r4.model.Duration) extension.getValue())
        .forEach(offset -> offset.setValue(9));
    GoldenTimes times = GoldenTimeReader.of(List.of(ours), TreatmentCodes.of(List.of(codes)));
    assertThat(first(times, "botulinum-toxin", "retouch")).startsWith("9 mo");
    assertThat(first(times, snomed("404909007"), "retouch")).startsWith("3 mo");
  }

  private static Code snomed(String code) {
    return new Code("http://snomed.info/sct", code);
  }

  @Test
  void areReadWhereTheyDeclareTheProfileAndAreActive() throws IOException {
    MemoryFhirStore store = new MemoryFhirStore();
    store.put(packaged());
    ConceptMap plain = clinics("plain", "dental-implant", 9);
    plain.setId("plain");
    plain.getMeta().getProfile().clear();
    store.put(plain);
    assertThat(first(GoldenTimeReader.read(store), "dental-implant", "check-up"))
        .startsWith("6 mo");
  }
}
