package health.anbu.outreach.vip;

/**
 * A tier the team has given: an active Flag.
 *
 * @param manual given by the team, not by the rule; the rule does not take it away
 */
public record VipFlag(String id, String patient, Tier tier, boolean manual) {}
