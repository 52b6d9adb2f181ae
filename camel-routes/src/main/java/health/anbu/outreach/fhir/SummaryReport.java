package health.anbu.outreach.fhir;

import health.anbu.outreach.kpi.ReportPeriod;
import health.anbu.outreach.plan.DerivedId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** How a measure of a period is written: the same period again is the same report. */
final class SummaryReport {

  static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
  private static final String IMPROVEMENT =
      "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";

  private SummaryReport() {}

  /**
   * @param clinic its name; null or blank where it has none
   */
  static MeasureReport of(
      String measure, ReportPeriod period, Instant now, ZoneId zone, String clinic) {
    MeasureReport report = new MeasureReport();
    report.setId(
        DerivedId.of("measure-report|" + measure + "|" + period.from() + "|" + period.to()));
    report.setStatus(MeasureReportStatus.COMPLETE);
    report.setType(MeasureReportType.SUMMARY);
    report.setMeasure(Words.BASE + "/Measure/" + measure);
    report.setDateElement(Times.dateTime(now, zone));
    if (clinic != null && !clinic.isBlank()) {
      report.setReporter(new Reference().setDisplay(clinic));
    }
    report.getPeriod().setStartElement(new DateTimeType(period.from().toString()));
    report.getPeriod().setEndElement(new DateTimeType(period.to().toString()));
    report.setImprovementNotation(Codings.concept(IMPROVEMENT, "increase"));
    return report;
  }

  static void count(
      MeasureReportGroupComponent group,
      int numerator,
      int denominator,
      Optional<BigDecimal> score) {
    population(group, "initial-population", denominator);
    population(group, "denominator", denominator);
    population(group, "numerator", numerator);
    score.ifPresent(known -> group.setMeasureScore(new Quantity().setValue(known)));
  }

  private static void population(MeasureReportGroupComponent group, String code, int count) {
    group.addPopulation().setCode(Codings.concept(POPULATION, code)).setCount(count);
  }

  /** Keeps it; returns its reference. */
  static String keep(MeasureReport report, FhirStore plans) {
    String id = report.getIdElement().getIdPart();
    String version =
        plans.read(MeasureReport.class, id).map(r -> r.getMeta().getVersionId()).orElse(null);
    plans.write(List.of(RequestWriter.put(report, version)));
    return "MeasureReport/" + id;
  }
}
