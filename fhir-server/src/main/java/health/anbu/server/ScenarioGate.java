package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.FhirPaths;
import health.anbu.outreach.fhir.ScenarioCheck;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Compiles a scenario as the planner will, before it is stored. */
@Component
@Lazy
class ScenarioGate {

  private final ScenarioCheck check;

  ScenarioGate(FhirContext fhirContext, DaoFhirStore store, ObjectProvider<FhirPaths> paths) {
    check =
        new ScenarioCheck(
            fhirContext, store, paths.getIfAvailable(() -> new FhirPaths(fhirContext)));
  }

  OperationOutcome tooLarge(Resource resource) {
    return outcome(resource, IssueType.TOOLONG, check.tooLarge(resource));
  }

  OperationOutcome problems(Resource resource) {
    return outcome(resource, IssueType.INVALID, check.problem(resource));
  }

  private static OperationOutcome outcome(
      Resource resource, IssueType type, Optional<String> problem) {
    OperationOutcome outcome = new OperationOutcome();
    problem.ifPresent(
        what ->
            outcome
                .addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(what)
                .addExpression(resource.fhirType()));
    return outcome;
  }
}
