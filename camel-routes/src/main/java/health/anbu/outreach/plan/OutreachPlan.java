package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.Instant;
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

  /**
   * The same plan with what kill switches say of it. What one holds back stays planned: it waits,
   * and goes when the switch is off again.
   */
  public OutreachPlan under(List<Stop> stops, PatientFacts facts, Instant now) {
    List<Stop> standing = stops.stream().filter(stop -> stop.standsAt(now)).toList();
    Trace answered = new Trace();
    for (Trace.StepTrace step : trace.steps()) {
      answered.add(
          message(step.key()).isPresent() ? step.with(notStopped(step, standing, facts)) : step);
    }
    return new OutreachPlan(messages, answered);
  }

  private static Trace.Entry notStopped(
      Trace.StepTrace step, List<Stop> standing, PatientFacts facts) {
    return standing.stream()
        .filter(stop -> stop.holds(step.scenario(), facts))
        .findFirst()
        .map(
            stop ->
                new Trace.Entry(
                    BeforeSending.NOT_STOPPED,
                    Reason.KILL_SWITCH,
                    "stopped: " + stop.what(),
                    List.of(stop.reference())))
        .orElseGet(
            () ->
                new Trace.Entry(
                    BeforeSending.NOT_STOPPED, null, "", List.of(facts.evidence().versioned())));
  }
}
