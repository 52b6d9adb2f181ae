package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
   * @param decisive the rule that said no; null for a step that is done, or planned and not stopped
   * @param reason what it said; null where a person gave none of ours
   * @param request the outreach request that exists for the step, null for none
   * @param decidedAt when it was decided, as it was written down then; null for what the rules say
   *     of the records that were read for this answer
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
      RequestRecord request,
      Instant decidedAt) {
    public StepAnswer {
      rules = List.copyOf(rules);
    }
  }

  public Explanation {
    steps = List.copyOf(steps);
  }

  /** Without anything that was written down when it was decided. */
  public static Explanation of(PatientFacts facts, OutreachPlan plan) {
    return of(facts, plan, request -> List.of(), ZoneId.of("Z"));
  }

  /**
   * As it is now. What is over is told as it was decided then, whatever the records say since; what
   * may still go out or come back is judged by the records of now.
   *
   * @param decisions what was written down about a request, oldest first
   */
  public static Explanation of(
      PatientFacts facts,
      OutreachPlan plan,
      Function<RequestRecord, List<Decision>> decisions,
      ZoneId zone) {
    List<StepAnswer> answers = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (Trace.StepTrace step : plan.trace().steps()) {
      asked.add(step.key());
      RequestRecord request = request(facts, step.key()).orElse(null);
      answers.add(
          over(request)
              .flatMap(over -> last(decisions.apply(over), null).map(d -> told(over, d, zone)))
              .orElseGet(() -> answer(step, request)));
    }
    facts.requests().stream()
        .filter(request -> !asked.contains(request.key()))
        .forEach(
            request ->
                answers.add(
                    over(request)
                        .flatMap(o -> last(decisions.apply(o), null).map(d -> told(o, d, zone)))
                        .orElseGet(() -> unasked(request, facts, plan))));
    return new Explanation(answers);
  }

  /**
   * As it was at an instant: what had been decided by then, and what the rules said of the rest.
   *
   * @param then the answers by the records of that time
   */
  public static Explanation asOf(
      Instant at,
      PatientFacts facts,
      Explanation then,
      Function<RequestRecord, List<Decision>> decisions,
      ZoneId zone) {
    Map<String, StepAnswer> told = new HashMap<>();
    Set<String> younger = new HashSet<>();
    for (RequestRecord request : facts.requests()) {
      List<Decision> all = decisions.apply(request);
      last(all, at).ifPresent(d -> told.put(request.key(), told(request, d, zone)));
      if (!all.isEmpty() && all.get(0).at().isAfter(at)) {
        younger.add(request.key());
      }
    }
    List<StepAnswer> answers = new ArrayList<>();
    for (StepAnswer step : then.steps) {
      StepAnswer known = told.remove(step.key());
      answers.add(known != null ? known : younger.contains(step.key()) ? before(step) : step);
    }
    answers.addAll(told.values());
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

  private static Optional<RequestRecord> over(RequestRecord request) {
    return Optional.ofNullable(request).filter(r -> r.wentOut() || r.staysRevoked());
  }

  private static Optional<Decision> last(List<Decision> all, Instant until) {
    return all.stream()
        .filter(decision -> until == null || !decision.at().isAfter(until))
        .reduce((first, second) -> second);
  }

  /** A person may have taken back what the planner had decided to send. */
  private static StepAnswer told(RequestRecord request, Decision decision, ZoneId zone) {
    Result result = decision.kind().result();
    boolean byStaff = request.byStaff() && result == Result.PLANNED;
    Optional<Trace.Entry> no = decision.decisive();
    return new StepAnswer(
        request.key(),
        request.scenario(),
        decision.scenario().isEmpty() ? request.canonical() : decision.scenario(),
        request.key().split(":", 3)[1],
        decision.due() == null ? null : decision.due().atZone(zone),
        byStaff ? Result.NOT_PLANNED : result,
        byStaff ? BY_STAFF : no.map(Trace.Entry::rule).orElse(null),
        no.map(Trace.Entry::reason).orElse(null),
        decision.rules(),
        request,
        decision.at());
  }

  /** What the rules say, without the request that came later. */
  private static StepAnswer before(StepAnswer step) {
    Optional<Trace.Entry> no = step.rules.stream().filter(e -> !e.passed()).findFirst();
    return new StepAnswer(
        step.key,
        step.scenario,
        step.canonical,
        step.step,
        step.due,
        no.filter(e -> !waits(e)).isPresent() ? Result.NOT_PLANNED : Result.PLANNED,
        no.map(Trace.Entry::rule).orElse(null),
        no.map(Trace.Entry::reason).orElse(null),
        step.rules,
        null,
        null);
  }

  private static StepAnswer answer(Trace.StepTrace step, RequestRecord request) {
    if (request != null && request.status() == RequestRecord.Status.COMPLETED) {
      return answer(step, request, Result.DONE, null, null);
    }
    Optional<Trace.Entry> no = step.entries().stream().filter(e -> !e.passed()).findFirst();
    if (no.filter(entry -> !waits(entry)).isPresent()) {
      return answer(step, request, Result.NOT_PLANNED, no.get().rule(), no.get().reason());
    }
    if (takenBack(request)) {
      return answer(step, request, Result.NOT_PLANNED, rule(request), reason(request));
    }
    return no.map(entry -> answer(step, request, Result.PLANNED, entry.rule(), entry.reason()))
        .orElseGet(() -> answer(step, request, Result.PLANNED, null, null));
  }

  /** A kill switch takes nothing back: the step stays planned, and says what it waits for. */
  private static boolean waits(Trace.Entry no) {
    return no.reason() == Reason.KILL_SWITCH;
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
        request,
        null);
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
        request,
        null);
  }
}
