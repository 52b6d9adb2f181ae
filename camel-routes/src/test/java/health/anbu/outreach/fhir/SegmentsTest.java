package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S4.5 C4: groups of patients by what their records say, as of a day. */
class SegmentsTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final FhirPaths PATHS = new FhirPaths(FhirContext.forR4Cached());

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), SEOUL);

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final FactsReader reader = new FactsReader(store, store, new PhoneNumbers("KR"));
  private final Planning planning = new Facts(reader);

  private record Facts(FactsReader reader) implements Planning {
    @Override
    public Map<String, PatientFacts> facts(Collection<String> patients) {
      return reader.read(patients, SEOUL);
    }

    @Override
    public OutreachPlan plan(PatientFacts facts, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Planning asOf(Instant then) {
      return new Facts(reader.asOf(then));
    }
  }

  @BeforeEach
  void twoPatients() {
    store.put(
        "{\"resourceType\":\"Patient\",\"id\":\"often\",\"gender\":\"female\",\"birthDate\":\"1990-01-01\"}");
    store.put("{\"resourceType\":\"Patient\",\"id\":\"once\",\"gender\":\"female\"}");
    visit("often", "1", "2026-01-10");
    visit("often", "2", "2026-02-10");
    visit("often", "3", "2026-03-10");
    visit("once", "4", "2026-03-10");
    store.put(
        """
        {"resourceType":"Procedure","id":"implant","status":"completed","subject":{"reference":"Patient/often"},
         "performedDateTime":"2026-02-10","code":{"coding":[
           {"system":"https://anbu-health.github.io/fhir/CodeSystem/treatment","code":"dental-implant"}]}}
        """);
  }

  private void visit(String patient, String id, String day) {
    store.put(
        """
        {"resourceType":"Encounter","id":"%s","status":"finished","class":{"code":"AMB"},
         "subject":{"reference":"Patient/%s"},"period":{"start":"%s"}}
        """
            .formatted(id, patient, day));
  }

  private static String characteristic(String code, String value) {
    return """
        {"code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/segment-characteristic",
         "code":"%s"}]},%s,"exclude":false}
        """
        .formatted(code, value);
  }

  private String members(String characteristics, String criteria, String day) {
    return members(characteristics, criteria, day, null);
  }

  private String members(String characteristics, String criteria, String day, String known) {
    store.put(
        """
        {"resourceType":"Group","id":"g","type":"person","actual":false,"name":"g"%s%s}
        """
            .formatted(
                criteria == null
                    ? ""
                    : ",\"extension\":[{\"url\":\"https://anbu-health.github.io/fhir/StructureDefinition/segment-criteria\",\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":\"%s\"}}]"
                        .formatted(criteria),
                characteristics == null ? "" : ",\"characteristic\":[" + characteristics + "]"));
    Parameters answer =
        operation().members(new IdType("Group/g"), new StringType(day), new StringType(known));
    List<String> members =
        answer.getParameter().stream()
            .filter(part -> part.getName().equals("member"))
            .map(part -> ((Reference) part.getValue()).getReference())
            .toList();
    boolean warns = answer.hasParameter("warning");
    return String.join(" ", members) + (warns ? " !" : "");
  }

  private SegmentOperation operation() {
    return new SegmentOperation(planning, store, store, PATHS, CLOCK, SEOUL);
  }

  @Test
  @DisplayName("S4.5 by treatment, visit frequency and journey stage, as of the day asked for")
  void holdWhoFitsAsOfTheDay() {
    String implant =
        characteristic(
            "treatment-type",
            "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"https://anbu-health.github.io/fhir/CodeSystem/treatment\",\"code\":\"dental-implant\"}]}");
    assertThat(members(implant, null, "2026-02-10")).isEqualTo("Patient/often");
    String regular = characteristic("visit-frequency", "\"valueRange\":{\"low\":{\"value\":3}}");
    assertThat(members(regular, null, "2026-03-10")).isEqualTo("Patient/often");
    String fresh =
        characteristic(
            "journey-stage",
            "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"after-first-visit\"}]}");
    assertThat(members(fresh, null, "2026-03-12")).isEqualTo("Patient/once");
  }

  @Test
  @DisplayName("S4.5 by satisfaction and referral potential, as of the day asked for")
  void holdWhoIsSatisfiedOrRefersOthers() {
    said("once", "praise", "2026-03-12");
    said("often", "complaint", "2026-03-12");
    String satisfied = characteristic("satisfaction", coded("satisfied"));
    assertThat(members(satisfied, null, "2026-03-31")).isEqualTo("Patient/once");
    assertThat(members(satisfied, null, "2026-03-11")).isEqualTo(" !");
    String likely = characteristic("referral-potential", coded("likely"));
    assertThat(members(likely, null, "2026-03-11")).isEqualTo("Patient/often");
    assertThat(members(likely, null, "2026-03-31")).isEqualTo("Patient/once");
  }

  private static String coded(String code) {
    return "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"%s\"}]}".formatted(code);
  }

  private void said(String patient, String category, String day) {
    store.put(
        """
        {"resourceType":"Communication","id":"%1$s-%2$s","status":"completed","received":"%3$sT10:00:00+09:00",
         "subject":{"reference":"Patient/%1$s"},"sender":{"reference":"Patient/%1$s"},
         "category":[{"coding":[{"code":"%2$s",
           "system":"https://anbu-health.github.io/fhir/CodeSystem/feedback-category"}]}]}
        """
            .formatted(patient, category, day));
  }

  @Test
  @DisplayName("S4.5 the same day gives the same members after more has happened")
  void areReproducible() {
    String regular = characteristic("visit-frequency", "\"valueRange\":{\"low\":{\"value\":2}}");
    String then = members(regular, null, "2026-03-31");
    visit("once", "5", "2026-04-10");
    assertThat(members(regular, null, "2026-03-31")).isEqualTo(then).isEqualTo("Patient/often");
    assertThat(members(regular, null, "2026-04-30")).isEqualTo("Patient/often Patient/once !");
  }

  @Test
  @DisplayName("C4 S4.5 what is recorded later about that day changes nothing that was known then")
  void areReproducibleAfterACorrection() {
    String regular = characteristic("visit-frequency", "\"valueRange\":{\"low\":{\"value\":2}}");
    String then = members(regular, null, "2026-03-31", "2026-04-01T09:00:00+09:00");
    store.put(
        """
        {"resourceType":"Encounter","id":"5","status":"finished","class":{"code":"AMB"},
         "meta":{"lastUpdated":"2026-05-02T09:00:00+09:00"},
         "subject":{"reference":"Patient/once"},"period":{"start":"2026-03-20"}}
        """);
    assertThat(members(regular, null, "2026-03-31", "2026-04-01T09:00:00+09:00"))
        .isEqualTo(then)
        .isEqualTo("Patient/often");
    assertThat(members(regular, null, "2026-03-31")).isEqualTo("Patient/often Patient/once !");
  }

  @Test
  @DisplayName("S4.5 an empty and a huge segment warn")
  void warnWhereNobodyOrEverybodyFits() {
    String never = characteristic("visit-frequency", "\"valueRange\":{\"low\":{\"value\":9}}");
    assertThat(members(never, null, "2026-03-31")).isEqualTo(" !");
    assertThat(members(null, "gender = 'female'", "2026-03-31")).endsWith(" !");
    assertThat(SegmentOperation.warning(10_001, 90_000)).contains("10001 of 90000");
    assertThat(SegmentOperation.warning(10, 90_000)).isNull();
  }

  @Test
  @DisplayName("C4 criteria are FHIRPath over the patient and the named facts")
  void askTheirCriteria() {
    assertThat(members(null, "birthDate.exists() and %journeyStage = 'regular'", "2026-03-31"))
        .isEqualTo("Patient/often");
  }

  @Test
  void areRefusedWithWhatToChange() {
    Group group = new Group();
    group.setId("g");
    ScenarioCatalog catalog = new ScenarioCatalog(store, PATHS);
    assertThat(catalog.problem(group).orElseThrow()).contains("it would be everybody");
    group.addCharacteristic().getCode().addCoding().setCode("colour");
    assertThat(catalog.problem(group).orElseThrow())
        .contains("'colour'")
        .contains("use treatment-type, visit-frequency");
    assertThatThrownBy(() -> members(null, "gendr = 'x'", "2026-03-31"))
        .hasMessageContaining("no element 'gendr' in Patient");
  }
}
