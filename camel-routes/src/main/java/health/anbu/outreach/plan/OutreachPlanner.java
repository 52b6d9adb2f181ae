package health.anbu.outreach.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what outreach should exist for a patient. A pure function: the same facts, scenarios, clinic
 * and time give the same plan, in the same order.
 */
public final class OutreachPlanner {

  private OutreachPlanner() {}

  public static OutreachPlan plan(
      PatientFacts facts, List<Scenario> scenarios, ClinicPolicy clinic, Instant now) {
    List<Judged> judged = new ArrayList<>();
    PatientIndex index = new PatientIndex(facts, clinic, now);
    for (Scenario scenario : scenarios) {
      for (AnchorMoment moment : AnchorMoment.of(scenario, facts, clinic, now)) {
        Map<Condition, Condition.Answer> answers = new IdentityHashMap<>();
        for (Step step : scenario.steps()) {
          Candidate first =
              new Candidate(facts, scenario, step, moment, clinic, now, index, answers, 0);
          for (Candidate candidate : Recurring.occurrences(GoldenTime.timed(first))) {
            judge(candidate).ifPresent(judged::add);
          }
        }
      }
    }
    Trace trace = new Trace();
    List<PlannedMessage> messages = new ArrayList<>();
    for (Judged settled : Contest.settle(judged, now)) {
      trace.add(settled.trace());
      settled.message().ifPresent(messages::add);
    }
    return new OutreachPlan(messages, trace);
  }

  private static Optional<Judged> judge(Candidate candidate) {
    return candidate.followsThisVersion()
        ? Optional.of(new Judged(candidate, StepRules.judge(candidate)))
        : Optional.empty();
  }
}
