package health.anbu.outreach.vip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is a VIP, and of which tier; a change of the numbers is a new version.
 *
 * @param version named in every record that follows from the rule
 * @param window what "recent" means, counted back from a local date
 * @param recentEnough this many recent referrals make eligible
 * @param totalEnough or this many in total
 * @param tierAFrom from this total on the tier is A, below it B
 */
public record TierRule(
    String version, Period window, int recentEnough, int totalEnough, int tierAFrom) {

  /** Two in the rolling last 12 months or three in total; A from five in total, else B. */
  public static final TierRule V1 = new TierRule("vip-tier-1", Period.ofMonths(12), 2, 3, 5);

  public TierRule {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(window, "window");
    if (recentEnough < 1 || totalEnough < 1) {
      throw new IllegalArgumentException("Without a referral nobody is a VIP");
    }
  }

  /** The local date it is in the clinic: its midnight decides, not the server's. */
  public static LocalDate today(Instant now, ZoneId clinic) {
    return LocalDate.ofInstant(now, clinic);
  }

  /**
   * The first day of the window: the same day of the month a year ago, itself included (on 29
   * February: the 28th).
   */
  public LocalDate since(LocalDate today) {
    return today.minus(window);
  }

  public Optional<Tier> tier(ReferralCount count) {
    boolean eligible = count.recent() >= recentEnough || count.total() >= totalEnough;
    return eligible ? Optional.of(count.total() >= tierAFrom ? Tier.A : Tier.B) : Optional.empty();
  }

  /** Everybody the rule finds: A before B, then by total, by recent, and by id. */
  public List<VipCandidate> candidates(ReferralGraph graph, LocalDate today) {
    return graph.counts(since(today), today).stream()
        .flatMap(count -> tier(count).map(tier -> candidate(count, tier)).stream())
        .sorted(VipCandidate.ORDER)
        .toList();
  }

  private VipCandidate candidate(ReferralCount count, Tier tier) {
    return new VipCandidate(count.patient(), tier, count.recent(), count.total(), version);
  }
}
