package health.anbu.outreach.kpi;

import java.util.Comparator;

/**
 * What messages are compared by.
 *
 * @param scenario id of the PlanDefinition
 * @param step id of its step
 * @param offset from the anchor as it was planned, such as {@code 3 mo after}
 */
public record SentStep(String scenario, String step, String offset)
    implements Comparable<SentStep> {

  private static final Comparator<SentStep> ORDER =
      Comparator.comparing(SentStep::scenario)
          .thenComparing(SentStep::step)
          .thenComparing(SentStep::offset);

  @Override
  public int compareTo(SentStep other) {
    return ORDER.compare(this, other);
  }
}
