package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.anbu.outreach.fhir.ScenarioApproval;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;

/**
 * A scenario becomes active only when somebody of the staff has approved just this version of it
 * with just these words, and its words change only with a new approval. A draft asks for the
 * approval; so does a write that is refused for want of it.
 */
@Component
@Interceptor
class ActivationGate implements FhirInterceptor {

  static final String PROFILE = Canonical.PROFILES + "outreach-scenario";
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
    if (isOurs(request)) {
      return;
    }
    if (after instanceof PlanDefinition scenario && scenario.getMeta().hasProfile(PROFILE)) {
      check(before, scenario);
    } else if (after instanceof ActivityDefinition words && words.hasUrl()) {
      approvals
          .using(words)
          .forEach(scenario -> check((ActivityDefinition) before, words, scenario));
    }
  }

  private void check(IBaseResource before, PlanDefinition scenario) {
    List<ActivityDefinition> words = approvals.words(scenario, List.of());
    if (scenario.getStatus() == PublicationStatus.DRAFT) {
      approvals.ask(scenario, words);
    } else if (scenario.getStatus() == PublicationStatus.ACTIVE
        && !wasActive(before, scenario)
        && !approvals.given(scenario, words)) {
      refuse(scenario, words, "PlanDefinition.status", "write the scenario again");
    }
  }

  /** Other words under a scenario that was approved with those before. */
  private void check(ActivityDefinition before, ActivityDefinition after, PlanDefinition scenario) {
    List<ActivityDefinition> words = approvals.words(scenario, List.of(after));
    if (scenario.getStatus() == PublicationStatus.DRAFT) {
      approvals.ask(scenario, words);
    } else if (!saysTheSame(before, words, scenario) && !approvals.given(scenario, words)) {
      refuse(scenario, words, "ActivityDefinition", "write these words again");
    }
  }

  private boolean saysTheSame(
      ActivityDefinition before, List<ActivityDefinition> words, PlanDefinition scenario) {
    return before != null
        && ScenarioApproval.id(scenario, approvals.words(scenario, List.of(before)))
            .equals(ScenarioApproval.id(scenario, words));
  }

  private static boolean isOurs(RequestDetails request) {
    return Internal.is(request)
        || request != null && Boolean.TRUE.equals(request.getUserData().get(APPROVED));
  }

  /** Written again as it was; its words are looked at when they change. */
  private static boolean wasActive(IBaseResource before, PlanDefinition after) {
    return before instanceof PlanDefinition was
        && was.getStatus() == PublicationStatus.ACTIVE
        && ScenarioApproval.id(was, List.of()).equals(ScenarioApproval.id(after, List.of()));
  }

  private void refuse(
      PlanDefinition scenario, List<ActivityDefinition> words, String where, String again) {
    String task = approvals.askThoughRefused(scenario, words);
    String what =
        "%s has no approval: Task/%s asks for it, with the words it has now. When its owner has completed it with the businessStatus approved, %s. Until then it may be a draft, and what was approved goes on."
            .formatted(ScenarioApproval.canonical(scenario), task, again);
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.ERROR)
        .setCode(IssueType.BUSINESSRULE)
        .setDiagnostics(what)
        .addExpression(where);
    throw new UnprocessableEntityException(what, outcome);
  }
}
