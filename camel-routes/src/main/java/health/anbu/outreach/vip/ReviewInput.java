package health.anbu.outreach.vip;

/**
 * One line of the list the team looks at.
 *
 * @param reason the rule's numbers, or why the team added this patient
 * @param manual added by the team
 */
public record ReviewInput(String patient, Tier tier, String reason, boolean manual) {

  static ReviewInput of(VipCandidate candidate) {
    return new ReviewInput(candidate.patient(), candidate.tier(), candidate.numbers(), false);
  }

  public static ReviewInput added(String patient, Tier tier, String reason) {
    return new ReviewInput(patient, tier, reason, true);
  }
}
