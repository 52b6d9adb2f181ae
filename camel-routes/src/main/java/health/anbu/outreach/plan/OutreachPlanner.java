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
        judged.addAll(thisYearOrNext(facts, scenario, moment, clinic, now, index));
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

  /**
   * Of a day that comes every year there is always one waiting: once nothing of this year is left,
   * whether it went or not, next year's is planned.
   */
  private static List<Judged> thisYearOrNext(
      PatientFacts facts,
      Scenario scenario,
      AnchorMoment moment,
      ClinicPolicy clinic,
      Instant now,
      PatientIndex index) {
    List<Judged> all = new ArrayList<>(judge(facts, scenario, moment, clinic, now, index));
    if (all.stream().noneMatch(Judged::pending)) {
      moment
          .nextYear(scenario, facts, clinic.zone())
          .map(next -> judge(facts, scenario, next, clinic, now, index))
          .ifPresent(next -> next.stream().filter(Judged::pending).forEach(all::add));
    }
    return all;
  }

  private static List<Judged> judge(
      PatientFacts facts,
      Scenario scenario,
      AnchorMoment moment,
      ClinicPolicy clinic,
      Instant now,
      PatientIndex index) {
    List<Judged> judged = new ArrayList<>();
    Map<Condition, Condition.Answer> answers = new IdentityHashMap<>();
    for (Step step : scenario.steps()) {
      Candidate first =
          new Candidate(facts, scenario, step, moment, clinic, now, index, answers, 0);
      for (Candidate candidate : Recurring.occurrences(GoldenTime.timed(first))) {
        judge(candidate).ifPresent(judged::add);
      }
    }
    return judged;
  }

  private static Optional<Judged> judge(Candidate candidate) {
    return candidate.followsThisVersion()
        ? Optional.of(new Judged(candidate, StepRules.judge(candidate)))
        : Optional.empty();
  }
}
