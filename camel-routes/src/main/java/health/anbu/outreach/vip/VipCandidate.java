package health.anbu.outreach.vip;

import java.util.Comparator;

/**
 * A patient the rule proposes to the team.
 *
 * @param ruleVersion the {@link TierRule} that proposes
 */
public record VipCandidate(String patient, Tier tier, int recent, int total, String ruleVersion) {

  static final Comparator<VipCandidate> ORDER =
      Comparator.comparing(VipCandidate::tier)
          .thenComparing(Comparator.comparingInt(VipCandidate::total).reversed())
          .thenComparing(Comparator.comparingInt(VipCandidate::recent).reversed())
          .thenComparing(VipCandidate::patient);

  String numbers() {
    return "%d referred in the last 12 months, %d in total (%s)"
        .formatted(recent, total, ruleVersion);
  }
}
