package health.anbu.outreach.fhir;

import health.anbu.outreach.kpi.ReportPeriod;
import health.anbu.outreach.kpi.ResponseCount;
import health.anbu.outreach.kpi.ResponseRate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;

/**
 * How many messages were followed by a booking, a visit or a reply, as a MeasureReport with a
 * stratum for each scenario, step and offset: which timing patients answer to.
 */
public final class ResponseReport {

  static final String ID = "response-rate";

  private final ResponseReader reader;
  private final FhirStore plans;
  private final Clock clock;
  private final ZoneId zone;
  private final String clinic;

  public ResponseReport(
      FhirStore source,
      FhirStore plans,
      ScenarioCatalog catalog,
      Clock clock,
      ZoneId zone,
      String clinic) {
    this.reader = new ResponseReader(source, plans, catalog, zone);
    this.plans = plans;
    this.clock = clock;
    this.zone = zone;
    this.clinic = clinic;
  }

  /** Counts and keeps the report: the same period again replaces it. Returns its reference. */
  public String publish(ReportPeriod period) {
    return SummaryReport.keep(report(period), plans);
  }

  FhirStore plans() {
    return plans;
  }

  /** Counts, and keeps nothing. */
  MeasureReport report(ReportPeriod period) {
    ResponseCount count = reader.read(period);
    MeasureReport report = SummaryReport.of(ID, period, clock.instant(), zone, clinic);
    MeasureReportGroupComponent group = report.addGroup();
    ResponseRate all = count.total();
    SummaryReport.count(group, all.numerator(), all.denominator(), all.score());
    MeasureReportGroupStratifierComponent steps = group.addStratifier();
    steps.addCode().setText("scenario, step and offset");
    count
        .rates()
        .forEach(
            (step, rate) ->
                stratum(
                    steps,
                    Map.of(
                        "scenario", step.scenario(),
                        "step", step.step(),
                        "offset", step.offset()),
                    rate));
    return report;
  }

  private static void stratum(
      MeasureReportGroupStratifierComponent steps, Map<String, String> parts, ResponseRate rate) {
    StratifierGroupComponent stratum = steps.addStratum();
    for (String part : new String[] {"scenario", "step", "offset"}) {
      stratum.addComponent().setCode(text(part)).setValue(text(parts.get(part)));
    }
    population(stratum, "initial-population", rate.denominator());
    population(stratum, "denominator", rate.denominator());
    population(stratum, "numerator", rate.numerator());
    rate.score().ifPresent(score -> stratum.setMeasureScore(new Quantity().setValue(score)));
    if (rate.few()) {
      stratum.addExtension(Codings.extension("small-count", new BooleanType(true)));
    }
  }

  private static CodeableConcept text(String text) {
    return new CodeableConcept().setText(text);
  }

  private static void population(StratifierGroupComponent stratum, String code, int count) {
    stratum
        .addPopulation()
        .setCode(Codings.concept(SummaryReport.POPULATION, code))
        .setCount(count);
  }
}
