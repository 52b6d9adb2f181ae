package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What an operation refuses, in words that say what to change. */
final class Refusals {

  private Refusals() {}

  static ResourceNotFoundException notFound(String what) {
    return new ResourceNotFoundException(what, outcome(IssueType.NOTFOUND, what));
  }

  static InvalidRequestException invalid(String what) {
    return new InvalidRequestException(what, outcome(IssueType.VALUE, what));
  }

  static UnprocessableEntityException unprocessable(String what) {
    return new UnprocessableEntityException(what, outcome(IssueType.BUSINESSRULE, what));
  }

  private static OperationOutcome outcome(IssueType type, String what) {
    OperationOutcome outcome = new OperationOutcome();
    outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(what);
    return outcome;
  }
}
