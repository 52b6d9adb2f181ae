package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Stop;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What reads facts and plans; those who only show a plan ask it and decide nothing. */
public interface Planning {

  /** The facts by patient id; patients that are not there are left out. */
  Map<String, PatientFacts> facts(Collection<String> patients);

  /** The plan as of this instant, with the scenarios that are active now. */
  OutreachPlan plan(PatientFacts facts, Instant now);

  /** The plan of just these scenarios. */
  default OutreachPlan plan(PatientFacts facts, List<Scenario> scenarios, Instant now) {
    throw new UnsupportedOperationException("plans what is active only");
  }

  /** The plan with what only holds it back for now, to be told to people. */
  default OutreachPlan told(PatientFacts facts, Instant now) {
    return plan(facts, now);
  }

  /** The kill switches, also those that are to come. */
  default List<Stop> stops() {
    return List.of();
  }

  /** Something was written about these patients: their timers follow. */
  default void follow(Collection<String> patients) {
    // Who only reads keeps no timers.
  }

  /** The same with records and scenarios as they were then; as they are now, where nobody knows. */
  default Planning asOf(Instant then) {
    return this;
  }
}
