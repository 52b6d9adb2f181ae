package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.anbu.outreach.kpi.ReportPeriod;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.StringType;

/**
 * {@code Measure/revisit-rate/$evaluate-measure}, and {@code response-rate}: GET counts and keeps
 * nothing, POST keeps the MeasureReport, too.
 */
public final class MeasureOperation implements OutreachOperations {

  private final RevisitReport revisits;
  private final ResponseReport responses;

  public MeasureOperation(RevisitReport revisits, ResponseReport responses) {
    this.revisits = revisits;
    this.responses = responses;
  }

  /**
   * @param from first local day of the period
   * @param to last local day of the period, included
   */
  @Operation(name = "$evaluate-measure", typeName = "Measure", idempotent = true)
  public MeasureReport evaluate(
      @IdParam IdType measure,
      @OperationParam(name = "periodStart", max = 1) StringType from,
      @OperationParam(name = "periodEnd", max = 1) StringType to,
      RequestDetails request) {
    boolean asksForResponses = ResponseReport.ID.equals(measure.getIdPart());
    if (!asksForResponses && !RevisitReport.ID.equals(measure.getIdPart())) {
      throw Refusals.notFound(
          "Measure/%s is none that is computed here: use Measure/%s or Measure/%s"
              .formatted(measure.getIdPart(), RevisitReport.ID, ResponseReport.ID));
    }
    ReportPeriod period = period(day("periodStart", from), day("periodEnd", to));
    MeasureReport report = asksForResponses ? responses.report(period) : revisits.report(period);
    if (request.getRequestType() == RequestTypeEnum.POST) {
      SummaryReport.keep(report.copy(), responses.plans());
    }
    return report;
  }

  private static LocalDate day(String name, StringType value) {
    if (value == null || !value.hasValue()) {
      throw Refusals.invalid(name + " is missing: give it as 2026-01-01");
    }
    return AsOf.day(name, value.getValue());
  }

  private static ReportPeriod period(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw Refusals.invalid("periodEnd lies before periodStart: give a later periodEnd");
    }
    return new ReportPeriod(from, to);
  }
}
