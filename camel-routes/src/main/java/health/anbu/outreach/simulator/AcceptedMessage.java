package health.anbu.outreach.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message that a simulated provider took, with what its carrier will make of it.
 *
 * @param at Clock time with the clinic's offset
 * @param groupingKey NHN's recipientGroupingKey, LINE's request id, else null
 * @param template NHN's template code, WhatsApp's template name, else null
 * @param callback where Twilio reports to, an e-mail's one-click link, else null
 * @param result the provider's result code, "0" for delivered (LINE: never said), "250" for a mail
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
