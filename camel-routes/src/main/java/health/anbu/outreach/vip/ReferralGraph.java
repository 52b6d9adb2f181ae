package health.anbu.outreach.vip;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who sent whom, each new patient once.
 *
 * <p>A person who was sent several times came new only the first time: the earliest referral counts
 * (on one day, the one whose referrer has the smaller id). Nobody sends themselves, also not
 * through a second record that was merged later. Two who sent each other both count.
 */
public final class ReferralGraph {

  private static final Comparator<Referral> EARLIEST =
      Comparator.comparing(Referral::date).thenComparing(Referral::referrer);

  private final MergedPatients merged;
  private final Map<String, Referral> byReferred = new TreeMap<>();

  private ReferralGraph(MergedPatients merged) {
    this.merged = merged;
  }

  /**
   * @param replacedBy merged patient's id to the id of the record that replaced it
   */
  public static ReferralGraph of(Collection<Referral> referrals, Map<String, String> replacedBy) {
    ReferralGraph graph = new ReferralGraph(new MergedPatients(replacedBy));
    referrals.forEach(graph::add);
    return graph;
  }

  private void add(Referral said) {
    Referral referral =
        new Referral(
            merged.survivor(said.referrer()), merged.survivor(said.referred()), said.date());
    if (!referral.referrer().equals(referral.referred())) {
      byReferred.merge(
          referral.referred(), referral, (a, b) -> EARLIEST.compare(a, b) <= 0 ? a : b);
    }
  }

  /** The referral by which this patient came, if one is known. */
  public Optional<Referral> broughtBy(String referred) {
    return Optional.ofNullable(byReferred.get(merged.survivor(referred)));
  }

  /** Whom this patient sent, by date and then id. */
  public List<Referral> sentBy(String referrer) {
    String survivor = merged.survivor(referrer);
    return byReferred.values().stream()
        .filter(referral -> referral.referrer().equals(survivor))
        .sorted(Comparator.comparing(Referral::date).thenComparing(Referral::referred))
        .toList();
  }

  /**
   * Everybody who sent somebody up to {@code asOf}, by id.
   *
   * @param since the first day of the window for {@link ReferralCount#recent}, included
   * @param asOf the last day that counts, included
   */
  public List<ReferralCount> counts(LocalDate since, LocalDate asOf) {
    Map<String, ReferralCount> counts = new TreeMap<>();
    byReferred.values().stream()
        .filter(referral -> !referral.date().isAfter(asOf))
        .map(referral -> one(referral, since, asOf))
        .forEach(one -> counts.merge(one.patient(), one, ReferralGraph::sum));
    return List.copyOf(counts.values());
  }

  private static ReferralCount one(Referral referral, LocalDate since, LocalDate asOf) {
    return new ReferralCount(referral.referrer(), referral.date().isBefore(since) ? 0 : 1, 1, asOf);
  }

  private static ReferralCount sum(ReferralCount a, ReferralCount b) {
    return new ReferralCount(a.patient(), a.recent() + b.recent(), a.total() + b.total(), a.asOf());
  }
}
