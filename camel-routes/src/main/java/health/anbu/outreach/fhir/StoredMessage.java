package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Evidence;
import health.anbu.outreach.plan.MessageRecord;

/**
 * A recorded message with what is needed to follow it up.
 *
 * @param patient id, null for somebody who is no patient
 * @param provider and {@code providerId}: null where no provider took it
 */
public record StoredMessage(
    Evidence evidence, MessageRecord record, String patient, String provider, String providerId) {}
