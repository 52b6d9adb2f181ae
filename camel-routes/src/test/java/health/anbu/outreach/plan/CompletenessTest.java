package health.anbu.outreach.plan;

import static health.anbu.outreach.plan.Scene.after;
import static health.anbu.outreach.plan.Scene.months;
import static health.anbu.outreach.plan.Scene.procedures;
import static health.anbu.outreach.plan.Scene.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody is left out without a reason. */
class CompletenessTest {

  private static final Map<String, Integer> MONTHS = new TreeMap<>(Map.of("a", 3, "b", 6, "c", 12));

  private static List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    MONTHS.forEach(
        (code, months) ->
            all.add(
                scenario(code, procedures(code), after("ask", months(months), Purpose.TREATMENT))));
    return all;
  }

  /** Three treatments of a patient, on days that only the number of the patient decides. */
  private static Map<String, LocalDate> treated(int patient) {
    Random random = new Random(patient);
    Map<String, LocalDate> days = new TreeMap<>();
    MONTHS
        .keySet()
        .forEach(c -> days.put(c, LocalDate.of(2025, 1, 1).plusDays(random.nextInt(800))));
    return days;
  }

  private static Scene scene(int patient) {
    Scene scene = new Scene();
    scene.scenarios.addAll(scenarios());
    treated(patient)
        .forEach(
            (code, day) ->
                scene.event("Procedure", code, "completed", new When.Day(day), null, code));
    return scene;
  }

  @Test
  @DisplayName("S1.11 10,000 patients with 3 treatments get exactly what is computed, in any order")
  void computesEveryCycle() {
    LocalDate today = LocalDate.of(2026, 4, 1);
    for (int patient = 0; patient < 10_000; patient++) {
      Set<String> expected = new TreeSet<>();
      treated(patient)
          .forEach(
              (code, day) -> {
                LocalDate due = day.plusMonths(MONTHS.get(code));
                if (!due.isBefore(today)) {
                  expected.add(code + ":ask:Procedure/" + code + " " + due + "T10:00+09:00");
                }
              });
      Set<String> planned = described(scene(patient).plan());
      assertThat(planned).as("patient " + patient).isEqualTo(expected);
      Scene again = scene(patient);
      Collections.reverse(again.events);
      assertThat(described(again.plan())).as("patient " + patient + " again").isEqualTo(planned);
    }
  }

  private static Set<String> described(OutreachPlan plan) {
    Set<String> described = new TreeSet<>();
    plan.messages()
        .forEach(message -> described.add(message.key() + " " + message.due().toOffsetDateTime()));
    return described;
  }

  @Test
  @DisplayName("S1.13d S1.24 expected minus planned is empty or explained: coverage is 1")
  void explainsEveryOmission() {
    int eligible = 0;
    int covered = 0;
    for (int patient = 0; patient < 1_000; patient++) {
      Scene scene = scene(patient);
      Random random = new Random(patient);
      scene.deceased = random.nextInt(20) == 0;
      scene.sharedWith = random.nextInt(3);
      if (random.nextInt(4) == 0) {
        scene.optOut(Set.of());
      }
      if (random.nextInt(4) == 0) {
        scene.addresses = List.of();
      }
      OutreachPlan plan = scene.plan();
      Set<String> expected = new HashSet<>();
      MONTHS.keySet().forEach(code -> expected.add(code + ":ask:Procedure/" + code));
      eligible += expected.size();
      for (String key : expected) {
        boolean planned = plan.message(key).isPresent();
        boolean explained = plan.trace().refusal(key).isPresent();
        assertThat(planned != explained).as("patient " + patient + " " + key).isTrue();
        covered += planned || explained ? 1 : 0;
      }
    }
    assertThat((double) covered / eligible).isEqualTo(1.0);
  }
}
