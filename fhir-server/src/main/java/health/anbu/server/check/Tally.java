package health.anbu.server.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many there are of a thing, and how many of them lack something. */
final class Tally {

  /** From this share on it is worth a look, and from that on nothing can be done without. */
  private static final double LOOK = 0.05;

  private static final double HALF = 0.5;

  private final String things;
  private final Map<String, Integer> lacking = new TreeMap<>();
  private final Map<String, String> changes = new TreeMap<>();
  private int total;

  Tally(String things) {
    this.things = things;
  }

  void one() {
    total++;
  }

  int total() {
    return total;
  }

  /**
   * @param change what the source has to do about it
   * @param lacks whether this one lacks it
   */
  void count(String what, String change, boolean lacks) {
    changes.put(what, change);
    lacking.merge(what, lacks ? 1 : 0, Integer::sum);
  }

  void add(String what, String change, int number) {
    changes.put(what, change);
    lacking.merge(what, number, Integer::sum);
  }

  /**
   * @param needed without these most messages cannot go
   */
  List<Finding> findings(String subject, List<String> needed) {
    List<Finding> findings = new ArrayList<>();
    lacking.forEach(
        (what, number) -> {
          double share = total == 0 ? 0 : (double) number / total;
          String text =
              "%d of %d %s %s (%.0f %%)".formatted(number, total, things, what, share * 100);
          findings.add(
              share >= HALF && needed.contains(what)
                  ? Finding.fail(subject, text, changes.get(what))
                  : share >= LOOK
                      ? Finding.warn(subject, text, changes.get(what))
                      : Finding.ok(subject, text));
        });
    return findings;
  }
}
