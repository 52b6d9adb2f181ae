package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.List;

/** What to do with a message that is due: send it, move it to a later instant, or let it be. */
public sealed interface ContactDecision {

  /** Send over the first of these channels that has not failed yet. */
  record Send(List<String> channels, Purpose sentAs) implements ContactDecision {}

  record Defer(Instant until, Reason reason) implements ContactDecision {}

  record Skip(Reason reason) implements ContactDecision {}
}
