package health.anbu.outreach.plan;

import java.util.List;
import java.util.Optional;

/** What outreach should exist for a patient, and why. */
public record OutreachPlan(List<PlannedMessage> messages, Trace trace) {

  public OutreachPlan {
    messages = List.copyOf(messages);
  }

  public Optional<PlannedMessage> message(String key) {
    return messages.stream().filter(message -> message.key().equals(key)).findFirst();
  }
}
