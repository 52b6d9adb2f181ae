package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.BaseHostServices;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;

/** What a scenario's FHIRPath can name beside its anchor: %patient, %now, %today and more. */
final class NamedFacts extends BaseHostServices {

  private static final Map<String, Function<Situation, Optional<Base>>> FACTS =
      Map.of(
          "patient", situation -> Optional.of(FhirEvidence.of(situation.facts().evidence())),
          "anchor", situation -> Optional.of(FhirEvidence.of(situation.anchor())),
          "now", situation -> Optional.of(now(situation)),
          "today", situation -> Optional.of(new DateType(today(situation).toString())),
          "vipTier",
              situation -> Optional.ofNullable(situation.facts().vipTier()).map(StringType::new),
          "referralCount",
              situation -> Optional.of(new IntegerType(situation.facts().referralCount())),
          "monthsSinceLastVisit",
              situation -> VisitFacts.monthsSinceLast(situation).map(IntegerType::new),
          "visitsBefore", situation -> Optional.of(new IntegerType(VisitFacts.before(situation))),
          "daysSinceAnchor",
              situation -> VisitFacts.daysSinceAnchor(situation).map(IntegerType::new),
          "nextAppointment",
              situation -> VisitFacts.next(situation).map(at -> moment(at, situation)));

  NamedFacts() {
    super(null);
  }

  static boolean knows(String name) {
    return FACTS.containsKey(name);
  }

  @Override
  public List<Base> resolveConstant(
      FHIRPathEngine engine, Object situation, String name, FHIRPathConstantEvaluationMode mode)
      throws PathEngineException {
    String fact = name.startsWith("%") ? name.substring(1) : name;
    Function<Situation, Optional<Base>> reader = FACTS.get(fact);
    if (reader == null || !(situation instanceof Situation)) {
      return List.of();
    }
    return reader.apply((Situation) situation).map(List::of).orElse(List.of());
  }

  @Override
  public TypeDetails resolveConstantType(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode)
      throws PathEngineException {
    return null;
  }

  @Override
  public Base resolveReference(FHIRPathEngine engine, Object context, String url, Base base)
      throws FHIRException {
    // Facts were read before; an expression never makes a request of its own.
    return null;
  }

  @Override
  public ValueSet resolveValueSet(FHIRPathEngine engine, Object context, String url) {
    return null;
  }

  @Override
  public boolean conformsToProfile(
      FHIRPathEngine engine, Object context, Base item, String profile) {
    return false;
  }

  @Override
  public boolean log(String argument, List<Base> data) {
    // An expression may hold a name or a number: nothing of it goes into a log.
    return true;
  }

  @Override
  public boolean paramIsType(String name, int index) {
    return false;
  }

  private static Base now(Situation situation) {
    return moment(situation.now(), situation);
  }

  private static Base moment(Instant at, Situation situation) {
    return new DateTimeType(
        Date.from(at),
        ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND,
        TimeZone.getTimeZone(situation.zone()));
  }

  private static LocalDate today(Situation situation) {
    return situation.now().atZone(situation.zone()).toLocalDate();
  }
}
