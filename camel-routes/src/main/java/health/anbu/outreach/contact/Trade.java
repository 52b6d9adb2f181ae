package health.anbu.outreach.contact;

import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The exception of an existing trade: who was a customer may for a while be told of the same kind
 * of thing without having consented, until they refuse.
 *
 * @param lasts after the trade
 * @param source the rule, with the clinic's own reason to claim it
 */
public record Trade(Period lasts, String source) {

  /** Both laws have to know it. */
  static Trade shorter(Trade one, Trade other) {
    if (one == null || other == null) {
      return null;
    }
    return one.lasts.toTotalMonths() <= other.lasts.toTotalMonths() ? one : other;
  }

  /**
   * What it is worth: a consent to advertising that ends by itself. It has no date on which it was
   * given, so that it never lifts a refusal, not even an older one.
   *
   * @param reference the treatment, with its version
   */
  public ConsentRecord consent(String reference, ZonedDateTime treated) {
    return new ConsentRecord(
        reference,
        true,
        Set.of(Purpose.ADVERTISING),
        Set.of(),
        null,
        treated.toInstant(),
        treated.plus(lasts).toInstant(),
        treated.toInstant(),
        false,
        "existing trade: " + source);
  }
}
