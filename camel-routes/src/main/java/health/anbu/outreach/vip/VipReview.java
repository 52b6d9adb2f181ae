package health.anbu.outreach.vip;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule proposes, the team decides.
 *
 * <p>A candidate has been reviewed when an active Flag of the same tier says yes or an exclusion
 * says no; a tier that changed is looked at again. What the team adds or removes by hand stays as
 * it is until the team changes it.
 */
public final class VipReview {

  private final Map<String, VipCandidate> candidates;
  private final Map<String, VipFlag> flags;
  private final Map<String, Exclusion> exclusions;

  private VipReview(
      Map<String, VipCandidate> candidates,
      Map<String, VipFlag> flags,
      Map<String, Exclusion> exclusions) {
    this.candidates = candidates;
    this.flags = flags;
    this.exclusions = exclusions;
  }

  /**
   * @param flags the active ones
   * @param exclusions of earlier reviews; of two for one patient the later in the collection counts
   */
  public static VipReview of(
      Collection<VipCandidate> candidates,
      Collection<VipFlag> flags,
      Collection<Exclusion> exclusions) {
    return new VipReview(
        byPatient(candidates.stream().sorted(VipCandidate.ORDER), VipCandidate::patient),
        byPatient(flags.stream(), VipFlag::patient),
        byPatient(exclusions.stream(), Exclusion::patient));
  }

  private static <T> Map<String, T> byPatient(Stream<T> all, Function<T, String> patient) {
    return all.collect(
        Collectors.toMap(patient, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  /**
   * @param open the review Task that is open now, if there is one
   */
  public ReviewPlan plan(Optional<ReviewTask> open) {
    List<Exclusion> removed = open.map(ReviewTask::exclusions).orElse(List.of());
    List<ReviewInput> byRule = stillOpen(removed);
    List<ReviewInput> inputs =
        Stream.concat(byRule.stream(), open.stream().flatMap(task -> additions(task, byRule)))
            .toList();
    List<ReviewInput> proposed = Stream.concat(byRule.stream(), lines(removed)).toList();
    return new ReviewPlan(!inputs.isEmpty() || !removed.isEmpty(), inputs, proposed, removed);
  }

  private List<ReviewInput> stillOpen(List<Exclusion> removed) {
    return candidates.values().stream()
        .filter(candidate -> !isReviewed(candidate))
        .filter(candidate -> removed.stream().noneMatch(no -> covers(no, candidate)))
        .map(ReviewInput::of)
        .toList();
  }

  private static Stream<ReviewInput> additions(ReviewTask task, List<ReviewInput> byRule) {
    return task.additions()
        .filter(line -> byRule.stream().noneMatch(own -> own.patient().equals(line.patient())));
  }

  /** A removed line stays remembered until the review is completed. */
  private static Stream<ReviewInput> lines(List<Exclusion> removed) {
    return removed.stream().map(no -> new ReviewInput(no.patient(), no.tier(), no.reason(), false));
  }

  private boolean isReviewed(VipCandidate candidate) {
    VipFlag flag = flags.get(candidate.patient());
    Exclusion exclusion = exclusions.get(candidate.patient());
    return flag != null && (flag.manual() || flag.tier() == candidate.tier())
        || exclusion != null && covers(exclusion, candidate);
  }

  private static boolean covers(Exclusion exclusion, VipCandidate candidate) {
    return exclusion.patient().equals(candidate.patient())
        && !candidate.tier().isAbove(exclusion.tier());
  }

  /** What follows once the team has completed the Task. */
  public ReviewOutcome complete(ReviewTask completed) {
    Map<String, Exclusion> no = byPatient(completed.exclusions().stream(), Exclusion::patient);
    TreeSet<String> patients = new TreeSet<>(flags.keySet());
    completed.inputs().forEach(line -> patients.add(line.patient()));
    Map<String, FlagChange> changes = new TreeMap<>();
    for (String patient : patients) {
      changes.put(patient, change(patient, completed, no.get(patient)));
    }
    return new ReviewOutcome(List.copyOf(changes.values()), completed.exclusions());
  }

  private FlagChange change(String patient, ReviewTask completed, Exclusion no) {
    VipFlag flag = flags.get(patient);
    Optional<ReviewInput> line = completed.input(patient);
    if (flag == null) {
      return FlagChange.set(line.orElseThrow());
    }
    if (no != null) {
      return FlagChange.out(flag, no.reason());
    }
    return line.filter(yes -> yes.tier() != flag.tier())
        .map(yes -> FlagChange.move(flag, yes))
        .orElseGet(() -> keepOrEnd(flag, line));
  }

  private FlagChange keepOrEnd(VipFlag flag, Optional<ReviewInput> line) {
    VipCandidate candidate = candidates.get(flag.patient());
    if (candidate != null) {
      return FlagChange.renew(flag, line.map(ReviewInput::reason).orElseGet(candidate::numbers));
    }
    if (flag.manual() || line.isPresent()) {
      return FlagChange.renew(flag, line.map(ReviewInput::reason).orElse("Given by the team"));
    }
    return FlagChange.out(flag, "The rule no longer finds this patient");
  }
}
