package health.anbu.outreach.kpi;

import java.util.Comparator;

/**
 * What became of one message.
 *
 * @param status a code of CodeSystem delivery-status
 * @param channel a code of CodeSystem channel
 * @param scenario the id of the PlanDefinition
 */
public record MessageOutcome(String status, String channel, String scenario)
    implements Comparable<MessageOutcome> {

  private static final Comparator<MessageOutcome> ORDER =
      Comparator.comparing(MessageOutcome::scenario)
          .thenComparing(MessageOutcome::channel)
          .thenComparing(MessageOutcome::status);

  @Override
  public int compareTo(MessageOutcome other) {
    return ORDER.compare(this, other);
  }
}
