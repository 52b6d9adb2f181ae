package health.anbu.outreach.route;

import health.anbu.outreach.fhir.ResponseReport;
import health.anbu.outreach.fhir.RevisitReport;
import health.anbu.outreach.kpi.ReportPeriod;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the measures of a period, by default of the last whole month. */
public final class PublishKpi {

  private static final Logger LOG = LoggerFactory.getLogger(PublishKpi.class);

  private final RevisitReport revisits;
  private final ResponseReport responses;
  private final Clock clock;
  private final ZoneId zone;

  PublishKpi(RevisitReport revisits, ResponseReport responses, Clock clock, ZoneId zone) {
    this.revisits = revisits;
    this.responses = responses;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Returns the reference of the MeasureReport of the revisits.
   *
   * @param from first local day, ISO 8601; both null for the last whole month
   * @param to last local day, included
   */
  public String publish(@Header("periodStart") String from, @Header("periodEnd") String to) {
    ReportPeriod period = period(from, to);
    String report = revisits.publish(period);
    LOG.info("published {} and {}", report, responses.publish(period));
    return report;
  }

  private ReportPeriod period(String from, String to) {
    if (from != null && to != null) {
      return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
    YearMonth last = YearMonth.from(clock.instant().atZone(zone)).minusMonths(1);
    return new ReportPeriod(last.atDay(1), last.atEndOfMonth());
  }
}
