package health.anbu.bench;

import java.util.Locale;

/** What was promised, and what was measured. */
record Bar(String what, double limit, boolean atMost, String unit, double measured) {

  static Bar atMost(String what, double limit, String unit, double measured) {
    return new Bar(what, limit, true, unit, measured);
  }

  static Bar atLeast(String what, double limit, String unit, double measured) {
    return new Bar(what, limit, false, unit, measured);
  }

  boolean held() {
    return atMost ? measured <= limit : measured >= limit;
  }

  String verdict() {
    if (held()) {
      return "held";
    }
    double worse = atMost ? measured / limit : limit / measured;
    return "**missed** by a factor of " + number(worse);
  }

  String row() {
    return "| %s | %s %s | %s | %s |"
        .formatted(
            what, atMost ? "at most" : "at least", quantity(limit), quantity(measured), verdict());
  }

  private String quantity(double value) {
    return unit.isEmpty() ? number(value) : number(value) + " " + unit;
  }

  /** Three digits are what a measurement is worth. */
  static String number(double value) {
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
