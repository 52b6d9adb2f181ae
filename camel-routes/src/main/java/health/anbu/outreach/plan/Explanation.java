package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why each step is planned, done or not: the trace of a plan, with what became of it. */
public record Explanation(List<StepAnswer> steps) {

  /** Said right before sending, or by a person; no rule of the plan. */
  static final String BEFORE_SENDING = "before-sending";

  static final String BY_STAFF = "by-staff";

  /** A request that no scenario asks for any more. */
  static final String IN_PLAN = "in-plan";

  /** What became of a step. */
  public enum Result {
    PLANNED,
    NOT_PLANNED,
    DONE;

    public String code() {
      return this == NOT_PLANNED ? "not-planned" : name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param due null when no due time was reached
   * @param decisive the rule that said no; null for a step that is planned or done
   * @param reason what it said; null where a person gave none of ours
   * @param request the outreach request that exists for the step, null for none
   */
  public record StepAnswer(
      String key,
      String scenario,
      String canonical,
      String step,
      ZonedDateTime due,
      Result result,
      String decisive,
      Reason reason,
      List<Trace.Entry> rules,
      RequestRecord request) {
    public StepAnswer {
      rules = List.copyOf(rules);
    }
  }

  public Explanation {
    steps = List.copyOf(steps);
  }

  public static Explanation of(PatientFacts facts, OutreachPlan plan) {
    List<StepAnswer> answers = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (Trace.StepTrace step : plan.trace().steps()) {
      asked.add(step.key());
      answers.add(answer(step, request(facts, step.key()).orElse(null)));
    }
    facts.requests().stream()
        .filter(request -> !asked.contains(request.key()))
        .forEach(request -> answers.add(unasked(request, facts, plan)));
    return new Explanation(answers);
  }

  /** Only what is said of this scenario. */
  public Explanation only(String scenario) {
    return new Explanation(
        steps.stream().filter(step -> step.scenario().equals(scenario)).toList());
  }

  private static Optional<RequestRecord> request(PatientFacts facts, String key) {
    return facts.requests().stream().filter(request -> request.key().equals(key)).findFirst();
  }

  private static StepAnswer answer(Trace.StepTrace step, RequestRecord request) {
    if (request != null && request.status() == RequestRecord.Status.COMPLETED) {
      return answer(step, request, Result.DONE, null, null);
    }
    Optional<Trace.Entry> no = step.entries().stream().filter(e -> !e.passed()).findFirst();
    if (no.isPresent()) {
      return answer(step, request, Result.NOT_PLANNED, no.get().rule(), no.get().reason());
    }
    return takenBack(request)
        ? answer(step, request, Result.NOT_PLANNED, rule(request), reason(request))
        : answer(step, request, Result.PLANNED, null, null);
  }

  /** The rules have nothing against it, and yet it stays as it is. */
  private static boolean takenBack(RequestRecord request) {
    return request != null
        && (request.status() == RequestRecord.Status.HELD || request.staysRevoked());
  }

  private static String rule(RequestRecord request) {
    return request.byStaff() ? BY_STAFF : BEFORE_SENDING;
  }

  private static Reason reason(RequestRecord request) {
    return Reason.of(request.reason()).orElse(null);
  }

  private static StepAnswer answer(
      Trace.StepTrace step, RequestRecord request, Result result, String rule, Reason reason) {
    return new StepAnswer(
        step.key(),
        step.scenario(),
        step.canonical(),
        step.step(),
        step.due(),
        result,
        rule,
        reason,
        step.entries(),
        request);
  }

  private static StepAnswer unasked(RequestRecord request, PatientFacts facts, OutreachPlan plan) {
    boolean done = request.status() == RequestRecord.Status.COMPLETED;
    Reason why =
        request.reason() == null ? Reconciliation.reason(request, facts, plan) : reason(request);
    return new StepAnswer(
        request.key(),
        request.scenario(),
        request.canonical(),
        request.key().split(":", 3)[1],
        null,
        done ? Result.DONE : Result.NOT_PLANNED,
        done ? null : request.byStaff() ? BY_STAFF : IN_PLAN,
        done ? null : why,
        List.of(),
        request);
  }
}
