package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

  private static final String ANCHOR_DATE =
      "https://anbu-health.github.io/fhir/StructureDefinition/anchor-date";
  private final IFhirPath fhirPath = Guide.R4.newFhirPath();

  @Test
  void everyExpressionParses() {
    var scenarios = Guide.all(PlanDefinition.class).stream().map(Resource.class::cast);
    var activities = Guide.all(ActivityDefinition.class).stream().map(Resource.class::cast);
    assertThat(Stream.concat(scenarios, activities).toList())
        .flatMap(ExpressionsTest::expressionsIn)
        .isNotEmpty()
        .allSatisfy(text -> assertThatCode(() -> fhirPath.parse(text)).doesNotThrowAnyException());
  }

  @Test
  void aTreatmentCountsFromTheDayItWasDone() {
    assertThat(anchorDate("botox-retouch", only(Procedure.class, "example-botulinum-toxin")))
        .isEqualTo("2026-03-31");
  }

  @Test
  void aTreatmentWithAPeriodCountsFromItsEnd() {
    var period = new Period();
    period.setStartElement(new DateTimeType("2026-03-30T10:00:00+09:00"));
    period.setEndElement(new DateTimeType("2026-03-31T11:00:00+09:00"));
    assertThat(anchorDate("post-treatment-followup", new Procedure().setPerformed(period)))
        .isEqualTo("2026-03-31T11:00:00+09:00");
  }

  @Test
  void aTreatmentWhoseEndIsNotKnownCountsFromItsStart() {
    var period = new Period().setStartElement(new DateTimeType("2026-03-30"));
    assertThat(anchorDate("post-treatment-followup", new Procedure().setPerformed(period)))
        .isEqualTo("2026-03-30");
  }

  @Test
  void anAppointmentCountsFromItsStart() {
    assertThat(anchorDate("appointment-reminder", only(Appointment.class, "example-appointment")))
        .startsWith("2026-06-15T14:30:00");
  }

  @Test
  void everySearchParameterFindsSomethingInAnExample() {
    assertThat(Guide.all(SearchParameter.class))
        .isNotEmpty()
        .allSatisfy(
            search ->
                assertThat(examplesOf(search))
                    .anyMatch(
                        example ->
                            !fhirPath
                                .evaluate(example, search.getExpression(), IBase.class)
                                .isEmpty()));
  }

  private static List<? extends Resource> examplesOf(SearchParameter search) {
    return switch (search.getBase().get(0).getCode()) {
      case "Encounter" -> Guide.all(Encounter.class);
      case "Patient" -> Guide.all(Patient.class);
      case "Communication" -> Guide.all(Communication.class);
      case "CommunicationRequest" -> Guide.all(CommunicationRequest.class);
      default -> Guide.all(Task.class);
    };
  }

  @Test
  void theAcknowledgementFindsItsNumberAndItsPromise() {
    var task = only(Task.class, "example-complaint-task");
    assertThat(
            expressionsIn(only(ActivityDefinition.class, "complaint-acknowledgement")).stream()
                .map(text -> first(task, text)))
        .containsExactly("C-2026-0001", "2026-06-25T18:00:00+09:00");
  }

  private String anchorDate(String scenario, Resource anchor) {
    var expression =
        (Expression)
            only(PlanDefinition.class, scenario)
                .getActionFirstRep()
                .getExtensionByUrl(ANCHOR_DATE)
                .getValue();
    return first(anchor, expression.getExpression());
  }

  @SuppressWarnings("rawtypes")
  private String first(Resource context, String expression) {
    return fhirPath
        .evaluateFirst(context, expression, IPrimitiveType.class)
        .map(IPrimitiveType::getValueAsString)
        .orElse("nothing");
  }

  private static <T extends Resource> T only(Class<T> type, String id) {
    return Guide.all(type).stream()
        .filter(resource -> resource.getIdElement().getIdPart().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> expressionsIn(Resource resource) {
    return Guide.R4
        .newTerser()
        .getAllPopulatedChildElementsOfType(resource, Expression.class)
        .stream()
        .map(Expression::getExpression)
        .toList();
  }
}
