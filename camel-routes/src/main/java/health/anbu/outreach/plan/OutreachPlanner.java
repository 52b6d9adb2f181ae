package health.anbu.outreach.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what outreach should exist for a patient. A pure function: the same facts, scenarios, clinic
 * and time give the same plan, in the same order.
 */
public final class OutreachPlanner {

  private OutreachPlanner() {}

  public static OutreachPlan plan(
      PatientFacts facts, List<Scenario> scenarios, ClinicPolicy clinic, Instant now) {
    Trace trace = new Trace();
    List<PlannedMessage> messages = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (AnchorMoment moment : AnchorMoment.of(scenario, facts, clinic, now)) {
        for (Step step : scenario.steps()) {
          plan(new Candidate(facts, scenario, step, moment, clinic, now), trace)
              .ifPresent(messages::add);
        }
      }
    }
    return new OutreachPlan(messages, trace);
  }

  private static Optional<PlannedMessage> plan(Candidate candidate, Trace trace) {
    if (!candidate.followsThisVersion()) {
      return Optional.empty();
    }
    StepRules.Verdict verdict = StepRules.judge(candidate);
    trace.add(
        new Trace.StepTrace(
            candidate.key(),
            candidate.scenario().id(),
            candidate.scenario().canonical(),
            candidate.step().id(),
            verdict.entries(),
            verdict.due()));
    return verdict.message();
  }
}
