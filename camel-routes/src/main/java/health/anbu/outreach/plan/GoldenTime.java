package health.anbu.outreach.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which time of the treatment a step goes by.
 *
 * @param planned what was found for this anchor, null before anybody looked, or for nothing found
 */
public record GoldenTime(String entry, GoldenTimes times, GoldenTimes.Planned planned) {

  public GoldenTime {
    Objects.requireNonNull(entry);
    Objects.requireNonNull(times);
  }

  /** The treatment has no time in the tables: there is no right moment, so there is no message. */
  boolean missing() {
    return planned == null && !times.rows().isEmpty();
  }

  /**
   * The step of a candidate at the time of its treatment. What is pending keeps the time it was
   * planned with, whatever became of the table; without any table the step's own offset holds.
   */
  static Candidate timed(Candidate candidate) {
    GoldenTime golden = candidate.step().golden();
    if (golden == null) {
      return candidate;
    }
    Set<Code> codes =
        candidate.anchor().resource().map(event -> event.codes("code")).orElse(Set.of());
    Optional<GoldenTimes.Planned> found =
        candidate
            .existing()
            .filter(RequestRecord::active)
            .map(RequestRecord::golden)
            .or(() -> golden.times().find(golden.entry(), codes));
    return found.map(planned -> candidate.with(candidate.step().at(planned))).orElse(candidate);
  }
}
