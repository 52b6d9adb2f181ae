package health.anbu.outreach.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.anbu.outreach.vip.FlagChange.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VipReviewTest {

  private static final VipCandidate KIM = candidate("kim", Tier.A, 5);
  private static final VipCandidate LEE = candidate("lee", Tier.B, 3);
  private static final VipCandidate PARK = candidate("park", Tier.B, 4);

  private static VipCandidate candidate(String patient, Tier tier, int total) {
    return new VipCandidate(patient, tier, 2, total, "vip-tier-1");
  }

  private static VipReview review(List<VipCandidate> candidates, VipFlag... flags) {
    return VipReview.of(candidates, List.of(flags), List.of());
  }

  private static VipFlag flag(String patient, Tier tier) {
    return new VipFlag("flag-" + patient, patient, tier, false);
  }

  /** The Task as it stands once a plan has been written. */
  private static ReviewTask written(ReviewPlan plan) {
    return new ReviewTask(plan.proposed(), plan.inputs(), Map.of());
  }

  private static ReviewTask without(ReviewTask task, String patient, String reason) {
    return new ReviewTask(
        task.proposed(),
        task.inputs().stream().filter(line -> !line.patient().equals(patient)).toList(),
        Map.of(patient, reason));
  }

  private static ReviewTask with(ReviewTask task, ReviewInput added) {
    return new ReviewTask(
        task.proposed(),
        java.util.stream.Stream.concat(task.inputs().stream(), java.util.stream.Stream.of(added))
            .toList(),
        task.removalReasons());
  }

  @Nested
  class WithCandidatesNobodyHasSeen {
    private final ReviewPlan plan = review(List.of(LEE, KIM, PARK)).plan(Optional.empty());

    @Test
    void isNeeded() {
      assertThat(plan.needed()).isTrue();
    }

    @Test
    void listsThemByTierAndNumber() {
      assertThat(plan.inputs())
          .extracting(ReviewInput::patient)
          .containsExactly("kim", "park", "lee");
    }

    @Test
    void saysWhy() {
      assertThat(plan.inputs().get(0).reason())
          .isEqualTo("2 referred in the last 12 months, 5 in total (vip-tier-1)");
    }

    @Test
    void changesNothingWhenPlannedAgain() {
      assertThat(review(List.of(KIM, LEE, PARK)).plan(Optional.of(written(plan)))).isEqualTo(plan);
    }

    @Test
    void followsTheCandidates() {
      assertThat(review(List.of(KIM)).plan(Optional.of(written(plan))).inputs())
          .extracting(ReviewInput::patient)
          .containsExactly("kim");
    }

    @Test
    void isNoLongerNeededWithoutAny() {
      assertThat(review(List.of()).plan(Optional.of(written(plan))).needed()).isFalse();
    }
  }

  @Nested
  class WithReviewedCandidates {
    @Test
    void isNotNeeded() {
      assertThat(review(List.of(KIM), flag("kim", Tier.A)).plan(Optional.empty()).needed())
          .isFalse();
    }

    @Test
    void looksAgainWhenTheTierChanged() {
      assertThat(review(List.of(KIM), flag("kim", Tier.B)).plan(Optional.empty()).inputs())
          .extracting(ReviewInput::patient, ReviewInput::tier)
          .containsExactly(tuple("kim", Tier.A));
    }

    @Test
    void respectsAnEarlierNo() {
      Exclusion no = new Exclusion("lee", Tier.B, "in dispute with the clinic");
      assertThat(VipReview.of(List.of(LEE), List.of(), List.of(no)).plan(Optional.empty()).needed())
          .isFalse();
    }

    @Test
    void asksAgainWhenTheTierHasRisenSinceTheNo() {
      Exclusion no = new Exclusion("kim", Tier.B, "in dispute with the clinic");
      assertThat(VipReview.of(List.of(KIM), List.of(), List.of(no)).plan(Optional.empty()).needed())
          .isTrue();
    }
  }

  @Nested
  class WhileTheTeamWorksOnIt {
    private final VipReview review = review(List.of(KIM, LEE));
    private final ReviewTask open = written(review.plan(Optional.empty()));

    @Test
    void doesNotPutBackWhomTheTeamRemoved() {
      ReviewPlan again = review.plan(Optional.of(without(open, "lee", "sensitive matter")));
      assertThat(again.inputs()).extracting(ReviewInput::patient).containsExactly("kim");
      assertThat(again.exclusions())
          .containsExactly(new Exclusion("lee", Tier.B, "sensitive matter"));
    }

    @Test
    void remembersTheRemovalThroughAnotherPlan() {
      ReviewPlan again = review.plan(Optional.of(without(open, "lee", "sensitive matter")));
      ReviewPlan oncemore =
          review.plan(
              Optional.of(
                  new ReviewTask(
                      again.proposed(), again.inputs(), Map.of("lee", "sensitive matter"))));
      assertThat(oncemore).isEqualTo(again);
    }

    @Test
    void keepsWhomTheTeamAdded() {
      ReviewTask more = with(open, ReviewInput.added("choi", Tier.B, "sends by word of mouth"));
      assertThat(review.plan(Optional.of(more)).inputs())
          .extracting(ReviewInput::patient)
          .containsExactly("kim", "lee", "choi");
    }

    @Test
    void staysOpenWhenEverybodyWasRemoved() {
      ReviewTask none = without(without(open, "lee", "no"), "kim", "no");
      assertThat(review.plan(Optional.of(none)).needed()).isTrue();
    }
  }

  @Nested
  class OnceCompleted {
    @Test
    void setsAFlagForEachNewLine() {
      VipReview review = review(List.of(KIM, LEE));
      ReviewOutcome outcome = review.complete(written(review.plan(Optional.empty())));
      assertThat(outcome.changes())
          .extracting(FlagChange::patient, FlagChange::kind, FlagChange::to)
          .containsExactly(tuple("kim", Kind.SET, Tier.A), tuple("lee", Kind.SET, Tier.B));
    }

    @Test
    void setsNoneForWhomTheTeamRemovedAndKeepsTheReason() {
      VipReview review = review(List.of(KIM, LEE));
      ReviewTask task = without(written(review.plan(Optional.empty())), "lee", "sensitive matter");
      ReviewOutcome outcome = review.complete(task);
      assertThat(outcome.changes()).extracting(FlagChange::patient).containsExactly("kim");
      assertThat(outcome.exclusions())
          .containsExactly(new Exclusion("lee", Tier.B, "sensitive matter"));
    }

    @Test
    void setsAManualFlagWithTheTeamsReason() {
      VipReview review = review(List.of(KIM));
      ReviewTask task =
          with(
              written(review.plan(Optional.empty())),
              ReviewInput.added("choi", Tier.B, "sends by word of mouth"));
      assertThat(review.complete(task).changes())
          .filteredOn(change -> change.patient().equals("choi"))
          .extracting(FlagChange::kind, FlagChange::manual, FlagChange::reason)
          .containsExactly(tuple(Kind.SET, true, "sends by word of mouth"));
    }

    @Test
    void writesTheDifferenceUpDownAndOut() {
      VipReview review =
          review(
              List.of(KIM, LEE, PARK),
              flag("kim", Tier.B),
              flag("lee", Tier.A),
              flag("park", Tier.B),
              flag("gone", Tier.B));
      ReviewOutcome outcome = review.complete(written(review.plan(Optional.empty())));
      assertThat(outcome.changes())
          .extracting(FlagChange::patient, FlagChange::kind, FlagChange::from, FlagChange::to)
          .containsExactly(
              tuple("gone", Kind.OUT, Tier.B, null),
              tuple("kim", Kind.UP, Tier.B, Tier.A),
              tuple("lee", Kind.DOWN, Tier.A, Tier.B),
              tuple("park", Kind.RENEW, Tier.B, Tier.B));
      assertThat(outcome.changes()).allSatisfy(change -> assertThat(change.reason()).isNotBlank());
    }

    @Test
    void endsTheFlagOfWhomTheTeamRemoved() {
      VipReview review = review(List.of(KIM), flag("kim", Tier.B));
      ReviewTask task = without(written(review.plan(Optional.empty())), "kim", "moved away");
      assertThat(review.complete(task).changes())
          .extracting(FlagChange::kind, FlagChange::reason)
          .containsExactly(tuple(Kind.OUT, "moved away"));
    }

    @Test
    void leavesAManualFlagAlone() {
      VipFlag manual = new VipFlag("flag-choi", "choi", Tier.A, true);
      VipReview review = review(List.of(KIM), manual);
      assertThat(review.complete(written(review.plan(Optional.empty()))).changes())
          .filteredOn(change -> change.patient().equals("choi"))
          .extracting(FlagChange::kind, FlagChange::manual)
          .containsExactly(tuple(Kind.RENEW, true));
    }

    @Test
    void leavesNothingToReview() {
      VipReview review = review(List.of(KIM, LEE));
      ReviewTask task = without(written(review.plan(Optional.empty())), "lee", "sensitive matter");
      ReviewOutcome outcome = review.complete(task);
      VipReview next =
          VipReview.of(List.of(KIM, LEE), List.of(flag("kim", Tier.A)), outcome.exclusions());
      assertThat(next.plan(Optional.empty()).needed()).isFalse();
    }
  }
}
