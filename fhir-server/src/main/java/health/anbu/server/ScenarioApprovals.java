package health.anbu.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.TokenParam;
import health.anbu.outreach.contact.LawEdition;
import health.anbu.outreach.fhir.ScenarioApproval;
import health.anbu.outreach.plan.ClinicPolicy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The Tasks by which staff approve scenarios. */
@Component
class ScenarioApprovals {

  private final ObjectProvider<DaoRegistry> daos;
  private final ObjectProvider<ClinicPolicy> clinic;
  private final Clock clock;

  ScenarioApprovals(
      ObjectProvider<DaoRegistry> daos, ObjectProvider<ClinicPolicy> clinic, Clock clock) {
    this.daos = daos;
    this.clinic = clinic;
    this.clock = clock;
  }

  boolean given(PlanDefinition scenario) {
    return of(scenario).stream().anyMatch(task -> ScenarioApproval.covers(task, scenario));
  }

  /** Once for each content; what asked for an older one of the same version is cancelled. */
  void ask(PlanDefinition scenario) {
    List<Task> all = of(scenario);
    String id = ScenarioApproval.id(scenario);
    all.stream()
        .filter(task -> !id.equals(task.getIdElement().getIdPart()))
        .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
        .forEach(old -> tasks().update(old.setStatus(TaskStatus.CANCELLED), Internal.request()));
    boolean asked = all.stream().anyMatch(task -> id.equals(task.getIdElement().getIdPart()));
    if (!asked) {
      tasks().update(requested(scenario), Internal.request());
    }
  }

  /**
   * The same where the scenario itself is not stored: in a transaction of its own, on a thread of
   * its own, since the caller's is about to be rolled back.
   */
  String askThoughRefused(PlanDefinition scenario) {
    CompletableFuture.runAsync(() -> ask(scenario)).join();
    return ScenarioApproval.id(scenario);
  }

  Task byOperator(PlanDefinition scenario) {
    return ScenarioApproval.byOperator(scenario, rules(), clock.instant(), clock.getZone());
  }

  private Task requested(PlanDefinition scenario) {
    return ScenarioApproval.requested(scenario, rules(), clock.instant(), clock.getZone());
  }

  /** Whose law the messages will be held to, in which edition. */
  private String rules() {
    ClinicPolicy policy = clinic.getIfAvailable();
    if (policy == null) {
      return null;
    }
    LawEdition law = policy.pack().on(clock.instant());
    return "%s, %s, since %s".formatted(policy.pack().code(), law.name(), law.from());
  }

  private List<Task> of(PlanDefinition scenario) {
    SearchParameterMap map = SearchParameterMap.newSynchronous();
    map.add(
        Task.SP_IDENTIFIER,
        new TokenParam(ScenarioApproval.SID, ScenarioApproval.canonical(scenario)));
    return tasks().search(map, Internal.request()).getAllResources().stream()
        .map(Task.class::cast)
        .toList();
  }

  private IFhirResourceDao<Task> tasks() {
    return daos.getObject().getResourceDao(Task.class);
  }
}
