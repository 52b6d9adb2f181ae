package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of one patient's pending requests of a scenario when somebody moves them to its
 * current version, takes them back, or undoes that. Pending requests keep the version they were
 * planned with until then. Carried out twice it changes nothing the second time.
 */
public record Migration(List<Change> changes) {

  /** What is asked for. */
  public enum Mode {
    MIGRATE,
    WITHDRAW,
    ROLLBACK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mode> of(String code) {
      return List.of(values()).stream().filter(mode -> mode.code().equals(code)).findFirst();
    }
  }

  /**
   * @param from the version the request follows now
   * @param to the version it is to follow
   * @param before as it is planned now, null where it is not
   * @param after as it is to be, null where it is taken back
   * @param reason why it is taken back, null where it is not
   */
  public record Change(
      RequestRecord request,
      String from,
      String to,
      PlannedMessage before,
      PlannedMessage after,
      Reason reason,
      List<Trace.Entry> rules) {}

  public Migration {
    changes = List.copyOf(changes);
  }

  /**
   * @param target the version a request is to follow; empty for one that is left alone
   * @param plan asks the planner
   */
  public static Migration of(
      PatientFacts facts,
      Function<RequestRecord, Optional<String>> target,
      Mode mode,
      Function<PatientFacts, OutreachPlan> plan) {
    List<RequestRecord> chosen = new ArrayList<>();
    List<RequestRecord> moved = new ArrayList<>();
    for (RequestRecord request : facts.requests()) {
      Optional<String> version = settled(facts, request) ? Optional.empty() : target.apply(request);
      version.ifPresent(to -> chosen.add(request));
      moved.add(version.map(request::following).orElse(request));
    }
    if (chosen.isEmpty()) {
      return new Migration(List.of());
    }
    OutreachPlan now = plan.apply(facts);
    OutreachPlan then = mode == Mode.WITHDRAW ? now : plan.apply(facts.withRequests(moved));
    PatientFacts as = mode == Mode.WITHDRAW ? facts : facts.withRequests(moved);
    return new Migration(
        chosen.stream()
            .map(request -> change(request, target.apply(request).get(), mode, now, then, as))
            .filter(change -> mode != Mode.ROLLBACK || change.after() != null)
            .toList());
  }

  /** Something went out for it, or may have: it is never touched again. */
  private static boolean settled(PatientFacts facts, RequestRecord request) {
    return request.wentOut()
        || facts.messages().stream()
            .filter(attempt -> attempt.speaksFor(request))
            .anyMatch(attempt -> attempt.accepted() || attempt.uncertain());
  }

  private static Change change(
      RequestRecord request,
      String to,
      Mode mode,
      OutreachPlan now,
      OutreachPlan then,
      PatientFacts as) {
    PlannedMessage before = now.message(request.key()).orElse(null);
    PlannedMessage after = mode == Mode.WITHDRAW ? null : then.message(request.key()).orElse(null);
    Reason reason = null;
    if (after == null) {
      reason = mode == Mode.WITHDRAW ? Reason.WITHDRAWN : Reconciliation.reason(request, as, then);
    }
    return new Change(
        request, request.canonical(), to, before, after, reason, then.trace().rules(request.key()));
  }
}
