package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Between the plan and the requests that exist. */
class ReconciliationTest {

  private static final String KEY = "care:ask:Procedure/a";
  private final Scene scene =
      new Scene()
          .plans(
              scenario("care", procedures(Scene.BOTOX), after("ask", days(7), Purpose.TREATMENT)))
          .procedure("a", "2026-03-30");

  @Nested
  class WhatIsPlanned {

    @Test
    void isCreatedOnce() {
      assertThat(scene.difference().creates()).hasSize(1);
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    }

    @Test
    void isMovedWhenItsDueTimeChanges() {
      scene.reconcile().procedure("a", "2026-03-31");
      assertThat(scene.difference().moves()).hasSize(1);
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    }

    @Test
    void leadsOverOtherChannelsWhenThePatientLeavesOne() {
      scene.reconcile().optOut(Set.of(), "kakao");
      assertThat(scene.difference().moves())
          .extracting(m -> m.message().permit().channels())
          .containsExactly(List.of("sms"));
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
        value = RequestRecord.Status.class,
        names = {"COMPLETED", "HELD"})
    void isLeftAloneOnceItIsOver(RequestRecord.Status status) {
      scene.reconcile().becomes(KEY, status, null);
      assertThat(scene.difference().isEmpty()).isTrue();
    }
  }

  @Nested
  class WhatIsNoLongerPlanned {

    @Test
    void isRevokedWithTheReasonOfTheRule() {
      scene.reconcile().deceased = true;
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.DECEASED);
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    }

    @Test
    void isRevokedWhenItsAnchorIsGone() {
      scene.reconcile().events.clear();
      assertThat(scene.difference().revokes())
          .extracting(Reconciliation.Revoke::reason)
          .containsExactly(Reason.ANCHOR_GONE);
    }

    @Test
    void staysWhenItWasSent() {
      scene.reconcile().becomes(KEY, RequestRecord.Status.COMPLETED, null);
      scene.deceased = true;
      assertThat(scene.difference().isEmpty()).isTrue();
    }
  }

  @Nested
  class WhatWasRevoked {

    private Scene revoked(Reason reason) {
      return scene.reconcile().becomes(KEY, RequestRecord.Status.REVOKED, reason);
    }

    @Test
    void returnsWhenThePlanWantsItAgain() {
      revoked(Reason.OPT_OUT);
      assertThat(scene.difference().creates())
          .extracting(Reconciliation.Create::revoked)
          .containsExactly(scene.request(KEY));
    }

    @Test
    void staysWhenStaffRevokedIt() {
      assertThat(revoked(null).difference().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
        value = Reason.class,
        names = {"TOO_LATE", "FREQUENCY_CAP", "MISSING_VARIABLE", "CHANNELS_EXHAUSTED"})
    void staysWhenItWasDecidedRightBeforeSending(Reason reason) {
      assertThat(revoked(reason).difference().isEmpty()).isTrue();
    }

    @Test
    void returnsForAnotherDueTime() {
      revoked(Reason.MISSING_VARIABLE).procedure("a", "2026-03-31");
      assertThat(scene.difference().creates()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = DeliveryStatus.class,
        names = {"SUBMITTED", "ACCEPTED", "DELIVERED", "READ", "REPLIED", "UNKNOWN", "CLAIMED"})
    void neverReturnsOnceAMessageMayHaveGone(DeliveryStatus status) {
      revoked(Reason.OPT_OUT).message(DerivedId.of(KEY), status);
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
        value = DeliveryStatus.class,
        names = {"FAILED_PERMANENT", "FAILED_TEMPORARY", "SKIPPED", "HELD"})
    void returnsWhenNothingReachedThePatient(DeliveryStatus status) {
      revoked(Reason.OPT_OUT).message(DerivedId.of(KEY), status);
      assertThat(scene.difference().creates()).hasSize(1);
    }

    @Test
    void doesNotReturnOnceItsDayIsOver() {
      revoked(Reason.OPT_OUT).clock("2026-04-06T18:00:00+09:00");
      assertThat(scene.difference().isEmpty()).isTrue();
    }
  }

  @Nested
  class TheExplanation {

    private Explanation.StepAnswer only() {
      List<Explanation.StepAnswer> steps = Explanation.of(scene.facts(), scene.plan()).steps();
      assertThat(steps).hasSize(1);
      return steps.get(0);
    }

    @Test
    void saysThatAStepIsPlanned() {
      assertThat(only().result()).isEqualTo(Explanation.Result.PLANNED);
      assertThat(only().decisive()).isNull();
    }

    @Test
    void saysThatAStepIsDoneWhateverTheRulesSayNow() {
      scene.reconcile().becomes(KEY, RequestRecord.Status.COMPLETED, null).deceased = true;
      assertThat(only().result()).isEqualTo(Explanation.Result.DONE);
    }

    @Test
    void namesTheRuleThatSaidNo() {
      scene.deceased = true;
      assertThat(only().decisive()).isEqualTo("patient-alive");
      assertThat(only().reason()).isEqualTo(Reason.DECEASED);
    }

    @Test
    void namesWhatWasDecidedRightBeforeSending() {
      scene.reconcile().becomes(KEY, RequestRecord.Status.REVOKED, Reason.FREQUENCY_CAP);
      assertThat(only().decisive()).isEqualTo("before-sending");
      assertThat(only().reason()).isEqualTo(Reason.FREQUENCY_CAP);
      assertThat(only().result()).isEqualTo(Explanation.Result.NOT_PLANNED);
    }

    @Test
    void namesTheStaff() {
      scene.reconcile().becomes(KEY, RequestRecord.Status.REVOKED, null);
      assertThat(only().decisive()).isEqualTo("by-staff");
    }

    @Test
    void tellsOfRequestsThatNoScenarioAsksForAnyMore() {
      scene.reconcile().scenarios.clear();
      assertThat(only().decisive()).isEqualTo("in-plan");
      assertThat(only().reason()).isEqualTo(Reason.SCENARIO_INACTIVE);
    }
  }

  @Nested
  class TheDueTimesAfterwards {

    private Map<String, Optional<Instant>> dueTimes() {
      return scene.difference().dueTimes(scene.facts());
    }

    private static Map<String, Optional<Instant>> stored(Scene scene) {
      return new Reconciliation(List.of(), List.of(), List.of()).dueTimes(scene.facts());
    }

    @Test
    void areThoseOfWhatIsCreated() {
      assertThat(dueTimes())
          .isEqualTo(
              Map.of(
                  DerivedId.of(KEY),
                  Optional.of(scene.difference().creates().get(0).message().due().toInstant())));
    }

    @Test
    void areTheSameAsWhenTheRequestsAreReadAgain() {
      scene.reconcile().procedure("a", "2026-03-31");
      Map<String, Optional<Instant>> foreseen = dueTimes();
      assertThat(stored(scene.reconcile())).isEqualTo(foreseen);
      scene.deceased = true;
      foreseen = dueTimes();
      assertThat(foreseen.values()).containsExactly(Optional.empty());
      assertThat(stored(scene.reconcile())).isEqualTo(foreseen);
    }
  }
}
