package health.anbu.outreach.vip;

/**
 * The team looked and said no.
 *
 * @param tier what the rule proposed; a higher tier may be proposed again
 */
public record Exclusion(String patient, Tier tier, String reason) {}
