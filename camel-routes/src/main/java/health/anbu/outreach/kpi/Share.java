package health.anbu.outreach.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A part of a whole in whole numbers. */
final class Share {

  private static final int DECIMALS = 4;

  private Share() {}

  static void require(int numerator, int denominator) {
    if (numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException(numerator + " of " + denominator + " is no share");
    }
  }

  /** To four decimals, half up; empty of nothing. */
  static Optional<BigDecimal> score(int numerator, int denominator) {
    return denominator == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP));
  }
}
