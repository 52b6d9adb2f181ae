package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.PatientTraits;
import health.anbu.outreach.plan.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.BaseHostServices;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.CollectionStatus;
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

  /** The type, so that an expression can be checked before there is a patient; null: the anchor. */
  private record Fact(String type, Function<Situation, Optional<Base>> reader) {}

  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          fact("patient", "Patient", s -> Optional.of(FhirEvidence.of(s.facts().evidence()))),
          fact("anchor", null, s -> Optional.of(FhirEvidence.of(s.anchor()))),
          fact("now", "dateTime", s -> Optional.of(now(s))),
          fact("today", "date", s -> Optional.of(new DateType(today(s).toString()))),
          fact("vipTier", "string", s -> text(s.facts().vipTier())),
          fact("referralCount", "integer", s -> number(s.facts().referralCount())),
          fact(
              "monthsSinceLastVisit",
              "integer",
              s -> VisitFacts.monthsSinceLast(s).map(IntegerType::new)),
          fact("visitsBefore", "integer", s -> number(VisitFacts.before(s))),
          fact(
              "daysSinceAnchor",
              "integer",
              s -> VisitFacts.daysSinceAnchor(s).map(IntegerType::new)),
          fact("journeyStage", "string", s -> text(traits(s).stage().code())),
          fact(
              "lastVisit",
              "date",
              s -> traits(s).lastVisit().map(day -> new DateType(day.toString()))),
          fact("nextAppointment", "dateTime", s -> VisitFacts.next(s).map(at -> moment(at, s))));

  private static Map.Entry<String, Fact> fact(
      String name, String type, Function<Situation, Optional<Base>> reader) {
    return Map.entry(name, new Fact(type, reader));
  }

  private static PatientTraits traits(Situation situation) {
    return new PatientTraits(situation.facts(), situation.now(), situation.zone());
  }

  private static Optional<Base> text(String value) {
    return Optional.ofNullable(value).map(StringType::new);
  }

  private static Optional<Base> number(int value) {
    return Optional.of(new IntegerType(value));
  }

  NamedFacts() {
    super(null);
  }

  static boolean knows(String name) {
    return FACTS.containsKey(name);
  }

  /** As they are written, for whoever wrote another. */
  static String names() {
    return FACTS.keySet().stream()
        .sorted()
        .map(name -> "%" + name)
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<Base> resolveConstant(
      FHIRPathEngine engine, Object situation, String name, FHIRPathConstantEvaluationMode mode)
      throws PathEngineException {
    String fact = name.startsWith("%") ? name.substring(1) : name;
    Fact known = FACTS.get(fact);
    if (known == null || !(situation instanceof Situation)) {
      return List.of();
    }
    return known.reader().apply((Situation) situation).map(List::of).orElse(List.of());
  }

  @Override
  public TypeDetails resolveConstantType(
      FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode)
      throws PathEngineException {
    Fact known = FACTS.get(name.startsWith("%") ? name.substring(1) : name);
    if (known == null) {
      return null;
    }
    String[] types =
        known.type() == null
            ? ((Collection<?>) context).stream().map(String::valueOf).toArray(String[]::new)
            : new String[] {known.type()};
    return new TypeDetails(CollectionStatus.SINGLETON, types);
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
