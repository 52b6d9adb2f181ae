package health.anbu.outreach.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message that a simulated provider took, with what its carrier will make of it.
 *
 * @param at Clock time with the clinic's offset
 * @param groupingKey NHN's recipientGroupingKey, for Twilio null
 * @param template NHN's template code, for Twilio null
 * @param callback where Twilio reports to, for NHN null
 * @param result the provider's result code, "0" for Twilio's delivered
 * @param resultAt Clock instant from which on the result is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AcceptedMessage(
    String channel,
    String provider,
    String to,
    String from,
    String text,
    String title,
    String at,
    String providerId,
    String idempotencyKey,
    String groupingKey,
    String template,
    String callback,
    String result,
    String resultAt) {}
