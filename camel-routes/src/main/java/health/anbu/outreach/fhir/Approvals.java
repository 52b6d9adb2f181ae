package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;

/** Whether somebody of the staff has approved what some server stored as active. */
public interface Approvals {

  /** Where the server lets nothing become active without, or the operator answers for it. */
  Approvals GIVEN = (scenario, words) -> Optional.empty();

  /** What is missing, with what to do; empty where the scenario may plan. */
  Optional<String> missing(PlanDefinition scenario, List<ActivityDefinition> words);

  /** Whether a scenario waits for what becomes of this task. */
  default boolean waitFor(String task) {
    return false;
  }

  /** The same by these records, which are only read. */
  default Approvals in(FhirStore records) {
    return this;
  }
}
