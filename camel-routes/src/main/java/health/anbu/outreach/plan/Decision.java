package health.anbu.outreach.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What was decided about a step, with every rule that was asked then. It is kept with the request,
 * so that an old answer stays what it was when the records change.
 *
 * @param scenario canonical with the version that was followed
 * @param due when it was to go out, null where that was not decided
 * @param rules with the resources in the versions they had
 */
public record Decision(
    Instant at, Kind kind, String scenario, Instant due, List<Trace.Entry> rules) {

  /** What became of the request. */
  public enum Kind {
    CREATE,
    MOVE,
    REVOKE,
    DEFER,
    SEND,
    HOLD,
    SKIP,
    MIGRATE,
    WITHDRAW,
    ROLLBACK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
      return List.of(values()).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    Explanation.Result result() {
      return switch (this) {
        case CREATE, MOVE, DEFER, MIGRATE, ROLLBACK -> Explanation.Result.PLANNED;
        case SEND -> Explanation.Result.DONE;
        case REVOKE, HOLD, SKIP, WITHDRAW -> Explanation.Result.NOT_PLANNED;
      };
    }
  }

  public Decision {
    Objects.requireNonNull(at);
    Objects.requireNonNull(kind);
    rules = List.copyOf(rules);
  }

  /** The rule that said no; empty for what is planned or sent. */
  Optional<Trace.Entry> decisive() {
    return kind.result() == Explanation.Result.NOT_PLANNED
        ? rules.stream().filter(rule -> !rule.passed()).reduce((first, last) -> last)
        : Optional.empty();
  }
}
