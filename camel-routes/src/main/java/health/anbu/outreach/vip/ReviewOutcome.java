package health.anbu.outreach.vip;

import java.util.List;

/**
 * What a completed review decides.
 *
 * @param changes one for each patient, by patient id
 * @param exclusions the team's no, to be kept for the next review
 */
public record ReviewOutcome(List<FlagChange> changes, List<Exclusion> exclusions) {

  public ReviewOutcome {
    changes = List.copyOf(changes);
    exclusions = List.copyOf(exclusions);
  }
}
