package health.anbu.outreach.route;

import java.math.BigInteger;
import java.util.Locale;

/**
 * How an SMSC writes the same id in its answer and in its receipts. Many answer in hexadecimal and
 * report in decimal, or the other way round; which, only the clinic's contract says: 1234 is both.
 */
enum SmppMessageIds {
  SAME(0, 0),
  HEX_THEN_DECIMAL(16, 10),
  DECIMAL_THEN_HEX(10, 16);

  private final int answered;
  private final int reported;

  SmppMessageIds(int answered, int reported) {
    this.answered = answered;
    this.reported = reported;
  }

  static SmppMessageIds of(String setting) {
    return setting.isBlank()
        ? SAME
        : valueOf(setting.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The id of a submit_sm_resp in the notation that is kept. */
  String ofAnswer(String id) {
    return this == SAME ? id : kept(id, answered);
  }

  /** The id in the text of a receipt in the same notation. */
  String ofReceipt(String id) {
    return this == SAME ? id : kept(id, reported);
  }

  /** In the notation of the answer, small letters, without leading zeros; as it is if no number. */
  private String kept(String id, int radix) {
    try {
      return new BigInteger(id, radix).toString(answered);
    } catch (NumberFormatException e) {
      return id;
    }
  }
}
