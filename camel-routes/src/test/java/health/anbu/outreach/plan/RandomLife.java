package health.anbu.outreach.plan;

import health.anbu.outreach.calendar.Holidays;
import health.anbu.outreach.calendar.WorkingDays;
import health.anbu.outreach.contact.ContactDecision;
import health.anbu.outreach.contact.ContactMoment;
import health.anbu.outreach.contact.ContactPolicies;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.Purpose;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A patient, a clinic, a scenario and a history that chance has made up. The same seed makes the
 * same one, and the seed is all that has to be noted of a case.
 */
final class RandomLife {

  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Seoul"),
          ZoneId.of("Asia/Tokyo"),
          ZoneId.of("Asia/Tehran"),
          ZoneId.of("Europe/London"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"));

  /** Where holidays go by the moon, and by the solar and the lunar calendar of Iran. */
  private static final Map<String, ZoneId> MOVING =
      Map.of("KR", ZoneId.of("Asia/Seoul"), "IR", ZoneId.of("Asia/Tehran"));

  private static final Map<String, List<LocalDate>> HOLIDAYS = new HashMap<>();
  private static final Map<String, WorkingDays> WORKING_DAYS = new HashMap<>();

  final long seed;
  final Random random;
  final Scene scene = new Scene();
  final List<Object> told = new ArrayList<>();

  private final boolean amongHolidays;
  private final Map<String, Instant> sent = new HashMap<>();
  private boolean stopped;

  RandomLife(long seed) {
    this(seed, false);
  }

  /** In Korea or Iran, where all that happens is followed by a public holiday within days. */
  static RandomLife amongHolidays(long seed) {
    return new RandomLife(seed, true);
  }

  private RandomLife(long seed, boolean amongHolidays) {
    this.seed = seed;
    this.amongHolidays = amongHolidays;
    this.random = new Random(seed);
    clinic();
    scene.plans(scenario());
    anchors();
  }

  @Override
  public String toString() {
    return "seed " + seed + ": " + told;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  // --- what there is

  private void clinic() {
    scene.jurisdiction = one(List.of("KR", "JP", "IR", "US", "EU"));
    scene.channels = chance(2) ? List.of("sms") : List.of("kakao", "sms");
    scene.clinicZone = one(ZONES);
    scene.zone = chance(2) ? null : one(ZONES);
    if (amongHolidays) {
      scene.jurisdiction = one(List.of("IR", "KR"));
      scene.clinicZone = MOVING.get(scene.jurisdiction);
      scene.zone = null;
    }
    scene.workingDays =
        WORKING_DAYS.computeIfAbsent(scene.jurisdiction, code -> WorkingDays.usual(code));
    for (Purpose purpose : Purpose.values()) {
      scene.consent(purpose);
    }
    told.addAll(List.of(scene.jurisdiction, scene.clinicZone, person()));
  }

  private Scenario scenario() {
    boolean visit = chance(2);
    Step[] steps = new Step[1 + random.nextInt(3)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = step("s" + i, visit);
      told.add(steps[i]);
    }
    return Scene.scenario(
        "care", visit ? Scene.appointments() : Scene.procedures(Scene.BOTOX), steps);
  }

  private Step step(String id, boolean visit) {
    Step.Direction direction =
        visit && chance(2)
            ? Step.Direction.BEFORE
            : chance(6) ? Step.Direction.AT_ONCE : Step.Direction.AFTER;
    Offset offset =
        direction == Step.Direction.AT_ONCE
            ? Offset.ZERO
            : new Offset(1 + random.nextInt(5), one(List.of(Offset.Unit.values())));
    Step plain =
        Scene.step(
            id, direction, offset, one(List.of(Purpose.values())), chance(3) ? validity() : null);
    Step step = chance(2) ? plain : Scene.in(window(), plain);
    return direction == Step.Direction.AT_ONCE ? step : step.with(timing(direction, visit));
  }

  private Offset validity() {
    return new Offset(1 + random.nextInt(40), one(List.of(Offset.Unit.HOUR, Offset.Unit.DAY)));
  }

  private SendWindow window() {
    int start = random.nextInt(20 * 60);
    int end = start + 1 + random.nextInt(24 * 60 - 1 - start);
    return new SendWindow(LocalTime.ofSecondOfDay(start * 60L), LocalTime.ofSecondOfDay(end * 60L));
  }

  private Timing timing(Step.Direction direction, boolean visit) {
    Set<DayOfWeek> weekdays = new HashSet<>();
    while (chance(3)) {
      weekdays.add(one(List.of(DayOfWeek.values())));
    }
    boolean again = direction == Step.Direction.AFTER && !visit && chance(4);
    return new Timing(
        weekdays,
        one(List.of(HolidayRule.values())),
        chance(3) ? new Offset(1 + random.nextInt(9), Offset.Unit.HOUR) : null,
        chance(8) ? new When.Day(day()) : null,
        again
            ? new Recurrence(
                new Offset(1 + random.nextInt(4), one(List.of(Offset.Unit.DAY, Offset.Unit.MONTH))),
                chance(2) ? null : 1 + random.nextInt(5))
            : null);
  }

  /** Days around leap days, month ends and both changes of the clocks, and any others. */
  LocalDate day() {
    if (amongHolidays) {
      return holiday().minusDays(random.nextInt(7));
    }
    int year = 2024 + random.nextInt(5);
    return switch (random.nextInt(4)) {
      case 0 -> LocalDate.of(year, 2, 27).plusDays(random.nextInt(4));
      case 1 -> change(year);
      case 2 -> LocalDate.of(year, 1 + random.nextInt(12), 28).plusDays(random.nextInt(5));
      default -> LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
    };
  }

  private LocalDate holiday() {
    return one(HOLIDAYS.computeIfAbsent(scene.jurisdiction, RandomLife::holidays));
  }

  /** In the years of which those of both countries are known. */
  private static List<LocalDate> holidays(String country) {
    return LocalDate.of(2024, 1, 8)
        .datesUntil(LocalDate.of(2027, 12, 1))
        .filter(Holidays.of(country)::contains)
        .toList();
  }

  private LocalDate change(int year) {
    Instant from = LocalDate.of(year, 1 + random.nextInt(12), 1).atStartOfDay(zone()).toInstant();
    ZoneOffsetTransition next = zone().getRules().nextTransition(from);
    LocalDate day =
        next == null ? LocalDate.of(year, 3, 21) : next.getDateTimeBefore().toLocalDate();
    return day.plusDays(random.nextInt(3) - 1L);
  }

  private ZoneId zone() {
    return scene.clinicZone;
  }

  private void anchors() {
    int anchors = 1 + random.nextInt(2);
    for (int i = 0; i < anchors; i++) {
      happens("a" + i);
    }
    scene.now = moment().minus(Duration.ofHours(random.nextInt(24 * 40)));
    told.add(scene.now);
  }

  private Instant moment() {
    return day().atTime(random.nextInt(24), random.nextInt(60)).atZone(zone()).toInstant();
  }

  private void happens(String id) {
    boolean visit = scene.scenarios.get(0).anchor().equals(Scene.appointments()) || visits();
    When when = !visit && chance(3) ? new When.Day(day()) : new When.Exact(moment());
    scene.event(
        visit ? "Appointment" : "Procedure",
        id,
        visit ? "booked" : "completed",
        when,
        null,
        visit ? "visit" : Scene.BOTOX);
    told.addAll(List.of(id, when));
  }

  private boolean visits() {
    return ((Anchor.Event) scene.scenarios.get(0).anchor())
        .triggers()
        .get(0)
        .type()
        .equals("Appointment");
  }

  // --- what goes on

  /** Something happens, or time passes; then the patient is reconciled and what is due is sent. */
  void live(int moments, Checks checks) {
    scene.reconcile();
    for (int i = 0; i < moments; i++) {
      switch (random.nextInt(8)) {
        case 0 -> happens("a" + random.nextInt(3));
        case 1 -> stop();
        case 2 -> scene.reconcile();
        default -> pass();
      }
      if (chance(3)) {
        scene.shuffled(random);
      }
      scene.reconcile();
      dispatch(checks);
    }
  }

  private void pass() {
    Instant next =
        scene.requests.stream()
            .filter(RequestRecord::active)
            .map(RequestRecord::due)
            .filter(due -> due.isAfter(scene.now))
            .min(Instant::compareTo)
            .orElse(scene.now.plus(Duration.ofDays(20)));
    // At the moment itself, or after an outage of up to two days.
    scene.now = chance(2) ? next : next.plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
    told.add(scene.now);
  }

  private void stop() {
    if (chance(3)) {
      stopped = true;
      scene.optOut(Set.of());
      told.add("opted out");
    } else if (chance(3)) {
      stopped = true;
      scene.deceased = true;
      told.add("died");
    }
  }

  /** Who looks at each message that would go. */
  interface Checks {
    void sends(PlannedMessage message, ZonedDateTime local, boolean stopped, boolean twice);
  }

  private void dispatch(Checks checks) {
    for (RequestRecord request : List.copyOf(scene.requests)) {
      if (request.active() && !request.due().isAfter(scene.now)) {
        dispatch(request, checks);
      }
    }
  }

  private void dispatch(RequestRecord request, Checks checks) {
    PlannedMessage planned = scene.plan().message(request.key()).orElse(null);
    if (planned == null || !planned.due().toInstant().equals(request.plannedDue())) {
      return;
    }
    ContactMoment moment =
        new ContactMoment(
            planned.permit(),
            planned.permit().granted() ? planned.permit().channels().get(0) : "",
            scene.now,
            person(),
            planned.sendBy(),
            scene.clinic().law(scene.facts()),
            FrequencyCap.NONE,
            List.of(),
            false,
            OpenHours.from(planned, scene.facts(), scene.clinic(), scene.now));
    ContactDecision decision = ContactPolicies.decide(moment);
    if (decision instanceof ContactDecision.Send) {
      checks.sends(
          planned, scene.now.atZone(person()), stopped, sent.put(request.key(), scene.now) != null);
      scene.becomes(request.key(), RequestRecord.Status.COMPLETED, null);
      scene.message(request.id(), DeliveryStatus.ACCEPTED);
    } else if (decision instanceof ContactDecision.Skip skip) {
      scene.becomes(request.key(), RequestRecord.Status.REVOKED, skip.reason());
    } else if (decision instanceof ContactDecision.Defer defer) {
      scene.deferred(request.key(), defer.until());
    }
  }

  ZoneId person() {
    return scene.zone == null ? scene.clinicZone : scene.zone;
  }

  /** Whether the law forbids it at this hour of the person, on a channel that it may take. */
  boolean quiet(PlannedMessage message, Purpose purpose, ZonedDateTime local) {
    return scene
        .clinic()
        .law(scene.facts())
        .on(local.toInstant())
        .quiet(purpose, message.permit().channels())
        .contains(local.toLocalTime(), false);
  }
}
