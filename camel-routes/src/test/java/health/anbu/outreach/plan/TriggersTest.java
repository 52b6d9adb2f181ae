package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C1: visits, treatments and appointments start scenarios when they change. */
class TriggersTest {

  private static final String WHEN = "2026-04-01";

  private final Scene scene = new Scene();

  /** Starts from this type, in this status; none: in the usual ones of the type. */
  private void startsFrom(String type, Set<String> statuses) {
    DateExpression date = ((Anchor.Event) Scene.appointments()).date();
    scene.plans(
        scenario(
            "s",
            new Anchor.Event(List.of(new Trigger(type, Map.of(), statuses)), date),
            after("ask", days(7), Purpose.TREATMENT)));
  }

  private void changes(String type, String status) {
    scene.event(type, "x", status, Scene.when(WHEN), null, "any").reconcile();
  }

  private List<String> active() {
    return scene.requests.stream().filter(RequestRecord::active).map(RequestRecord::key).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Encounter, in-progress, finished, cancelled",
    "Procedure, in-progress, completed, entered-in-error",
    "Appointment, proposed, booked, cancelled"
  })
  @DisplayName("C1 a change of a visit, a treatment or an appointment starts, and takes back")
  void changesStartAndTakeBack(String type, String before, String starts, String ends) {
    for (Set<String> statuses : List.of(Set.of(starts), Set.<String>of())) {
      scene.events.clear();
      scene.requests.clear();
      startsFrom(type, statuses);
      changes(type, before);
      assertThat(active()).isEmpty();
      changes(type, starts);
      assertThat(active()).containsExactly("s:ask:" + type + "/x");
      changes(type, ends);
      assertThat(active()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Encounter, Procedure, completed",
    "Procedure, Encounter, finished",
    "Procedure, Appointment, booked",
    "Appointment, Encounter, finished"
  })
  @DisplayName("C1 another kind of resource starts nothing")
  void anotherKindStartsNothing(String type, String other, String status) {
    startsFrom(type, Set.of());
    changes(other, status);
    assertThat(active()).isEmpty();
  }
}
