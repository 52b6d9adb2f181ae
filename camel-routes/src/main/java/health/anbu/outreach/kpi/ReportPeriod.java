package health.anbu.outreach.kpi;

import java.time.LocalDate;

/** Local dates of the clinic, both ends included, as in a MeasureReport's period. */
public record ReportPeriod(LocalDate from, LocalDate to) {

  public ReportPeriod {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A period ends after it starts, not " + from + " to " + to);
    }
  }

  public static ReportPeriod year(int year) {
    return new ReportPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
