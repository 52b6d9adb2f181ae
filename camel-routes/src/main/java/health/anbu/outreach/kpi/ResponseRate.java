package health.anbu.outreach.kpi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The share of sent messages after which the patient booked, came or replied.
 *
 * <p>Denominator: requests of which a provider took a message in the period; several attempts are
 * one. Numerator: those whose patient booked, came or replied after the first such message, at most
 * {@link #WITHIN_DAYS} local days later. It says what followed, not what was caused: a response
 * counts for every message that it follows in time.
 */
public record ResponseRate(int numerator, int denominator) {

  public static final int WITHIN_DAYS = 14;

  /** With fewer messages one more response moves the rate by more than three points. */
  public static final int FEW = 30;

  public ResponseRate {
    Share.require(numerator, denominator);
  }

  /** To four decimals, half up; empty when nothing was sent. */
  public Optional<BigDecimal> score() {
    return Share.score(numerator, denominator);
  }

  /** Whether there are too few messages to compare by. */
  public boolean few() {
    return denominator < FEW;
  }

  ResponseRate and(ResponseRate other) {
    return new ResponseRate(numerator + other.numerator, denominator + other.denominator);
  }
}
