package health.anbu.outreach.vip;

import java.time.LocalDate;

/**
 * How many new patients somebody sent, as of a day.
 *
 * @param recent within the rule's window
 * @param total ever, up to and including that day
 */
public record ReferralCount(String patient, int recent, int total, LocalDate asOf) {}
