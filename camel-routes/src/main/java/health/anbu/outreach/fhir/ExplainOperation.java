package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.Decision;
import health.anbu.outreach.plan.Explanation;
import health.anbu.outreach.plan.Flip;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Trace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * {@code $explain-outreach} of a Patient, or of who sent a Communication: why each message is
 * planned, was sent or is not, with every rule that was asked and the versions of the resources it
 * looked at.
 */
public final class ExplainOperation implements OutreachOperations {

  private final Planning planning;
  private final FhirStore plans;
  private final ScenarioCatalog catalog;
  private final Displays displays;
  private final Clock clock;
  private final ZoneId zone;
  private final ClinicTones tones;

  public ExplainOperation(
      Planning planning,
      FhirStore plans,
      ScenarioCatalog catalog,
      Displays displays,
      Clock clock,
      ZoneId zone) {
    this(planning, plans, catalog, displays, clock, zone, null);
  }

  /**
   * @param tones named with each step; null where nobody asks
   */
  public ExplainOperation(
      Planning planning,
      FhirStore plans,
      ScenarioCatalog catalog,
      Displays displays,
      Clock clock,
      ZoneId zone,
      ClinicTones tones) {
    this.tones = tones;
    this.planning = planning;
    this.plans = plans;
    this.catalog = catalog;
    this.displays = displays;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * @param scenario id or canonical of one scenario; absent for all
   * @param date as of which day (its start in the clinic's zone) or instant; absent for now
   */
  @Operation(name = "$explain-outreach", typeName = "Patient", idempotent = true)
  public Parameters explain(
      @IdParam IdType patient,
      @OperationParam(name = "scenario", max = 1) StringType scenario,
      @OperationParam(name = "date", max = 1) StringType date,
      @OperationParam(name = "_language", max = 1) StringType wanted,
      RequestDetails request) {
    return explain(facts(planning, patient), "patient", scenario, date, wanted, request);
  }

  /** The same of who wrote a message, also where that is no patient yet. */
  @Operation(name = "$explain-outreach", typeName = "Communication", idempotent = true)
  public Parameters explainToSender(
      @IdParam IdType message,
      @OperationParam(name = "scenario", max = 1) StringType scenario,
      @OperationParam(name = "date", max = 1) StringType date,
      @OperationParam(name = "_language", max = 1) StringType wanted,
      RequestDetails request) {
    return explain(sender(message), "sender", scenario, date, wanted, request);
  }

  private PatientFacts sender(IdType id) {
    return plans
        .read(Communication.class, id.getIdPart())
        .flatMap(
            message ->
                References.patient(message.getSubject())
                    .or(() -> Inquirers.in(message).stream().findFirst()))
        .map(person -> planning.facts(List.of(person)).get(person))
        .orElseThrow(
            () ->
                Refusals.notFound(
                    "Communication/%s is not here, or nobody who can be written to has sent or received it"
                        .formatted(id.getIdPart())));
  }

  /**
   * @param who what the one whom it is about is called in the answer
   */
  private Parameters explain(
      PatientFacts facts,
      String who,
      StringType scenario,
      StringType date,
      StringType wanted,
      RequestDetails request) {
    Instant at = empty(date) ? clock.instant() : AsOf.instant("date", date.getValue(), zone);
    Explanation explanation = explanation(facts, at);
    Parameters answer = new Parameters();
    answer.addParameter().setName(who).setValue(new Reference(facts.evidence().reference()));
    answer.addParameter().setName("date").setValue(Times.dateTime(at, zone));
    String language =
        empty(wanted) ? language(request.getHeader("Accept-Language"), facts) : wanted.getValue();
    if (empty(scenario)) {
      add(answer, explanation, facts, language);
      catalog.scenarios(List.of()).stream()
          .filter(active -> explanation.only(active.id()).steps().isEmpty())
          .flatMap(active -> plans.read(PlanDefinition.class, active.id()).stream())
          .forEach(active -> silent(answer, active, language));
    } else {
      PlanDefinition definition = definition(scenario.getValue());
      Explanation only = explanation.only(definition.getIdElement().getIdPart());
      add(answer, only, facts, language);
      if (only.steps().isEmpty()) {
        silent(answer, definition, language);
      }
    }
    return answer;
  }

  /** What has passed is answered with what was known then. */
  private Explanation explanation(PatientFacts facts, Instant at) {
    Function<RequestRecord, List<Decision>> decided = ExplainOperation::decided;
    if (!at.isBefore(clock.instant())) {
      return Explanation.of(facts, planning.told(facts, at), decided, zone);
    }
    Planning then = planning.asOf(at);
    PatientFacts known = then.facts(List.of(facts.id())).get(facts.id());
    Explanation said =
        known == null ? new Explanation(List.of()) : Explanation.of(known, then.told(known, at));
    return Explanation.asOf(at, facts, said, decided, zone);
  }

  /** What was written down when it was decided. */
  static List<Decision> decided(RequestRecord request) {
    return Decisions.of((CommunicationRequest) FhirEvidence.of(request.evidence()));
  }

  static PatientFacts facts(Planning planning, IdType patient) {
    PatientFacts facts = planning.facts(List.of(patient.getIdPart())).get(patient.getIdPart());
    if (facts == null) {
      throw Refusals.notFound(
          "Patient/%s is not here: give the id of a Patient that exists"
              .formatted(patient.getIdPart()));
    }
    return facts;
  }

  private static boolean empty(StringType value) {
    return value == null || !value.hasValue();
  }

  /** Whoever asks in no language gets the patient's. */
  private static String language(String header, PatientFacts facts) {
    return header == null || header.isBlank() || header.startsWith("*") ? facts.language() : header;
  }

  private PlanDefinition definition(String scenario) {
    String id = scenario.replaceFirst("\\|.*$", "").replaceFirst("^.*/", "");
    return plans
        .read(PlanDefinition.class, id)
        .orElseThrow(
            () ->
                Refusals.notFound(
                    "PlanDefinition/%s is not here: give the id of a scenario, or leave it out"
                        .formatted(id)));
  }

  /** A scenario that said nothing: it does not plan, or it found no anchor. */
  private void silent(Parameters answer, PlanDefinition definition, String language) {
    String canonical = definition.getUrl() + "|" + definition.getVersion();
    boolean plans =
        catalog.scenarios(List.of()).stream().anyMatch(s -> s.canonical().equals(canonical));
    ParametersParameterComponent step = answer.addParameter().setName("scenario");
    part(step, "scenario").setValue(new CanonicalType(canonical));
    part(step, "result").setValue(new CodeType(Explanation.Result.NOT_PLANNED.code()));
    Reason reason = plans ? Reason.ANCHOR_GONE : Reason.SCENARIO_INACTIVE;
    part(step, "decisiveRule").setValue(new StringType(plans ? "anchor-found" : "scenario-active"));
    reason(step, reason, language);
    String detail = detail(definition, plans);
    part(step, "detail").setValue(new StringType(detail));
    List<String> inputs = List.of(new FhirEvidence(definition).versioned());
    rule(step, new Trace.Entry("scenario-active", plans ? null : reason, "", inputs), language);
    if (plans) {
      rule(step, new Trace.Entry("anchor-found", reason, detail, inputs), language);
    }
  }

  private String detail(PlanDefinition definition, boolean plans) {
    return plans
        ? "no record of this patient starts it: " + triggers(definition)
        : catalog.problem(definition).orElse("status " + definition.getStatus().toCode());
  }

  private static String triggers(PlanDefinition definition) {
    return definition.getActionFirstRep().getTrigger().stream()
        .map(
            trigger ->
                trigger.hasName()
                    ? trigger.getName()
                    : trigger.getType().toCode() + " " + trigger.getDataFirstRep().getType())
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** How the words of a step would be said to this patient, and what decided it. */
  private void tone(
      ParametersParameterComponent part, Explanation.StepAnswer step, PatientFacts facts) {
    if (tones == null) {
      return;
    }
    catalog.scenarios(List.of()).stream()
        .filter(scenario -> scenario.canonical().equals(step.canonical()))
        .flatMap(scenario -> scenario.steps().stream())
        .filter(one -> one.id().equals(step.step()))
        .findFirst()
        .map(one -> tones.of(facts.surroundings().organization(), one.activity(), facts.language()))
        .ifPresent(
            tone -> {
              part(part, "tone").setValue(new CodeType(tone.code()));
              part(part, "toneFrom").setValue(new StringType(tone.from()));
            });
  }

  private void add(
      Parameters answer, Explanation explanation, PatientFacts facts, String language) {
    for (Explanation.StepAnswer step : explanation.steps()) {
      ParametersParameterComponent part = answer.addParameter().setName("step");
      part(part, "key").setValue(new StringType(step.key()));
      part(part, "scenario").setValue(new CanonicalType(step.canonical()));
      part(part, "step").setValue(new StringType(step.step()));
      if (step.due() != null) {
        part(part, "due").setValue(Times.dateTime(step.due()));
      }
      part(part, "result").setValue(new CodeType(step.result().code()));
      if (step.decisive() != null) {
        part(part, "decisiveRule").setValue(new StringType(step.decisive()));
      }
      if (step.decidedAt() != null) {
        part(part, "decidedAt").setValue(Times.dateTime(step.decidedAt(), zone));
      }
      reason(part, step.reason(), language);
      if (step.request() != null) {
        part(part, "request").setValue(new Reference(step.request().evidence().reference()));
      }
      tone(part, step, facts);
      step.rules().forEach(rule -> rule(part, rule, language));
    }
  }

  private void rule(ParametersParameterComponent step, Trace.Entry rule, String language) {
    ParametersParameterComponent part = part(step, "rule");
    part(part, "name").setValue(new StringType(rule.rule()));
    part(part, "result").setValue(new CodeType(rule.passed() ? "yes" : "no"));
    reason(part, rule.reason(), language);
    if (rule.detail() != null && !rule.detail().isBlank()) {
      part(part, "detail").setValue(new StringType(rule.detail()));
    }
    rule.inputs().forEach(input -> input(part(part, "input"), input));
    Flip.of(rule.rule(), rule.reason()).ifPresent(flip -> flip(part(part, "flip"), flip, language));
  }

  /** Which input would turn the answer round, and how. */
  private static void flip(ParametersParameterComponent part, Flip flip, String language) {
    part(part, "element").setValue(new StringType(flip.element()));
    part(part, "text").setValue(new StringType(FlipWords.text(flip, language)));
  }

  private void reason(ParametersParameterComponent part, Reason reason, String language) {
    if (reason != null) {
      part(part, "reason").setValue(displays.coding(Words.REASON, reason.code(), language));
    }
  }

  /** The version stands beside the reference: servers drop it from references that they send. */
  private static void input(ParametersParameterComponent input, String versioned) {
    String[] parts = versioned.split("/_history/", 2);
    part(input, "reference").setValue(new Reference(parts[0]));
    if (parts.length > 1) {
      part(input, "version").setValue(new IdType(parts[1]));
    }
  }

  private static ParametersParameterComponent part(
      ParametersParameterComponent parent, String name) {
    return parent.addPart().setName(name);
  }
}
