package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the messages of one patient mean for each other. Who goes first never depends on who came
 * first, only on what went out already, priority, due time and key: so the order of events does not
 * matter, and every loser has the winner's name.
 */
final class Contest {

  private static final Comparator<Judged> ORDER =
      Comparator.comparing((Judged judged) -> !judged.wentOut())
          .thenComparing(judged -> -judged.rivalry().priority())
          .thenComparing(judged -> judged.verdict().due().toInstant())
          .thenComparing(judged -> judged.candidate().key());

  private Contest() {}

  static List<Judged> settle(List<Judged> all, Instant now) {
    return collisions(oneAtATime(caughtUp(all, now)));
  }

  /**
   * Somebody who joins in the middle does not get everything at once: of the steps whose time had
   * come before they were first planned, the last one stands for all.
   */
  private static List<Judged> caughtUp(List<Judged> all, Instant now) {
    return all.stream().map(judged -> caughtUp(judged, all, now)).toList();
  }

  private static Judged caughtUp(Judged judged, List<Judged> all, Instant now) {
    if (judged.message().isEmpty() || !overdue(judged, now)) {
      return judged;
    }
    return all.stream()
        .filter(other -> other.message().isPresent())
        .filter(other -> other.instance().equals(judged.instance()))
        .filter(other -> due(other).isAfter(due(judged)) && !due(other).isAfter(now))
        .max(Comparator.comparing(Contest::due))
        .map(later -> no(judged, "one-at-once", Reason.TOO_LATE, later, "a later step is due too"))
        .orElse(judged);
  }

  private static boolean overdue(Judged judged, Instant now) {
    boolean planned = judged.candidate().existing().filter(RequestRecord::active).isPresent();
    return !planned && !judged.wentOut() && due(judged).isBefore(now);
  }

  private static Instant due(Judged judged) {
    return judged.verdict().due().toInstant();
  }

  /** Of the scenarios of one kind, the one that has begun goes on; else the first in the order. */
  private static List<Judged> oneAtATime(List<Judged> all) {
    Map<String, Judged> first = new HashMap<>();
    for (Judged judged : all) {
      if (judged.rivalry().kind() != null && judged.pending()) {
        first.merge(judged.rivalry().kind(), judged, (a, b) -> firstOf(a, b, begun(all)));
      }
    }
    return all.stream()
        .map(judged -> oneAtATime(judged, first.get(judged.rivalry().kind())))
        .toList();
  }

  private static Judged firstOf(Judged one, Judged other, Predicate<Judged> begun) {
    Comparator<Judged> order =
        Comparator.comparing((Judged j) -> !begun.test(j)).thenComparing(ORDER);
    return order.compare(one, other) <= 0 ? one : other;
  }

  private static Predicate<Judged> begun(List<Judged> all) {
    return judged ->
        all.stream().anyMatch(o -> o.instance().equals(judged.instance()) && o.wentOut());
  }

  private static Judged oneAtATime(Judged judged, Judged first) {
    if (first == null || !judged.pending()) {
      return judged;
    }
    String kind = judged.rivalry().kind();
    return judged.instance().equals(first.instance())
        ? yes(judged, "one-at-a-time", "the active one of the kind " + kind)
        : no(judged, "one-at-a-time", Reason.ONE_AT_A_TIME, first, "of the kind " + kind);
  }

  /** Of the scenarios of one group, one writes on a day; or one about the same anchor. */
  private static List<Judged> collisions(List<Judged> all) {
    Map<String, Judged> first = new HashMap<>();
    for (Judged judged : all) {
      slot(judged)
          .ifPresent(slot -> first.merge(slot, judged, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b));
    }
    return all.stream()
        .map(judged -> slot(judged).map(s -> collided(judged, first.get(s))).orElse(judged))
        .toList();
  }

  private static Optional<String> slot(Judged judged) {
    boolean takesPart = judged.rivalry().group() != null && judged.message().isPresent();
    return takesPart && (judged.pending() || judged.wentOut())
        ? Optional.of(judged.rivalry().group() + " " + when(judged))
        : Optional.empty();
  }

  /** Two that say at once that something is booked say the same, also on two days. */
  private static String when(Judged judged) {
    if (judged.rivalry().scope() == Rivalry.Scope.PATIENT) {
      return "on " + judged.day();
    }
    boolean atOnce = judged.candidate().step().direction() == Step.Direction.AT_ONCE;
    return "about %s %s"
        .formatted(
            judged.candidate().anchor().reference(), atOnce ? "at once" : "on " + judged.day());
  }

  private static Judged collided(Judged judged, Judged first) {
    if (judged.wentOut()) {
      return judged;
    }
    String where = judged.rivalry().group() + " " + when(judged);
    return judged.instance().equals(first.instance())
        ? yes(judged, "no-collision", "goes first in the group " + where)
        : no(judged, "no-collision", Reason.COLLISION, first, "in the group " + where);
  }

  private static Judged yes(Judged judged, String rule, String detail) {
    return judged.with(new Trace.Entry(rule, null, detail, judged.inputs()));
  }

  private static Judged no(Judged loser, String rule, Reason reason, Judged winner, String why) {
    String detail =
        "%s goes first: %s (priority %d, this one %d)"
            .formatted(
                winner.candidate().key(),
                why,
                winner.rivalry().priority(),
                loser.rivalry().priority());
    return loser.with(new Trace.Entry(rule, reason, detail, winner.inputs()));
  }
}
