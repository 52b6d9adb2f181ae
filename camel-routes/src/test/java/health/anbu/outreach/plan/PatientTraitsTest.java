package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where a patient stands, as of an instant. */
class PatientTraitsTest {

  private static final String FEEDBACK =
      "https://anbu-health.github.io/fhir/CodeSystem/feedback-category";
  private final Scene scene = new Scene();

  private PatientTraits on(String day) {
    return new PatientTraits(scene.facts(), Scene.at(day + "T12:00:00+09:00"), Scene.SEOUL);
  }

  private String stage(String day) {
    return on(day).stage().code();
  }

  private void said(String category, String day) {
    scene.contacts.add(
        new Contact(
            new Scene.Paper("Communication/" + category + day),
            Scene.when(day),
            Set.of(new Code(FEEDBACK, category))));
  }

  @Test
  @DisplayName("S4.6 C7 the stage of the journey is a function of the records, as of every day")
  void passThroughTheFourStages() {
    scene
        .contact("Communication/c", "2026-03-01T10:00:00+09:00")
        .encounter("first", "2026-03-20T11:00:00+09:00")
        .encounter("second", "2026-09-20T11:00:00+09:00");
    assertThat(
            List.of(
                stage("2026-02-01"),
                stage("2026-03-02"),
                stage("2026-03-20"),
                stage("2026-03-27"),
                stage("2026-03-28"),
                stage("2026-09-20")))
        .containsExactly(
            "unknown",
            "first-contact",
            "after-first-visit",
            "after-first-visit",
            "until-check-up",
            "regular");
    assertThat(stage("2026-03-02")).isEqualTo("first-contact");
  }

  @Test
  @DisplayName("C7 S5.2 who has booked and was never here is before the first visit")
  void waitForTheFirstVisit() {
    scene.appointment("a", "2026-03-20T11:00:00+09:00", "booked");
    assertThat(stage("2026-03-10")).isEqualTo("before-first-visit");
    scene.appointment("a", "2026-03-20T11:00:00+09:00", "cancelled");
    assertThat(stage("2026-03-10")).isEqualTo("unknown");
  }

  @Test
  @DisplayName("S4.5 C4 the same day gives the same answer, whatever happened later")
  void lookAtNothingLater() {
    scene.procedure("p", "2026-03-01").encounter("e", "2026-03-01T11:00:00+09:00");
    said("praise", "2026-03-05T10:00:00+09:00");
    String then = described("2026-03-31");
    scene
        .procedure("later", "2026-05-01")
        .encounter("later", "2026-05-01T11:00:00+09:00")
        .encounter("more", "2026-05-09T11:00:00+09:00");
    said("complaint", "2026-05-02T10:00:00+09:00");
    assertThat(described("2026-03-31")).isEqualTo(then).isEqualTo("true 1 satisfied likely");
    assertThat(described("2026-06-30")).isEqualTo("true 3 dissatisfied unlikely");
    assertThat(described("2026-02-01")).isEqualTo("false 0 unknown unknown");
    assertThat(described("2027-05-30")).isEqualTo("true 0 unknown unknown");
  }

  private String described(String day) {
    PatientTraits traits = on(day);
    return traits.treatedWith(Set.of(new Code("t", Scene.BOTOX)))
        + " "
        + traits.visitsInAYear()
        + " "
        + traits.satisfaction()
        + " "
        + traits.referralPotential();
  }

  @Test
  void countTwoVisitsOfADayOnce() {
    scene.encounter("a", "2026-03-01T09:00:00+09:00").encounter("b", "2026-03-01T15:00:00+09:00");
    Instant now = Scene.at("2026-03-02T00:00:00+09:00");
    assertThat(new PatientTraits(scene.facts(), now, Scene.SEOUL).visitsInAYear()).isEqualTo(1);
  }
}
