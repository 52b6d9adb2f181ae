package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.anbu.outreach.fhir.ScenarioApproval;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;

/**
 * A scenario becomes active only when somebody of the staff has approved just this version of it. A
 * draft asks for the approval; so does a write that is refused for want of it.
 */
@Component
@Interceptor
class ActivationGate implements FhirInterceptor {

  private static final String PROFILE = Canonical.PROFILES + "outreach-scenario";
  private static final String APPROVED = "anbu.approved";

  private final ScenarioApprovals approvals;

  ActivationGate(ScenarioApprovals approvals) {
    this.approvals = approvals;
  }

  /** For writes that bring their approvals with them. */
  static SystemRequestDetails approved() {
    SystemRequestDetails request = new SystemRequestDetails();
    request.getUserData().put(APPROVED, Boolean.TRUE);
    return request;
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
  public void created(IBaseResource resource, RequestDetails request) {
    check(null, resource, request);
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
  public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
    check(before, after, request);
  }

  private void check(IBaseResource before, IBaseResource after, RequestDetails request) {
    if (!(after instanceof PlanDefinition scenario)
        || !scenario.getMeta().hasProfile(PROFILE)
        || isOurs(request)) {
      return;
    }
    if (scenario.getStatus() == PublicationStatus.DRAFT) {
      approvals.ask(scenario);
    } else if (scenario.getStatus() == PublicationStatus.ACTIVE
        && !wasActive(before, scenario)
        && !approvals.given(scenario)) {
      refuse(scenario);
    }
  }

  private static boolean isOurs(RequestDetails request) {
    return Internal.is(request)
        || request != null && Boolean.TRUE.equals(request.getUserData().get(APPROVED));
  }

  /** Written again as it was. */
  private static boolean wasActive(IBaseResource before, PlanDefinition after) {
    return before instanceof PlanDefinition was
        && was.getStatus() == PublicationStatus.ACTIVE
        && ScenarioApproval.id(was).equals(ScenarioApproval.id(after));
  }

  private void refuse(PlanDefinition scenario) {
    String task = approvals.askThoughRefused(scenario);
    String what =
        "%s has no approval: Task/%s asks for it. When its owner has completed it with the businessStatus approved, write the scenario again. Until then it may be a draft."
            .formatted(ScenarioApproval.canonical(scenario), task);
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.ERROR)
        .setCode(IssueType.BUSINESSRULE)
        .setDiagnostics(what)
        .addExpression("PlanDefinition.status");
    throw new UnprocessableEntityException(what, outcome);
  }
}
