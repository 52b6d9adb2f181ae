package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.RequestRecord.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scenarios of one patient mean for each other. */
class ContestTest {

  private final Scene scene = new Scene();

  private static Scenario step(String id, Rivalry rivalry, int days) {
    return scenario(id, procedures(id), after("ask", days(days), Purpose.TREATMENT)).with(rivalry);
  }

  private static Rivalry group(int priority) {
    return new Rivalry("care", priority, null);
  }

  private static String key(String id) {
    return id + ":ask:Procedure/" + id;
  }

  private void done(String id, String date) {
    scene.event("Procedure", id, "completed", Scene.when(date), null, id);
  }

  @Nested
  @DisplayName("X13 two scenarios of a group on one local day")
  class ACollision {

    private Scene both(Scenario... scenarios) {
      scene.scenarios.addAll(List.of(scenarios));
      done("a", "2026-03-31");
      done("b", "2026-04-01");
      return scene;
    }

    @Test
    @DisplayName("X13 C10 give one message, and the loser is told by whom and why")
    void isWonByPriority() {
      both(step("a", group(1), 7), step("b", group(2), 6));
      assertThat(scene.keys()).containsExactly(key("b"));
      assertThat(scene.decisive().reason()).isEqualTo(Reason.COLLISION);
      assertThat(scene.decisive().rule()).isEqualTo("no-collision");
      assertThat(scene.decisive().detail())
          .isEqualTo(
              "b:ask:Procedure/b goes first: in the group care on 2026-04-07"
                  + " (priority 2, this one 1)");
      assertThat(scene.decisive().inputs()).containsExactly("Procedure/b/_history/1");
    }

    @Test
    void isWonByTheEarlierDueWhereThePriorityIsTheSame() {
      Scenario early =
          scenario(
                  "b",
                  procedures("b"),
                  Scene.in(
                      new SendWindow(java.time.LocalTime.of(9, 0), java.time.LocalTime.of(18, 0)),
                      after("ask", days(6), Purpose.TREATMENT)))
              .with(group(1));
      both(step("a", group(1), 7), early);
      assertThat(scene.keys()).containsExactly(key("b"));
    }

    @Test
    void isWonByTheKeyWhereAllElseIsTheSame() {
      both(step("b", group(1), 6), step("a", group(1), 7));
      assertThat(scene.keys()).containsExactly(key("a"));
    }

    @Test
    void isNoneOnAnotherDayOrInAnotherGroup() {
      both(step("a", group(1), 8), step("b", group(2), 6));
      assertThat(scene.keys()).hasSize(2);
      scene.scenarios.clear();
      both(step("a", new Rivalry("other", 1, null), 7), step("b", group(2), 6));
      assertThat(scene.keys()).hasSize(2);
    }

    @Test
    void leavesTheStepsOfOneScenarioAlone() {
      scene.plans(
          scenario(
                  "a",
                  procedures("a"),
                  after("ask", days(7), Purpose.TREATMENT),
                  after("tell", days(7), Purpose.TREATMENT))
              .with(group(1)));
      done("a", "2026-03-31");
      assertThat(scene.keys()).hasSize(2);
    }

    @Test
    void isOverForTheOneThatWentOutFirst() {
      scene.scenarios.add(step("a", group(1), 7));
      done("a", "2026-03-31");
      scene.reconcile().clock("2026-04-07T10:05:00+09:00");
      scene.becomes(key("a"), Status.COMPLETED, null);
      scene.scenarios.add(step("b", group(9), 6));
      done("b", "2026-04-01");
      assertThat(scene.keys()).containsExactly(key("a"));
      assertThat(scene.reasons()).containsExactly(Reason.COLLISION);
    }

    @Test
    void isOverForTheOneThatMayHaveGoneOut() {
      both(step("a", group(1), 7), step("b", group(2), 6));
      scene.reconcile().clock("2026-04-07T10:00:00+09:00");
      String winner = scene.request(key("b")).id();
      scene.message(winner, DeliveryStatus.UNKNOWN);
      scene.scenarios.add(step("c", group(9), 6));
      done("c", "2026-04-01");
      assertThat(scene.keys()).containsExactly(key("b"));
    }

    @Test
    void givesTheDayBackWhenTheWinnerIsWithdrawn() {
      both(step("a", group(1), 7), step("b", group(2), 6)).reconcile();
      scene.event("Procedure", "b", "entered-in-error", Scene.when("2026-04-01"), null, "b");
      assertThat(scene.reconcile().keys()).containsExactly(key("a"));
      assertThat(scene.request(key("b")).reason()).isEqualTo("anchor-entered-in-error");
    }

    @Test
    void isNotHeldOpenByAMessageThatStaffTookBack() {
      both(step("a", group(1), 7), step("b", group(2), 6)).reconcile();
      scene.becomes(key("b"), Status.REVOKED, null);
      assertThat(scene.reconcile().request(key("a")).active()).isTrue();
    }

    @Test
    void revokesAPendingLoserWithTheReason() {
      scene.scenarios.add(step("a", group(1), 7));
      done("a", "2026-03-31");
      scene.reconcile().scenarios.add(step("b", group(2), 6));
      done("b", "2026-04-01");
      assertThat(scene.difference().revokes())
          .extracting(revoke -> revoke.request().key() + " " + revoke.reason())
          .containsExactly(key("a") + " COLLISION");
    }
  }

  @Nested
  @DisplayName("C10 X13 two scenarios of a group with the scope anchor")
  class ACollisionAboutOneAnchor {

    private static Scenario of(String id, int priority, Step... steps) {
      return scenario(id, Scene.appointments(), steps)
          .with(new Rivalry("booking", priority, null, Rivalry.Scope.ANCHOR));
    }

    private static Step before(String id, int days) {
      return Scene.step(id, Step.Direction.BEFORE, days(days), Purpose.TRANSACTIONAL, null);
    }

    private final Scenario reminder =
        of("a", 1, Scene.atOnce("confirm"), before("three-days", 3), before("tomorrow", 1));
    private final Scenario first =
        of("b", 2, Scene.atOnce("confirm"), before("two-days", 2), before("tomorrow", 1));

    @Test
    @DisplayName("C10 say each thing once, and keep what only one of them says")
    void sayEachThingOnce() {
      scene.scenarios.addAll(List.of(reminder, first));
      scene.appointment("1", "2026-04-20T15:00:00+09:00", "booked");
      assertThat(scene.keys())
          .containsExactlyInAnyOrder(
              "b:confirm:Appointment/1",
              "b:two-days:Appointment/1",
              "b:tomorrow:Appointment/1",
              "a:three-days:Appointment/1");
      assertThat(scene.reasons()).containsExactly(Reason.COLLISION, Reason.COLLISION);
    }

    @Test
    void neverTakeAReminderOfAnotherAppointmentAway() {
      scene
          .plans(reminder)
          .appointment("1", "2026-04-20T15:00:00+09:00", "booked")
          .appointment("2", "2026-04-20T10:00:00+09:00", "booked");
      assertThat(scene.keys()).hasSize(6);
      scene.scenarios.add(first);
      assertThat(scene.keys()).hasSize(8);
    }

    @Test
    @DisplayName("C10 confirm no second time where the other is switched on days later")
    void confirmOnceOnWhateverDay() {
      scene.plans(reminder).appointment("1", "2026-04-20T15:00:00+09:00", "booked");
      scene.reconcile();
      scene.becomes("a:confirm:Appointment/1", Status.COMPLETED, null);
      scene.clock("2026-04-10T12:00:00+09:00").scenarios.add(first);
      scene.reconcile();
      assertThat(scene.requests.stream().filter(RequestRecord::active).map(RequestRecord::key))
          .containsExactlyInAnyOrder(
              "b:two-days:Appointment/1", "b:tomorrow:Appointment/1", "a:three-days:Appointment/1");
    }

    @Test
    void confirmTheNewTimeOfAnAppointmentThatMoved() {
      scene.scenarios.addAll(List.of(reminder, first));
      scene.appointment("1", "2026-04-20T15:00:00+09:00", "booked");
      scene.reconcile();
      scene.becomes("b:confirm:Appointment/1", Status.COMPLETED, null);
      scene.appointment("1", "2026-04-23T15:00:00+09:00", "booked").reconcile();
      assertThat(scene.requests.stream().filter(RequestRecord::active).map(RequestRecord::key))
          .contains("b:confirm:Appointment/1@2026-04-23")
          .noneMatch(key -> key.startsWith("a:confirm"));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("X13 is settled the same whatever came first, and once a day")
  void theOrderOfEventsDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>(List.of("a", "b", "c", "d"));
    List<Integer> days = ids.stream().map(id -> 5 + random.nextInt(3)).toList();
    ids.forEach(
        id ->
            scene.scenarios.add(step(id, group(random.nextInt(2)), days.get("abcd".indexOf(id)))));
    List<String> atOnce = new ArrayList<>();
    Scene other = new Scene();
    other.scenarios.addAll(scene.scenarios);
    ids.forEach(id -> done(id, "2026-03-31"));
    atOnce.addAll(scene.keys());
    Collections.shuffle(ids, random);
    for (String id : ids) {
      other.event("Procedure", id, "completed", Scene.when("2026-03-31"), null, id);
      other.reconcile();
      assertThat(other.difference().isEmpty()).isTrue();
    }
    assertThat(other.requests.stream().filter(RequestRecord::active).map(RequestRecord::key))
        .containsExactlyInAnyOrderElementsOf(atOnce);
    assertThat(scene.plan().messages().stream().map(m -> m.due().toLocalDate()))
        .doesNotHaveDuplicates();
  }

  @Nested
  @DisplayName("C10 one active scenario of a kind")
  class OneAtATime {

    private static final Rivalry CARE = new Rivalry(null, 0, "aftercare");

    private Scenario twoSteps(String id, int priority) {
      return scenario(
              id,
              procedures(id),
              after("ask", days(3), Purpose.TREATMENT),
              after("again", days(20), Purpose.TREATMENT))
          .with(new Rivalry(null, priority, "aftercare"));
    }

    @Test
    @DisplayName("C10 lets the first go on and keeps the reason of the other")
    void isTheOneThatIsDueFirst() {
      scene.scenarios.addAll(List.of(step("a", CARE, 9), step("b", CARE, 7)));
      done("a", "2026-03-31");
      done("b", "2026-03-31");
      assertThat(scene.keys()).containsExactly(key("b"));
      assertThat(scene.reasons()).containsExactly(Reason.ONE_AT_A_TIME);
      assertThat(scene.decisive().detail()).contains(key("b"));
    }

    @Test
    void isTheOneThatHasBegunWhateverThePriority() {
      scene.scenarios.add(twoSteps("a", 0));
      done("a", "2026-03-31");
      scene.reconcile().clock("2026-04-03T12:00:00+09:00");
      scene.becomes(key("a"), Status.COMPLETED, null);
      scene.scenarios.add(twoSteps("b", 5));
      done("b", "2026-04-03");
      assertThat(scene.keys()).containsExactlyInAnyOrder(key("a"), "a:again:Procedure/a");
    }

    @Test
    void makesRoomWhenItIsOver() {
      scene.scenarios.addAll(List.of(step("a", CARE, 3), step("b", CARE, 30)));
      done("a", "2026-03-31");
      done("b", "2026-03-31");
      scene.reconcile().clock("2026-04-04T12:00:00+09:00");
      scene.becomes(key("a"), Status.COMPLETED, null);
      assertThat(scene.reconcile().request(key("b")).active()).isTrue();
    }

    @Test
    void countsEachAnchorOfOneScenarioAsOne() {
      scene.scenarios.add(step("a", CARE, 9));
      done("a", "2026-03-31");
      scene.event("Procedure", "a2", "completed", Scene.when("2026-03-30"), null, "a");
      assertThat(scene.keys()).containsExactly("a:ask:Procedure/a2");
    }
  }

  @Nested
  @DisplayName("C9 D18 joining in the middle")
  class LateEnrolment {

    private Scenario course() {
      Step[] steps = new Step[12];
      for (int month = 1; month <= 12; month++) {
        steps[month - 1] =
            Scene.step(
                "month-" + month, Step.Direction.AFTER, months(month), Purpose.TREATMENT, null);
      }
      return scenario("a", procedures("a"), steps);
    }

    @Test
    @DisplayName("C9 D18 plans future steps only")
    void plansWhatIsStillToCome() {
      scene.plans(course());
      done("a", "2025-09-15");
      assertThat(scene.keys()).hasSize(6).first().isEqualTo("a:month-7:Procedure/a");
      assertThat(scene.reasons()).hasSize(6).containsOnly(Reason.TOO_LATE);
      assertThat(scene.plan().messages())
          .allSatisfy(message -> assertThat(message.due().toInstant()).isAfter(scene.now));
    }

    @Test
    @DisplayName("D18 sends one step, not all, where several overdue ones are still valid")
    void sendsTheLastOfTheOverdueSteps() {
      scene.plans(
          scenario(
              "a",
              procedures("a"),
              Scene.step("one", Step.Direction.AFTER, days(2), Purpose.TREATMENT, days(60)),
              Scene.step("two", Step.Direction.AFTER, days(9), Purpose.TREATMENT, days(60)),
              Scene.step("three", Step.Direction.AFTER, days(40), Purpose.TREATMENT, days(60))));
      done("a", "2026-03-15");
      assertThat(scene.keys()).containsExactly("a:two:Procedure/a", "a:three:Procedure/a");
      assertThat(scene.decisive().rule()).isEqualTo("one-at-once");
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
      scene.becomes("a:two:Procedure/a", Status.COMPLETED, null);
      assertThat(scene.difference().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("D18 a stop that is lifted brings back what is still to come, not the backlog")
    void doesNotCatchUpWhatAStopHeldBack() {
      scene.plans(course());
      done("a", "2026-03-15");
      scene.reconcile();
      scene.deceased = true;
      scene.reconcile().clock("2026-06-20T09:00:00+09:00");
      scene.deceased = false;
      scene.reconcile();
      assertThat(scene.requests.stream().filter(RequestRecord::active))
          .hasSize(9)
          .allSatisfy(request -> assertThat(request.due()).isAfter(scene.now));
    }
  }
}
