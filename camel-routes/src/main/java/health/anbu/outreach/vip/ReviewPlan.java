package health.anbu.outreach.vip;

import java.util.List;

/**
 * What the review Task should be now; planning again with the result changes nothing.
 *
 * @param needed false: no Task, and an open one is cancelled
 * @param inputs the lines, in order
 * @param proposed to be kept with the Task, so that a removal is seen
 * @param exclusions whom the team removed from the open Task, kept in the record
 */
public record ReviewPlan(
    boolean needed,
    List<ReviewInput> inputs,
    List<ReviewInput> proposed,
    List<Exclusion> exclusions) {

  public ReviewPlan {
    inputs = List.copyOf(inputs);
    proposed = List.copyOf(proposed);
    exclusions = List.copyOf(exclusions);
  }
}
