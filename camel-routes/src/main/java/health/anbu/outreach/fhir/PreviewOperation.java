package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Trace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;

/**
 * {@code PlanDefinition/[id]/$simulate-outreach}: whom a scenario would write to if it were active,
 * by the records of now; nothing is written. A draft can be tried before anybody approves it.
 */
public final class PreviewOperation implements OutreachOperations {

  private static final int TOGETHER = 100;
  private static final int LISTED = 50;

  private final Planning planning;
  private final FhirStore source;
  private final FhirStore plans;
  private final ScenarioCatalog catalog;
  private final Clock clock;
  private final ZoneId zone;

  public PreviewOperation(
      Planning planning,
      FhirStore source,
      FhirStore plans,
      ScenarioCatalog catalog,
      Clock clock,
      ZoneId zone) {
    this.planning = planning;
    this.source = source;
    this.plans = plans;
    this.catalog = catalog;
    this.clock = clock;
    this.zone = zone;
  }

  /** What was counted over all patients. */
  private static final class Tally {
    private int patients;
    private int matched;
    private int messages;
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<ParametersParameterComponent> listed = new ArrayList<>();
  }

  /**
   * @param date as of which day or instant; absent for now
   * @param count how many messages are listed; all are counted
   */
  @Operation(name = "$simulate-outreach", typeName = "PlanDefinition")
  public Parameters preview(
      @IdParam IdType id,
      @OperationParam(name = "date", max = 1) StringType date,
      @OperationParam(name = "count", max = 1) IntegerType count) {
    PlanDefinition definition =
        plans
            .read(PlanDefinition.class, id.getIdPart())
            .orElseThrow(
                () ->
                    Refusals.notFound(
                        "PlanDefinition/%s is not here: PUT it as a draft first"
                            .formatted(id.getIdPart())));
    // Words that were written the moment before count.
    catalog.forget();
    Scenario scenario = compiled(definition);
    Instant at =
        date == null || !date.hasValue()
            ? clock.instant()
            : AsOf.instant("date", date.getValue(), zone);
    int most = count == null || !count.hasValue() ? LISTED : count.getValue();
    Tally tally = new Tally();
    source.ids(
        Query.of("Patient").pageSize(TOGETHER), page -> look(page, scenario, at, most, tally));
    return answer(scenario, at, tally);
  }

  private Scenario compiled(PlanDefinition definition) {
    try {
      return catalog.compiled(definition);
    } catch (FhirPaths.Refused e) {
      throw Refusals.unprocessable(e.getMessage());
    }
  }

  private void look(List<String> page, Scenario scenario, Instant at, int most, Tally tally) {
    for (PatientFacts facts : new TreeMap<>(planning.facts(page)).values()) {
      OutreachPlan plan = planning.plan(facts, List.of(scenario), at);
      List<Reconciliation.Create> creates = Reconciliation.of(facts, plan).creates();
      tally.patients++;
      tally.matched += creates.isEmpty() ? 0 : 1;
      tally.messages += creates.size();
      plan.trace().steps().stream()
          .map(Trace.StepTrace::refusal)
          .flatMap(refusal -> refusal.stream())
          .forEach(reason -> tally.refused.merge(reason.code(), 1, Integer::sum));
      creates.stream()
          .map(Reconciliation.Create::message)
          .limit(Math.max(0, most - tally.listed.size()))
          .forEach(message -> tally.listed.add(listed(facts, message)));
    }
  }

  private Parameters answer(Scenario scenario, Instant at, Tally tally) {
    Parameters answer = new Parameters();
    answer.addParameter().setName("scenario").setValue(new CanonicalType(scenario.canonical()));
    answer.addParameter().setName("date").setValue(Times.dateTime(at, zone));
    answer.addParameter().setName("patients").setValue(new IntegerType(tally.patients));
    answer.addParameter().setName("matched").setValue(new IntegerType(tally.matched));
    answer.addParameter().setName("messages").setValue(new IntegerType(tally.messages));
    tally.refused.forEach(
        (reason, times) -> {
          ParametersParameterComponent one = answer.addParameter().setName("refused");
          one.addPart().setName("reason").setValue(new CodeType(reason));
          one.addPart().setName("steps").setValue(new IntegerType(times));
        });
    tally.listed.forEach(answer::addParameter);
    return answer;
  }

  private static ParametersParameterComponent listed(PatientFacts facts, PlannedMessage message) {
    ParametersParameterComponent one = new ParametersParameterComponent().setName("message");
    one.addPart().setName("patient").setValue(Inquirers.reference(facts.id()));
    one.addPart().setName("key").setValue(new StringType(message.key()));
    one.addPart().setName("due").setValue(Times.dateTime(message.due()));
    one.addPart().setName("channel").setValue(new CodeType(message.permit().channels().get(0)));
    return one;
  }
}
