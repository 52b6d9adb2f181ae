package health.anbu.outreach.kpi;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The share of patients who came back: the outcome that outreach is for.
 *
 * <p>Denominator: patients with a finished visit in the period. Numerator: those of them with
 * another finished visit on a later local date, at most {@link #WITHIN_DAYS} days after their first
 * one in the period, also when it lies after the period's end. A message is not a visit and is
 * counted nowhere here.
 */
public record RevisitRate(int numerator, int denominator) {

  public static final int WITHIN_DAYS = 180;

  public RevisitRate {
    Share.require(numerator, denominator);
  }

  /** To four decimals, half up; empty when nobody came in the period. */
  public Optional<BigDecimal> score() {
    return Share.score(numerator, denominator);
  }

  public static RevisitRate of(Iterable<Visit> visits, ReportPeriod period, ZoneId zone) {
    RevisitCount count = new RevisitCount(period, zone);
    visits.forEach(count::add);
    return count.rate();
  }
}
