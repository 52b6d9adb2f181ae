package health.anbu.outreach.vip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private static Referral sent(String referrer, String referred, LocalDate date) {
    return new Referral(referrer, referred, date);
  }

  private static List<VipCandidate> candidates(List<Referral> referrals) {
    return TierRule.V1.candidates(ReferralGraph.of(referrals, Map.of()), TODAY);
  }

  @Nested
  class ByTheNumbers {
    @ParameterizedTest
    @CsvSource({
      "0, 0, none",
      "1, 1, none",
      "1, 2, none",
      "0, 2, none",
      "2, 2, B",
      "1, 3, B",
      "0, 3, B",
      "2, 4, B",
      "0, 4, B",
      "0, 5, A",
      "2, 5, A",
      "5, 5, A",
      "9, 30, A"
    })
    void aPatientIsOfATier(int recent, int total, String tier) {
      assertThat(TierRule.V1.tier(new ReferralCount("kim", recent, total, TODAY)))
          .map(Tier::code)
          .isEqualTo(
              tier.equals("none") ? java.util.Optional.empty() : java.util.Optional.of(tier));
    }
  }

  @Nested
  class TheWindow {
    @Test
    void includesTheSameDayOfTheYearBefore() {
      LocalDate yearAgo = LocalDate.of(2025, 12, 1);
      assertThat(candidates(List.of(sent("kim", "a", yearAgo), sent("kim", "b", yearAgo))))
          .extracting(VipCandidate::recent)
          .containsExactly(2);
    }

    @Test
    void excludesTheDayBeforeIt() {
      LocalDate dayBefore = LocalDate.of(2025, 11, 30);
      assertThat(candidates(List.of(sent("kim", "a", dayBefore), sent("kim", "b", TODAY))))
          .isEmpty();
    }

    @Test
    void includesTodayAndNotTomorrow() {
      assertThat(candidates(List.of(sent("kim", "a", TODAY), sent("kim", "b", TODAY)))).hasSize(1);
      assertThat(candidates(List.of(sent("kim", "a", TODAY), sent("kim", "b", TODAY.plusDays(1)))))
          .isEmpty();
    }

    @Test
    void ofALeapDayStartsOnTheTwentyEighth() {
      assertThat(TierRule.V1.since(LocalDate.of(2028, 2, 29))).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void turnsAtTheMidnightOfTheClinic() {
      Instant evening = Instant.parse("2026-12-01T15:00:00Z");
      assertThat(TierRule.today(evening.minusSeconds(1), ZoneId.of("Asia/Seoul")))
          .isEqualTo(LocalDate.of(2026, 12, 1));
      assertThat(TierRule.today(evening, ZoneId.of("Asia/Seoul")))
          .isEqualTo(LocalDate.of(2026, 12, 2));
    }
  }

  @Nested
  class TheGraph {
    @Test
    void countsAPersonOnceByTheEarliestReferral() {
      List<Referral> referrals =
          List.of(
              sent("kim", "a", TODAY),
              sent("kim", "a", LONG_AGO),
              sent("lee", "a", TODAY.minusDays(3)),
              sent("kim", "b", TODAY));
      ReferralGraph graph = ReferralGraph.of(referrals, Map.of());
      assertThat(graph.broughtBy("a")).contains(sent("kim", "a", LONG_AGO));
      assertThat(graph.counts(TODAY.minusYears(1), TODAY))
          .containsExactly(new ReferralCount("kim", 1, 2, TODAY));
    }

    @Test
    void ignoresThoseWhoSendThemselves() {
      ReferralGraph graph =
          ReferralGraph.of(
              List.of(sent("kim", "kim", TODAY), sent("kim", "kim-old", TODAY)),
              Map.of("kim-old", "kim"));
      assertThat(graph.counts(LONG_AGO, TODAY)).isEmpty();
    }

    @Test
    void takesMergedRecordsForOnePerson() {
      ReferralGraph graph =
          ReferralGraph.of(
              List.of(
                  sent("kim-1", "a", TODAY),
                  sent("kim-2", "b-old", TODAY),
                  sent("kim", "b", TODAY)),
              Map.of("kim-1", "kim-2", "kim-2", "kim", "b-old", "b"));
      assertThat(graph.counts(LONG_AGO, TODAY))
          .containsExactly(new ReferralCount("kim", 2, 2, TODAY));
      assertThat(graph.sentBy("kim-1")).extracting(Referral::referred).containsExactly("a", "b");
    }

    @Test
    void survivesCirclesOfMergesAndOfReferrals() {
      ReferralGraph graph =
          ReferralGraph.of(
              List.of(sent("x", "y", TODAY), sent("y", "x", TODAY), sent("p", "q", TODAY)),
              Map.of("p", "r", "r", "p"));
      assertThat(graph.counts(LONG_AGO, TODAY))
          .extracting(ReferralCount::patient)
          .containsExactly("p", "x", "y");
    }

    @Test
    void doesNotDependOnTheOrderOfTheRecords() {
      List<Referral> referrals = new ArrayList<>();
      Random random = new Random(7);
      for (int i = 0; i < 300; i++) {
        referrals.add(
            sent(
                "p" + random.nextInt(20),
                "p" + random.nextInt(60),
                TODAY.minusDays(random.nextInt(900))));
      }
      List<VipCandidate> expected = candidates(referrals);
      for (int i = 0; i < 20; i++) {
        Collections.shuffle(referrals, random);
        assertThat(candidates(referrals)).isEqualTo(expected);
      }
    }
  }
}
