package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.QuietTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every patient, whatever happens to them; a failing seed names the story. */
class AlwaysTrueTest {

  private static final List<String> STATUSES =
      List.of("completed", "completed", "completed", "not-done", "entered-in-error");
  private static final List<String> BOOKINGS = List.of("booked", "booked", "cancelled", "noshow");
  private static final List<ZoneId> ZONES =
      Arrays.asList(
          null,
          null,
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Tehran"),
          ZoneId.of("Pacific/Apia"));

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  /** A patient with some treatments, visits, appointments and consents around the clock's time. */
  private static Scene story(long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene();
    scene.now = scene.now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 40)));
    scene.zone = ZONES.get(random.nextInt(ZONES.size()));
    scene.jurisdiction = List.of("KR", "JP", "US", "XX").get(random.nextInt(4));
    scene.birthDate = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(20_000));
    scene.scenarios.addAll(scenarios());
    for (int i = 0; i < 6; i++) {
      happens(scene, random);
    }
    consents(scene, random);
    return scene;
  }

  private static List<Scenario> scenarios() {
    SendWindow wide = new SendWindow(LocalTime.of(6, 0), LocalTime.of(23, 30));
    return List.of(
        Scene.scenario(
            "care",
            Scene.procedures(Scene.BOTOX),
            Scene.in(wide, Scene.after("soon", Scene.hours(5), Purpose.TREATMENT)),
            Scene.after("week", Scene.days(7), Purpose.SURVEY),
            Scene.after("recall", Scene.months(1), Purpose.RECALL)),
        Scene.scenario(
            "visit",
            Scene.appointments(),
            Scene.atOnce("confirmation"),
            Scene.before("three-days", Scene.days(3)),
            Scene.in(wide, Scene.before("hours", Scene.hours(3)))),
        Scene.scenario(
            "birthday",
            new Anchor.Birthday(),
            Scene.after("wish", Scene.days(1), Purpose.ADVERTISING)),
        Scene.scenario(
            "programme",
            new Anchor.ProgrammeWeek(4, 2),
            Scene.after("thank", Scene.days(2), Purpose.EDUCATION)));
  }

  private static void happens(Scene scene, Random random) {
    Instant at = scene.now.plus(Duration.ofSeconds(random.nextInt(86_400 * 40) - 86_400 * 25));
    When when =
        random.nextBoolean()
            ? new When.Exact(at.plusNanos(random.nextInt(1_000_000_000)))
            : new When.Day(LocalDate.ofInstant(at, Scene.SEOUL));
    String id = "x" + random.nextInt(4);
    switch (random.nextInt(3)) {
      case 0 -> scene.event("Procedure", id, pick(STATUSES, random), when, null, Scene.BOTOX);
      case 1 -> scene.event("Encounter", id, "finished", when, id, "AMB");
      default ->
          scene.event("Appointment", id, pick(BOOKINGS, random), new When.Exact(at), null, "visit");
    }
  }

  private static void consents(Scene scene, Random random) {
    if (random.nextBoolean()) {
      scene.consent(pick(List.of(Purpose.RECALL, Purpose.ADVERTISING), random));
    }
    if (random.nextInt(4) == 0) {
      scene.optOut(Set.of(), pick(scene.channels, random));
    }
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void planningTwiceIsPlanningOnce(long seed) {
    Scene scene = story(seed);
    assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      scene.now = scene.now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 4)));
      happens(scene, random);
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsDueInQuietHours(long seed) {
    Scene scene = story(seed);
    ZoneId home = scene.zone == null ? Scene.SEOUL : scene.zone;
    for (PlannedMessage message : scene.plan().messages()) {
      QuietTime quiet =
          scene
              .clinic()
              .law(scene.facts())
              .on(message.due().toInstant())
              .quiet(message.step().purpose(), scene.channels);
      assertThat(quiet.contains(message.due().withZoneSameInstant(home).toLocalTime(), false))
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsDueAfterItsAppointmentOrBeforeItCouldBe(long seed) {
    for (PlannedMessage message : story(seed).plan().messages()) {
      Instant due = message.due().toInstant();
      if (message.anchor().reference().startsWith("Appointment/")) {
        assertThat(due).isBefore(message.anchorDate().toInstant());
      } else {
        assertThat(due).isAfter(message.anchorDate().toInstant());
      }
      assertThat(message.sendBy()).isAfter(due);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderInWhichEventsAreReadIsIrrelevant(long seed) {
    Map<String, String> once = described(story(seed));
    assertThat(described(story(seed).shuffled(new Random(seed)))).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyKeyIsPlannedOnceAndEveryNoHasAReason(long seed) {
    Scene scene = story(seed);
    assertThat(scene.keys()).doesNotHaveDuplicates();
    for (Trace.StepTrace step : scene.plan().trace().steps()) {
      boolean planned = scene.plan().message(step.key()).isPresent();
      assertThat(step.refusal().isEmpty()).isEqualTo(planned);
    }
  }

  private static Map<String, String> described(Scene scene) {
    Map<String, String> described = new HashMap<>();
    scene
        .plan()
        .messages()
        .forEach(m -> described.put(m.key(), m.due() + " " + m.permit().channels()));
    return described;
  }
}
