package health.anbu.outreach.fhir;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The approvals on a server that lets anything become active: what no member of staff has approved
 * does not plan, and a Task asks for it. A server of our own kind has asked before it stored.
 */
public final class ApprovalTasks implements Approvals {

  private static final Logger LOG = LoggerFactory.getLogger(ApprovalTasks.class);

  private final FhirStore plans;
  private final BooleanSupplier ownKind;
  private final String rules;
  private final Clock clock;
  private final ZoneId zone;
  private final boolean asks;

  /** Canonicals that wait; told by them, since a server may choose the ids of Tasks. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /**
   * @param ownKind whether the server itself lets nothing become active without approval
   * @param rules whose law the messages will be held to, as the Task shall say
   */
  public ApprovalTasks(
      FhirStore plans, BooleanSupplier ownKind, String rules, Clock clock, ZoneId zone) {
    this(plans, ownKind, rules, clock, zone, true);
  }

  private ApprovalTasks(
      FhirStore plans,
      BooleanSupplier ownKind,
      String rules,
      Clock clock,
      ZoneId zone,
      boolean asks) {
    this.plans = plans;
    this.ownKind = ownKind;
    this.rules = rules;
    this.clock = clock;
    this.zone = zone;
    this.asks = asks;
  }

  @Override
  public Approvals in(FhirStore records) {
    return new ApprovalTasks(records, ownKind, rules, clock, zone, false);
  }

  @Override
  public Optional<String> missing(PlanDefinition scenario, List<ActivityDefinition> words) {
    String canonical = ScenarioApproval.canonical(scenario);
    List<Task> all = ownKind.getAsBoolean() ? List.of() : of(canonical);
    if (ownKind.getAsBoolean()
        || all.stream().anyMatch(task -> ScenarioApproval.covers(task, scenario, words))) {
      waiting.remove(canonical);
      return Optional.empty();
    }
    waiting.add(canonical);
    return Optional.of(
        "%s has no approval: %s, with the words it has now. When its owner has completed it with the businessStatus approved, the scenario plans."
            .formatted(canonical, asked(scenario, words, all)));
  }

  private List<Task> of(String canonical) {
    return plans
        .search(Query.of("Task").whereCode("identifier", ScenarioApproval.SID, canonical))
        .stream()
        .map(Task.class::cast)
        .toList();
  }

  /** The Task that asks for just this content, put there where nobody has asked yet. */
  private String asked(PlanDefinition scenario, List<ActivityDefinition> words, List<Task> all) {
    Optional<Task> there =
        all.stream().filter(task -> ScenarioApproval.asksFor(task, scenario, words)).findFirst();
    if (there.isPresent()) {
      return "Task/%s asks for it".formatted(there.get().getIdElement().getIdPart());
    }
    if (!asks) {
      return "no Task had been completed";
    }
    Task task = ScenarioApproval.requested(scenario, words, rules, clock.instant(), zone);
    try {
      plans.write(List.of(RequestWriter.put(task, null)));
      return "a Task with the identifier %s asks for it"
          .formatted(ScenarioApproval.canonical(scenario));
    } catch (FhirStore.RefusedByStore | FhirStore.WriteConflict e) {
      LOG.warn("the server of the plans takes no Task for the approval: {}", e.getMessage());
      return "write a Task with the code %s that asks for it".formatted(ScenarioApproval.CODE);
    }
  }

  @Override
  public boolean waitFor(String task) {
    return !waiting.isEmpty()
        && plans.read(Task.class, task).stream()
            .flatMap(found -> found.getIdentifier().stream())
            .filter(identifier -> ScenarioApproval.SID.equals(identifier.getSystem()))
            .anyMatch(identifier -> waiting.contains(identifier.getValue()));
  }
}
