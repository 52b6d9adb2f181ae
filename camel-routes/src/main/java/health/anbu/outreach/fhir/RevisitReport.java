package health.anbu.outreach.fhir;

import health.anbu.outreach.kpi.ReportPeriod;
import health.anbu.outreach.kpi.RevisitCount;
import health.anbu.outreach.kpi.RevisitRate;
import health.anbu.outreach.kpi.Visit;
import java.time.Clock;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;

/**
 * The share of patients who came back, as a MeasureReport. Encounters are read page by page, so
 * that a year of a large clinic needs little memory.
 */
public final class RevisitReport {

  public static final String ID = "revisit-rate";
  static final String MEASURE = Words.BASE + "/Measure/" + ID;
  static final String TITLE = "Revisit rate";
  private static final int PAGE = 500;

  private final FhirStore source;
  private final FhirStore plans;
  private final Clock clock;
  private final ZoneId zone;
  private final String clinic;

  public RevisitReport(FhirStore source, FhirStore plans, Clock clock, ZoneId zone, String clinic) {
    this.source = source;
    this.plans = plans;
    this.clock = clock;
    this.zone = zone;
    this.clinic = clinic;
  }

  /** Counts and keeps the report: the same period again replaces it. Returns its reference. */
  public String publish(ReportPeriod period) {
    return SummaryReport.keep(report(period), plans);
  }

  /** Counts, and keeps nothing. */
  MeasureReport report(ReportPeriod period) {
    return report(period, rate(period));
  }

  private RevisitRate rate(ReportPeriod period) {
    RevisitCount count = new RevisitCount(period, zone);
    // A day more on both ends: a server may compare the dates of records without their offset.
    Query visits =
        Query.of("Encounter")
            .where("status", "finished")
            .where("date", "ge" + period.from().minusDays(1))
            .where("date", "le" + period.to().plusDays(RevisitRate.WITHIN_DAYS + 1L))
            .pageSize(PAGE);
    source.search(visits, page -> page.forEach(visit -> add(visit, count)));
    return count.rate();
  }

  private void add(Resource resource, RevisitCount count) {
    Encounter encounter = (Encounter) resource;
    var start = Times.when(encounter.getPeriod());
    var patient = References.patient(encounter.getSubject());
    if (start.known() && patient.isPresent() && encounter.hasStatus()) {
      count.add(
          new Visit(patient.get(), start.in(zone).toInstant(), encounter.getStatus().toCode()));
    }
  }

  private MeasureReport report(ReportPeriod period, RevisitRate rate) {
    MeasureReport report = SummaryReport.of(ID, period, clock.instant(), zone, clinic);
    SummaryReport.count(report.addGroup(), rate.numerator(), rate.denominator(), rate.score());
    return report;
  }
}
