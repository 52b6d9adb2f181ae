package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.days;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.RequestRecord.Status;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S1.8 C5: the treatment decides when it is asked after. */
class GoldenTimesTest {

  private static final String KEY = "care:ask:Procedure/p";
  private final Scene scene = new Scene();

  private static GoldenTimes table(String version, GoldenTimes.Row... rows) {
    return new GoldenTimes(
        java.util.Arrays.stream(rows)
            .map(r -> new GoldenTimes.Row(r.treatment(), r.entry(), r.offset(), version))
            .toList());
  }

  private static GoldenTimes.Row row(String treatment, String entry, Offset offset) {
    return new GoldenTimes.Row(new Code("t", treatment), entry, offset, "");
  }

  private Scene planned(GoldenTimes times) {
    Step step = after("ask", days(10), Purpose.TREATMENT);
    return scene
        .plans(
            scenario(
                "care",
                procedures("botox", "filler", "peeling"),
                step.with(new GoldenTime("retouch", times, null))))
        .event("Procedure", "p", "completed", Scene.when("2026-03-31"), null, "botox");
  }

  @Test
  @DisplayName("S1.8 C5 the offset of the treatment replaces that of the step")
  void replaceTheStepsOffset() {
    planned(
        table("times|1", row("filler", "retouch", months(6)), row("botox", "retouch", months(3))));
    assertThat(scene.due()).isEqualTo("2026-06-30T10:00+09:00");
    assertThat(scene.plan().trace().steps().get(0).entries())
        .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo("retouch: 3 mo by times|1"));
  }

  @Test
  @DisplayName("S1.8 a treatment that no table has gets no message and an explained reason")
  void sayThatATreatmentIsUnmapped() {
    planned(
        table("times|1", row("botox", "check-up", months(3)), row("filler", "retouch", months(6))));
    assertThat(scene.keys()).isEmpty();
    assertThat(scene.reasons()).containsExactly(Reason.NO_GOLDEN_TIME);
    assertThat(scene.decisive().rule()).isEqualTo("golden-time-known");
  }

  @Test
  void leaveTheStepsOffsetWhereThereIsNoTable() {
    planned(GoldenTimes.NONE);
    assertThat(scene.due()).isEqualTo("2026-04-10T10:00+09:00");
  }

  @Test
  @DisplayName("S1.15 the clinic's row goes before the packaged one, and the others stay")
  void layAClinicsTableOverThePackagedOne() {
    GoldenTimes both =
        new GoldenTimes(
            List.of(
                new GoldenTimes.Row(new Code("t", "botox"), "retouch", months(4), "ours|1"),
                new GoldenTimes.Row(new Code("t", "botox"), "retouch", months(3), "theirs|1"),
                new GoldenTimes.Row(new Code("t", "filler"), "retouch", months(6), "theirs|1")));
    planned(both).event("Procedure", "q", "completed", Scene.when("2026-03-31"), null, "filler");
    assertThat(scene.plan().messages())
        .extracting(message -> message.step().golden().planned().table())
        .containsExactly("ours|1", "theirs|1");
  }

  @Test
  @DisplayName("C5 D17 what is pending keeps the time it was planned with, what comes has the new")
  void keepWhatIsPending() {
    planned(table("times|1", row("botox", "retouch", months(3)))).reconcile();
    planned(table("times|2", row("botox", "retouch", months(5))));
    assertThat(scene.difference().isEmpty()).isTrue();
    scene.event("Procedure", "later", "completed", Scene.when("2026-03-31"), "e", "botox");
    scene.events.removeIf(event -> event.id().equals("p"));
    assertThat(scene.due()).isEqualTo("2026-08-31T10:00+09:00");
  }

  @Test
  void takeTheNewTimeForWhatComesBack() {
    planned(table("times|1", row("botox", "retouch", months(3)))).reconcile();
    scene.becomes(KEY, Status.REVOKED, Reason.VISITED_SINCE);
    planned(table("times|2", row("botox", "retouch", months(5))));
    assertThat(scene.due()).isEqualTo("2026-08-31T10:00+09:00");
  }
}
