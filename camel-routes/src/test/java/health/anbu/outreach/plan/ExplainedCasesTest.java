package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisive rule of scripted cases, as people have worked it out by hand. */
@DisplayName("X2 the decisive rule of each scripted case is the one worked out by hand")
class ExplainedCasesTest {

  /** Said only where a list needs more than one scenario or year, or of what is still sent. */
  private static final Set<Reason> SHOWN_ELSEWHERE =
      Set.of(
          Reason.APPOINTMENT_MOVED,
          Reason.PROGRAMME_OVER,
          Reason.UNKNOWN_ZONE,
          Reason.SHARED_NUMBER);

  record Case(String script, String result, String rule, String reason, String flip) {
    static Case of(String line) {
      String[] parts = line.split("\\s*\\|\\s*");
      return new Case(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    @Override
    public String toString() {
      return script;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in = ExplainedCasesTest.class.getResourceAsStream("/explain/cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Case::of)
          .toList();
    }
  }

  @Test
  void thereAreFortyAtLeast() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
  }

  @Test
  void everyReasonThatExistsHasACase() throws IOException {
    Set<String> told = new HashSet<>();
    cases().forEach(one -> told.add(one.reason()));
    assertThat(Arrays.stream(Reason.values()).filter(r -> !SHOWN_ELSEWHERE.contains(r)))
        .allSatisfy(reason -> assertThat(told).contains(reason.code()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isNamed(Case one) {
    Explanation.StepAnswer answer = new ScriptedScene(one.script()).answer();
    assertThat(answer.result().code()).isEqualTo(one.result());
    assertThat(said(answer.decisive())).isEqualTo(one.rule());
    assertThat(said(answer.reason() == null ? null : answer.reason().code()))
        .isEqualTo(one.reason());
    String flip =
        Optional.ofNullable(answer.reason())
            .flatMap(reason -> Flip.of(answer.decisive(), reason))
            .map(Flip::element)
            .orElse(null);
    assertThat(said(flip)).isEqualTo(one.flip());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void namesItsInputsAndWhatWouldTurnItRound(Case one) {
    for (Trace.Entry rule : new ScriptedScene(one.script()).answer().rules()) {
      assertThat(rule.inputs()).as(rule.rule()).isNotEmpty().doesNotContainNull();
      assertThat(Flip.of(rule.rule(), rule.reason())).as(rule.toString()).isPresent();
    }
  }

  @Test
  void everyReasonSaysWhatWouldTurnItRound() {
    assertThat(Reason.values())
        .allSatisfy(reason -> assertThat(Flip.of("any", reason)).as(reason.code()).isPresent());
  }

  @Test
  void everyRuleOfTheSourcesSaysWhatWouldTurnItRound() throws IOException {
    Pattern name =
        Pattern.compile("(?<!Map\\.e)(?:ntry|patient)\\(\\s*(?:candidate,\\s*)?\"([a-z-]+)\"");
    Set<String> rules = new HashSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/health/anbu/outreach/plan"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(source);
        name.matcher(text).results().map((MatchResult r) -> r.group(1)).forEach(rules::add);
      }
    }
    assertThat(rules).hasSizeGreaterThan(12);
    assertThat(rules).allSatisfy(rule -> assertThat(Flip.of(rule, null)).as(rule).isPresent());
  }

  @Test
  void everyRuleThatThePageKnowsSaysWhatWouldTurnItRound() throws IOException {
    Set<String> onlySaidAsNo =
        Set.of(
            "channel-left",
            "mode-sends",
            "on-allow-list",
            "outcome-known",
            "before-sending",
            "by-staff");
    String words = Files.readString(Path.of("src/main/resources/static/words/en.js"));
    List<String> rules =
        Pattern.compile("\"rule\\.([a-z-]+)\"")
            .matcher(words)
            .results()
            .map(r -> r.group(1))
            .filter(rule -> !onlySaidAsNo.contains(rule))
            .toList();
    assertThat(rules).hasSizeGreaterThan(20);
    assertThat(rules).allSatisfy(rule -> assertThat(Flip.of(rule, null)).as(rule).isPresent());
  }

  private static String said(String text) {
    return Objects.requireNonNullElse(text, "-");
  }

  /** What a line of the cases does to a scene. */
  private static final class ScriptedScene {

    private final Scene scene = new Scene();
    private final List<Stop> stops = new java.util.ArrayList<>();
    private final java.util.Map<String, List<Decision>> decided = new java.util.HashMap<>();

    ScriptedScene(String script) {
      scene.plans(recall()).procedure("b", "2026-02-27").consent(Purpose.RECALL);
      for (String act : script.split("\\s*;\\s*")) {
        play(act);
      }
    }

    private static Scenario recall() {
      return Scene.scenario(
          "recall",
          Scene.procedures(Scene.BOTOX),
          Scene.after("later", Scene.months(3), Purpose.RECALL));
    }

    Explanation.StepAnswer answer() {
      Explanation all =
          Explanation.of(
              scene.facts(),
              scene.plan().under(stops, scene.facts(), scene.now),
              request -> decided.getOrDefault(request.key(), List.of()),
              Scene.SEOUL);
      return all.steps().stream()
          .filter(step -> scene.requests.isEmpty() || step.key().equals(key()))
          .findFirst()
          .orElseThrow();
    }

    private void play(String act) {
      String rest = act.contains(" ") ? act.substring(act.indexOf(' ') + 1) : "";
      switch (act.split(" ")[0]) {
        case "nothing" -> {}
        case "deceased" -> scene.deceased = true;
        case "inactive" -> scene.active = false;
        case "merged" -> scene.mergedInto = "other";
        case "modifier" -> modifier(rest);
        case "status" -> event("Procedure", "b", rest, "2026-02-27", Scene.BOTOX);
        case "treated" -> scene.procedure("b", rest);
        case "treatment" -> scene.events.clear();
        case "go-live" -> scene.goLive = Scene.at(rest);
        case "clock" -> scene.clock(rest);
        case "zone" -> scene.zoneText = rest;
        case "shared" -> scene.sharedWith = 2;
        case "visited" -> scene.encounter("v", rest);
        case "opted" -> scene.optOut(Set.of(Purpose.RECALL));
        case "no" -> without(rest);
        case "consent" -> consent(rest);
        case "condition" -> conditions(List.of(Scene.says(Condition.Answer.valueOf(rest))));
        case "exit" -> exits(List.of(Scene.says(Condition.Answer.valueOf(rest))));
        case "advertising" -> advertising();
        default -> later(act, rest);
      }
    }

    private void later(String act, String rest) {
      switch (act.split(" ")[0]) {
        case "birthdays" ->
            scene.plans(
                Scene.scenario(
                    "day",
                    new Anchor.Birthday(),
                    Scene.after("on", Scene.hours(1), Purpose.TREATMENT)));
        case "appointments" ->
            scene.plans(
                Scene.scenario("visit", Scene.appointments(), Scene.before("day", Scene.days(1))));
        case "booked" -> scene.appointment("a", "2026-04-20T15:00:00+09:00", "booked");
        case "cancelled" -> scene.appointment("a", "2026-04-20T15:00:00+09:00", "cancelled");
        case "status-of-appointment" -> scene.appointment("a", "2026-04-20T15:00:00+09:00", rest);
        case "appointment" -> scene.appointment("a", "2026-04-01T10:00:00+09:00", "booked");
        case "reconciled" -> scene.reconcile();
        case "other" -> other(rest);
        case "sent" -> close(RequestRecord.Status.COMPLETED, Decision.Kind.SEND, null);
        case "deferred" -> decide(Decision.Kind.DEFER, reason(rest));
        case "skipped" -> close(RequestRecord.Status.REVOKED, Decision.Kind.SKIP, reason(rest));
        case "held" -> close(RequestRecord.Status.HELD, Decision.Kind.HOLD, reason(rest));
        case "stop" -> stops.add(stop(rest));
        case "by" -> scene.becomes(key(), RequestRecord.Status.REVOKED, null);
        default -> throw new IllegalArgumentException(act);
      }
    }

    private static Stop stop(String of) {
      String[] what = of.split("/");
      return switch (what[0]) {
        case "everything" -> new Stop(Stop.Reach.EVERYTHING, null, "Flag/f/_history/1");
        case "scenario" -> new Stop(Stop.Reach.SCENARIO, what[1], "Flag/f/_history/1");
        case "past" ->
            new Stop(Stop.Reach.EVERYTHING, null, "Flag/f/_history/1", null, Scene.at(what[1]));
        default -> new Stop(Stop.Reach.CLINIC, what[1], "Flag/f/_history/1");
      };
    }

    private static Reason reason(String code) {
      return Reason.of(code).orElseThrow();
    }

    private String key() {
      return scene.requests.get(0).key();
    }

    private void close(RequestRecord.Status status, Decision.Kind kind, Reason reason) {
      decide(kind, reason);
      scene.becomes(key(), status, reason);
    }

    private void decide(Decision.Kind kind, Reason reason) {
      RequestRecord request = scene.requests.get(0);
      Judgement said = Judgement.of(scene.plan(), request.key(), scene.now).closed(request, reason);
      decided.put(
          request.key(),
          List.of(new Decision(said.at(), kind, request.canonical(), request.due(), said.rules())));
    }

    private void modifier(String rest) {
      if (rest.equals("on the patient")) {
        scene.patientModifier = "http://example.org/not-really";
      } else {
        scene.modified("Procedure/b", "http://example.org/not-really");
      }
    }

    private void without(String what) {
      switch (what) {
        case "consent" -> scene.consents.clear();
        case "address" -> scene.addresses = List.of();
        case "birth date" -> scene.birthDate = null;
        default -> throw new IllegalArgumentException(what);
      }
    }

    private void consent(String what) {
      switch (what) {
        case "to treatment" -> scene.consent(Purpose.TREATMENT);
        case "only by line" -> scene.consent(Purpose.RECALL, "line");
        default -> throw new IllegalArgumentException(what);
      }
    }

    private void advertising() {
      scene.channels = List.of("kakao");
      scene.consents.clear();
      scene.consent(Purpose.ADVERTISING);
    }

    private void other(String what) {
      Scenario other = recall();
      scene.plans(
          what.equals("scenario")
              ? Scene.scenario("other", other.anchor())
              : Scene.scenario(
                  "recall", other.anchor(), Scene.after("new", Scene.months(5), Purpose.RECALL)));
    }

    private void conditions(List<Condition> conditions) {
      scene.plans(Scene.with(recall(), conditions, Set.of(), List.of()));
    }

    private void exits(List<Condition> exits) {
      scene.plans(Scene.with(recall(), List.of(), Set.of(), exits));
    }

    private void event(String type, String id, String status, String date, String code) {
      scene.event(type, id, status, Scene.when(date), null, code);
    }
  }
}
