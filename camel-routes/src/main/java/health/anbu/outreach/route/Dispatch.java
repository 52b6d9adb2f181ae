package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message that was decided to be sent, on its way to a provider and back.
 *
 * @param attempt 1 for the first
 * @param laterChannels what is left to try when this one fails
 * @param message what the provider gets
 * @param together the other requests that go as this one message; usually none
 * @param outcome null until the provider was asked
 */
public record Dispatch(
    DueMessage due,
    PatientFacts facts,
    RequestRecord request,
    int attempt,
    List<String> laterChannels,
    Purpose sentAs,
    Rendering.Rendered rendered,
    OutgoingMessage message,
    List<RequestRecord> together,
    SendOutcome outcome) {

  public Dispatch {
    together = List.copyOf(together);
  }

  Dispatch with(SendOutcome result) {
    return new Dispatch(
        due, facts, request, attempt, laterChannels, sentAs, rendered, message, together, result);
  }

  /** The same as one message for these requests, the first of which is its own. */
  Dispatch joined(
      RequestRecord own,
      List<RequestRecord> others,
      Rendering.Rendered text,
      OutgoingMessage joinedMessage) {
    return new Dispatch(
        due, facts, own, attempt, laterChannels, sentAs, text, joinedMessage, others, outcome);
  }

  /** Every request that it is an attempt for. */
  List<RequestRecord> requests() {
    return Stream.concat(Stream.of(request), together.stream()).toList();
  }

  /** The provider has to be asked whether it has this message before anything is sent. */
  public boolean isSuspect() {
    return due.timer().suspect() && outcome == null;
  }

  /** It has come to an end: no provider is to be called. */
  public boolean isSettled() {
    return outcome != null;
  }

  /** For the content-based router. */
  public String getChannel() {
    return message.channel();
  }
}
