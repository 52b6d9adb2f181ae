package health.anbu.outreach.vip;

import java.util.Map;
import java.util.TreeSet;

/** Finds the record that counts when patients were merged (Patient.link replaced-by). */
record MergedPatients(Map<String, String> replacedBy) {

  MergedPatients {
    replacedBy = Map.copyOf(replacedBy);
  }

  /** The end of the chain; in a chain that bites its tail, the smallest id in the circle. */
  String survivor(String patient) {
    TreeSet<String> seen = new TreeSet<>();
    String current = patient;
    while (replacedBy.containsKey(current) && seen.add(current)) {
      current = replacedBy.get(current);
    }
    return replacedBy.containsKey(current) ? smallestOfCircle(current) : current;
  }

  private String smallestOfCircle(String start) {
    TreeSet<String> circle = new TreeSet<>();
    for (String current = start; circle.add(current); current = replacedBy.get(current)) {}
    return circle.first();
  }
}
