package health.anbu.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.TokenParam;
import health.anbu.outreach.fhir.Query;
import health.anbu.outreach.fhir.ScenarioApproval;
import health.anbu.outreach.fhir.ScenarioWords;
import health.anbu.outreach.plan.ClinicPolicy;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The Tasks by which staff approve scenarios. */
@Component
class ScenarioApprovals {

  private static final Object ASKED = new Object();

  private final ObjectProvider<DaoRegistry> daos;
  private final ObjectProvider<DaoFhirStore> store;
  private final ObjectProvider<ClinicPolicy> clinic;
  private final Clock clock;

  ScenarioApprovals(
      ObjectProvider<DaoRegistry> daos,
      ObjectProvider<DaoFhirStore> store,
      ObjectProvider<ClinicPolicy> clinic,
      Clock clock) {
    this.daos = daos;
    this.store = store;
    this.clinic = clinic;
    this.clock = clock;
  }

  /** The words of a scenario as they are stored, or will be with what is being written. */
  List<ActivityDefinition> words(PlanDefinition scenario, List<ActivityDefinition> written) {
    return new ScenarioWords(store.getObject()).with(written).of(scenario);
  }

  boolean given(PlanDefinition scenario, List<ActivityDefinition> words) {
    return of(scenario).stream().anyMatch(task -> ScenarioApproval.covers(task, scenario, words));
  }

  /** Once for each content; what asked for an older one of the same version is cancelled. */
  void ask(PlanDefinition scenario, List<ActivityDefinition> words) {
    List<Task> all = of(scenario);
    String id = ScenarioApproval.id(scenario, words);
    all.stream()
        .filter(task -> !id.equals(task.getIdElement().getIdPart()))
        .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
        .forEach(old -> tasks().update(old.setStatus(TaskStatus.CANCELLED), Internal.request()));
    boolean asked = all.stream().anyMatch(task -> id.equals(task.getIdElement().getIdPart()));
    if (!asked && firstInTransaction(id)) {
      tasks().update(requested(scenario, words), Internal.request());
    }
  }

  /** Where a scenario comes with its words both ask, and a search does not see the first Task. */
  private static boolean firstInTransaction(String id) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return true;
    }
    @SuppressWarnings("unchecked")
    Set<String> asked = (Set<String>) TransactionSynchronizationManager.getResource(ASKED);
    if (asked == null) {
      asked = new HashSet<>();
      TransactionSynchronizationManager.bindResource(ASKED, asked);
      TransactionSynchronizationManager.registerSynchronization(new Forgetting());
    }
    return asked.add(id);
  }

  private static final class Forgetting implements TransactionSynchronization {
    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ASKED);
    }
  }

  /**
   * The same where the scenario itself is not stored: in a transaction of its own, on a thread of
   * its own, since the caller's is about to be rolled back.
   */
  String askThoughRefused(PlanDefinition scenario, List<ActivityDefinition> words) {
    CompletableFuture.runAsync(() -> ask(scenario, words)).join();
    return ScenarioApproval.id(scenario, words);
  }

  Task byOperator(PlanDefinition scenario, List<ActivityDefinition> words) {
    return ScenarioApproval.byOperator(scenario, words, rules(), clock.instant(), clock.getZone());
  }

  /** The scenarios that say these words and are, or shall become, active. */
  List<PlanDefinition> using(ActivityDefinition words) {
    Query query = Query.of("PlanDefinition").where("status", "active", "draft").pageSize(200);
    return store.getObject().search(query).stream()
        .map(PlanDefinition.class::cast)
        .filter(plan -> plan.getMeta().hasProfile(ActivationGate.PROFILE))
        .filter(plan -> ScenarioWords.uses(plan, words))
        .toList();
  }

  private Task requested(PlanDefinition scenario, List<ActivityDefinition> words) {
    return ScenarioApproval.requested(scenario, words, rules(), clock.instant(), clock.getZone());
  }

  private String rules() {
    ClinicPolicy policy = clinic.getIfAvailable();
    return policy == null ? null : ScenarioApproval.rules(policy, clock.instant());
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
