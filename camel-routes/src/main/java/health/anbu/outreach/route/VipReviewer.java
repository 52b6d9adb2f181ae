package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.ReferralReader;
import health.anbu.outreach.fhir.VipRecords;
import health.anbu.outreach.vip.FlagChange;
import health.anbu.outreach.vip.ReferralGraph;
import health.anbu.outreach.vip.ReviewInput;
import health.anbu.outreach.vip.ReviewOutcome;
import health.anbu.outreach.vip.ReviewTask;
import health.anbu.outreach.vip.TierRule;
import health.anbu.outreach.vip.VipCandidate;
import health.anbu.outreach.vip.VipFlag;
import health.anbu.outreach.vip.VipReview;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the list of those who sent others, for the team to decide on.
 *
 * <p>It looks only at the patients who changed and at those on the open list: whoever was left
 * unreviewed is on that list, so nobody is forgotten over a restart. Only a completed list becomes
 * Flags, all of them in one transaction, once.
 */
final class VipReviewer implements PatientFollower {

  private static final Logger LOG = LoggerFactory.getLogger(VipReviewer.class);
  private static final int ATTEMPTS = 5;

  private final VipRecords records;
  private final ReferralReader referrals;
  private final Consumer<Collection<String>> reconcile;
  private final TierRule rule;
  private final ZoneId zone;
  private final Clock clock;

  VipReviewer(
      VipRecords records,
      ReferralReader referrals,
      Consumer<Collection<String>> reconcile,
      TierRule rule,
      ZoneId zone,
      Clock clock) {
    this.records = records;
    this.referrals = referrals;
    this.reconcile = reconcile;
    this.rule = rule;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void reconciled(Collection<String> patients) {
    for (int attempt = 1; ; attempt++) {
      try {
        look(patients);
        return;
      } catch (FhirStore.WriteConflict conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }

  private void look(Collection<String> patients) {
    VipRecords.Rounds rounds = records.rounds();
    if (!rounds.decided().isEmpty()) {
      rounds.decided().forEach(round -> apply(round, rounds));
      look(patients);
      return;
    }
    Set<String> concerned = new TreeSet<>(referrals.concerned(patients));
    rounds.open().ifPresent(round -> concerned.addAll(named(round.task())));
    List<VipCandidate> candidates = candidates(concerned);
    if (candidates.isEmpty() && rounds.open().isEmpty()) {
      return;
    }
    VipReview review = VipReview.of(candidates, records.flags(concerned), rounds.exclusions());
    Optional<ReviewTask> open = rounds.open().map(VipRecords.Round::task);
    records.write(records.follow(rounds, review.plan(open), clock.instant()));
  }

  private static Set<String> named(ReviewTask task) {
    Set<String> patients = new TreeSet<>();
    task.proposed().stream().map(ReviewInput::patient).forEach(patients::add);
    task.inputs().stream().map(ReviewInput::patient).forEach(patients::add);
    return patients;
  }

  private List<VipCandidate> candidates(Set<String> patients) {
    LocalDate today = TierRule.today(clock.instant(), zone);
    ReferralGraph graph = referrals.graph(patients, zone, today);
    return rule.candidates(graph, today).stream()
        .filter(candidate -> patients.contains(candidate.patient()))
        .toList();
  }

  /** The whole list of Flags is decided on: those it names, and those given before. */
  private void apply(VipRecords.Round round, VipRecords.Rounds rounds) {
    List<VipFlag> flags = records.flags(List.of());
    Set<String> concerned = named(round.task());
    flags.forEach(flag -> concerned.add(flag.patient()));
    Instant now = clock.instant();
    ReviewOutcome outcome =
        VipReview.of(candidates(concerned), flags, rounds.exclusions()).complete(round.task());
    records.write(records.apply(round, outcome, now));
    LOG.info("a review of the referrers was completed: {} flags", outcome.changes().size());
    List<String> changed = outcome.changes().stream().map(FlagChange::patient).toList();
    if (!changed.isEmpty()) {
      reconcile.accept(changed);
    }
  }
}
