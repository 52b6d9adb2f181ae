package health.anbu.outreach.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong at a simulated provider. */
enum FaultKind {
  TIMEOUT_AFTER_ACCEPT,
  SLOW_ANSWER,
  SERVER_ERROR,
  THROTTLE,
  REJECT_NUMBER,
  BLOCKED,
  TEMPLATE_MISMATCH,
  DUPLICATE_RECEIPT,
  REORDERED_RECEIPTS,
  LOST_RECEIPT,
  LATE_DELIVERY;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<FaultKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
