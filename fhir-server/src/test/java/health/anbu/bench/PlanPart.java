package health.anbu.bench;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.Anchor;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.CodeSet;
import health.anbu.outreach.plan.DateExpression;
import health.anbu.outreach.plan.Evidence;
import health.anbu.outreach.plan.Offset;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.SendWindow;
import health.anbu.outreach.plan.Step;
import health.anbu.outreach.plan.Trigger;
import health.anbu.outreach.plan.When;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What it costs to decide about a patient with a long history: the pure part of a reconcile. */
final class PlanPart implements Part {

  private static final String NAME = "plan of a patient with 200 encounters";
  private static final int ENCOUNTERS = 200;
  private static final int WARM_UP = 3_000;
  private static final int RUNS = 1_000;
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  /** A resource of which nothing but its name and date is asked. */
  private record Paper(String reference, When when) implements Evidence {
    @Override
    public String versioned() {
      return reference + "/_history/1";
    }
  }

  private static final DateExpression STARTED =
      new DateExpression() {
        @Override
        public String expression() {
          return "started";
        }

        @Override
        public When read(Evidence anchor) {
          return ((Paper) anchor).when();
        }
      };

  @Override
  public void run(Bench bench, Report report) {
    for (int i = 1; i <= bench.settings().rounds(); i++) {
      report.add(round(i));
    }
    report.add(
        Bar.atMost(
            "reconcile of one patient with 200 encounters, pure part, CPU",
            1,
            "ms",
            report.median(NAME, "product", "CPU ms")));
  }

  static Round round(int number) {
    PatientFacts facts = facts();
    List<Scenario> scenarios = scenarios();
    ClinicPolicy clinic = clinic();
    int written = 0;
    for (int i = 0; i < WARM_UP; i++) {
      written += reconcile(facts, scenarios, clinic);
    }
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < RUNS; i++) {
      written += reconcile(facts, scenarios, clinic);
    }
    double millis = (threads.getCurrentThreadCpuTime() - start) / 1e6 / RUNS;
    return Round.of(NAME, "product", number)
        .with("CPU ms", millis)
        .with("requests", (double) written / (WARM_UP + RUNS));
  }

  private static int reconcile(PatientFacts facts, List<Scenario> scenarios, ClinicPolicy clinic) {
    OutreachPlan plan = OutreachPlanner.plan(facts, scenarios, clinic, NOW);
    return Reconciliation.of(facts, plan).creates().size();
  }

  /** A visit every three weeks for eleven years, each with a treatment of one of twelve kinds. */
  private static PatientFacts facts() {
    List<ClinicalEvent> events = new ArrayList<>();
    for (int i = 0; i < ENCOUNTERS; i++) {
      Instant at = NOW.minusSeconds((ENCOUNTERS - i) * 21L * 86_400);
      events.add(event("Encounter", "e" + i, "finished", at, "AMB"));
      events.add(event("Procedure", "p" + i, "completed", at.plusSeconds(1_200), "t" + i % 12));
    }
    events.add(event("Appointment", "next", "booked", NOW.plusSeconds(30L * 86_400), "visit"));
    return new PatientFacts(
        new Paper("Patient/p", When.unknown()),
        "p",
        true,
        false,
        null,
        LocalDate.of(1980, 5, 5),
        "female",
        "ko",
        null,
        null,
        List.of(new Address(Address.Kind.MOBILE, "+821000000001")),
        0,
        events,
        List.of(),
        List.of(),
        List.of(),
        null,
        0);
  }

  private static ClinicalEvent event(
      String type, String id, String status, Instant at, String code) {
    When when = new When.Exact(at);
    return new ClinicalEvent(
        new Paper(type + "/" + id, when),
        type,
        id,
        status,
        Map.of("code", Set.of(new Code("t", code))),
        when,
        when,
        type.equals("Appointment") ? null : "e" + id.substring(1));
  }

  private static List<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      scenarios.add(
          scenario(
              "after-" + i,
              on("Procedure", "t" + i),
              step("soon", Step.Direction.AFTER, 7, Offset.Unit.DAY, Purpose.TREATMENT),
              step("later", Step.Direction.AFTER, 3, Offset.Unit.MONTH, Purpose.RECALL)));
    }
    scenarios.add(
        scenario(
            "visit",
            on("Appointment", "visit"),
            step("before", Step.Direction.BEFORE, 1, Offset.Unit.DAY, Purpose.TRANSACTIONAL)));
    scenarios.add(
        scenario(
            "birthday",
            new Anchor.Birthday(),
            step("wish", Step.Direction.AFTER, 1, Offset.Unit.DAY, Purpose.ADVERTISING)));
    return scenarios;
  }

  private static Anchor on(String type, String code) {
    CodeSet codes = new CodeSet(Set.of(new Code("t", code)), Set.of());
    return new Anchor.Event(List.of(new Trigger(type, Map.of("code", codes), Set.of())), STARTED);
  }

  private static Scenario scenario(String id, Anchor anchor, Step... steps) {
    return new Scenario(
        id, id + "|1", id, true, anchor, List.of(), Set.of(), List.of(), List.of(steps));
  }

  private static Step step(
      String id, Step.Direction direction, int amount, Offset.Unit unit, Purpose purpose) {
    return new Step(
        id,
        id,
        direction,
        new Offset(amount, unit),
        SendWindow.OFFICE_HOURS,
        null,
        purpose,
        "a|1",
        null,
        List.of());
  }

  private static ClinicPolicy clinic() {
    return new ClinicPolicy(
        "Anbu",
        "02-123-4567",
        null,
        "ko",
        SEOUL,
        JurisdictionPack.of("KR"),
        List.of("kakao", "sms"),
        FrequencyCap.NONE,
        null);
  }
}
