package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** C2: a scenario that a change from one status to another starts. */
class TransitionsTest {

  private static final String KEY = "left:ask:Encounter/e";
  private static final List<String> STATUSES =
      List.of("planned", "arrived", "in-progress", "finished", "cancelled");

  private final Scene scene = new Scene();

  @BeforeEach
  void whoWasTreatedAndLeft() {
    Trigger trigger = new Trigger("Encounter", Map.of(), Set.of("finished"), Set.of("in-progress"));
    DateExpression date = ((Anchor.Event) Scene.appointments()).date();
    scene.plans(
        scenario(
            "left",
            new Anchor.Event(List.of(trigger), date),
            after("ask", days(2), Purpose.TREATMENT)));
  }

  private Scene encounter(List<String> statuses) {
    String now = statuses.get(statuses.size() - 1);
    scene.event("Encounter", "e", now, Scene.when("2026-04-01"), "e", "AMB");
    scene.events.set(0, scene.events.get(0).after(statuses));
    return scene;
  }

  @Test
  @DisplayName("C2 is started by the status before and the status now")
  void startsFromTheStatusBefore() {
    assertThat(encounter(List.of("arrived", "in-progress", "finished")).keys())
        .containsExactly(KEY);
  }

  @Test
  @DisplayName("C2 says from which status it came where it is another one")
  void namesTheOtherStatus() {
    encounter(List.of("in-progress", "planned", "finished", "finished"));
    assertThat(scene.reasons()).containsExactly(Reason.OTHER_TRANSITION);
    assertThat(scene.decisive().detail()).isEqualTo("was planned");
  }

  @Test
  void saysThatItNeverHadAnother() {
    encounter(List.of("finished"));
    assertThat(scene.reasons()).containsExactly(Reason.OTHER_TRANSITION);
    assertThat(scene.decisive().detail()).isEqualTo("had no other status before");
  }

  @Test
  @DisplayName("X14 explains that the status before is unknown")
  void plansNothingOnWhatNobodyKnows() {
    scene.event("Encounter", "e", "finished", Scene.when("2026-04-01"), "e", "AMB");
    assertThat(scene.reasons()).containsExactly(Reason.TRANSITION_UNKNOWN);
  }

  @Test
  @DisplayName("X14 what was planned from the transition stays when the history is gone")
  void staysWhenTheHistoryIsNoLongerThere() {
    encounter(List.of("in-progress", "finished")).reconcile();
    scene.event("Encounter", "e", "finished", Scene.when("2026-04-01"), "e", "AMB");
    assertThat(scene.difference().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("X14 1,000 random update sequences give one schedule per episode")
  void burstsAndDuplicatesGiveOneSchedule() {
    for (long seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      scene.requests = new ArrayList<>();
      List<String> versions = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(10); i++) {
        versions.add(STATUSES.get(random.nextInt(STATUSES.size())));
        if (random.nextInt(3) == 0) {
          versions.add(versions.get(versions.size() - 1));
        }
        if (random.nextBoolean()) {
          encounter(versions).reconcile();
        }
      }
      encounter(versions).reconcile().reconcile();
      List<String> active =
          scene.requests.stream().filter(RequestRecord::active).map(RequestRecord::key).toList();
      assertThat(scene.requests).as("seed " + seed).hasSizeLessThanOrEqualTo(1);
      assertThat(active).as("seed " + seed).isEqualTo(expected(versions));
    }
  }

  /** Told without the code under test: the last run of finished must follow in-progress. */
  private static List<String> expected(List<String> versions) {
    String all = String.join(" ", versions) + " ";
    return all.matches("(.* )?in-progress (finished )+") ? List.of(KEY) : List.of();
  }
}
