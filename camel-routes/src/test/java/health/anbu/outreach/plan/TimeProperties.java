package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * What holds for every patient, scenario and moment that chance makes up, in zones with and without
 * a change of the clocks. A case is its seed; a counter-example prints what it made of it.
 */
@Label("X11, D4, D5 the schedule")
class TimeProperties {

  /** A try is many cases where they are cheap: 88 in all for one try of each property. */
  private static final int MANY = 20;

  private static final int FEW = 2;

  @Provide
  Arbitrary<Random> chances() {
    return Arbitraries.randomValue(random -> new Random(random.nextLong()));
  }

  private static void each(Random random, int cases, Consumer<RandomLife> check) {
    for (int i = 0; i < cases; i++) {
      RandomLife life = new RandomLife(random.nextLong());
      try {
        check.accept(life);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("of " + life, e);
      }
    }
  }

  // --- the plan

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("plans nothing at night or behind its end, and keeps its day, weekdays and window")
  void isWhenItShouldBe(@ForAll("chances") Random random) {
    each(
        random,
        MANY,
        life -> {
          for (PlannedMessage message : life.scene.plan().messages()) {
            isNeverQuiet(life, message);
            isOnItsLocalDay(life, message);
            keepsItsDays(life, message);
          }
        });
  }

  private static void isNeverQuiet(RandomLife life, PlannedMessage message) {
    ZonedDateTime local = message.due().withZoneSameInstant(life.person());
    assertThat(life.quiet(message, message.step().purpose(), local)).as("%s", local).isFalse();
    if (message.sendBy() != null) {
      assertThat(message.due().toInstant()).isBefore(message.sendBy());
    }
    if (message.step().direction() == Step.Direction.BEFORE) {
      assertThat(message.due()).isBefore(message.anchorDate());
    }
  }

  /** D4: at the opening of the window, by the calendar and the clock of the clinic. */
  private static void isOnItsLocalDay(RandomLife life, PlannedMessage message) {
    Step step = message.step();
    boolean atOnce = step.direction() == Step.Direction.AT_ONCE;
    if (atOnce || !step.offset().calendar() || !step.timing().equals(Timing.USUAL)) {
      return;
    }
    boolean before = step.direction() == Step.Direction.BEFORE;
    long amount = before ? -step.offset().amount() : step.offset().amount();
    LocalDate day = message.anchorDate().toLocalDate();
    LocalDate expected =
        switch (step.offset().unit()) {
          case DAY -> day.plusDays(amount);
          case WEEK -> day.plusWeeks(amount);
          case MONTH -> day.plusMonths(amount);
          default -> day.plusYears(amount);
        };
    ZonedDateTime opens = expected.atTime(step.window().start()).atZone(life.scene.clinicZone);
    ZonedDateTime local = opens.withZoneSameInstant(life.person());
    if (!life.quiet(message, step.purpose(), local)) {
      assertThat(message.due()).isEqualTo(opens);
    }
  }

  /** C15, C19, C22: wherever the person is awake in the window. */
  private static void keepsItsDays(RandomLife life, PlannedMessage message) {
    keepsItsDays(life, message, message.due());
  }

  private static void keepsItsDays(RandomLife life, PlannedMessage message, ZonedDateTime at) {
    Step step = message.step();
    boolean atOnce = step.direction() == Step.Direction.AT_ONCE;
    if (atOnce || !life.person().equals(life.scene.clinicZone) || nightly(step)) {
      return;
    }
    SendDays days = SendDays.of(step, life.scene.workingDays);
    LocalDate day = at.toLocalDate();
    // A Sunday that has to be a working day: there is none.
    if (days.has(days.nearest(day, 1)) && days.has(days.nearest(day, -1))) {
      assertThat(days.has(day)).as("day of %s", message).isTrue();
    }
    assertThat(at.toLocalTime()).isBetween(step.window().start(), step.window().end());
  }

  /** The window leaves the person no two hours between ten and eight. */
  private static boolean nightly(Step step) {
    return step.window().start().isAfter(LocalTime.of(18, 0))
        || step.window().end().isBefore(LocalTime.of(12, 0))
        || ChronoUnit.MINUTES.between(step.window().start(), step.window().end()) < 120;
  }

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("is the same the second time, and whatever the order of what happened")
  void isTheSameAgain(@ForAll("chances") Random random) {
    each(random, FEW, TimeProperties::isTheSameAgain);
  }

  private static void isTheSameAgain(RandomLife life) {
    Set<Trace.StepTrace> first = Set.copyOf(life.scene.plan().trace().steps());
    life.scene.shuffled(life.random);
    assertThat(Set.copyOf(life.scene.plan().trace().steps())).isEqualTo(first);
    life.scene.reconcile();
    assertThat(life.scene.shuffled(life.random).difference().isEmpty()).isTrue();
  }

  // --- what goes out

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("sends nothing at night, out of its window, twice, after a stop or after the appointment")
  void sendsOnlyWhatItMay(@ForAll("chances") Random random) {
    each(random, FEW, TimeProperties::sendsOnlyWhatItMay);
  }

  private static void sendsOnlyWhatItMay(RandomLife life) {
    Set<String> once = new HashSet<>();
    life.live(
        8,
        (message, local, stopped, twice) -> {
          assertThat(stopped).as("after a stop").isFalse();
          assertThat(twice).as("%s twice", message.key()).isFalse();
          Purpose counts = message.permit().sentAs();
          assertThat(life.quiet(message, counts, local)).as("%s", local).isFalse();
          keepsItsDays(life, message, local);
          if (message.step().direction() == Step.Direction.BEFORE) {
            assertThat(local).isBefore(message.anchorDate());
          }
          assertThat(once.add(message.key() + message.anchorDate())).isTrue();
        });
    life.scene.reconcile();
    assertThat(life.scene.difference().isEmpty()).as("planned twice").isTrue();
  }

  /** By the list of the holidays itself, not by what the planner makes of it. */
  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("X11, C19 sends nothing on a lunar or Jalali holiday that a step is to avoid")
  void keepsFreeOfHolidays(@ForAll("chances") Random random) {
    for (int i = 0; i < 2 * FEW; i++) {
      RandomLife life = RandomLife.amongHolidays(random.nextLong());
      try {
        keepsFreeOfHolidays(life);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("among holidays of " + life, e);
      }
    }
  }

  private static void keepsFreeOfHolidays(RandomLife life) {
    life.scene.plan().messages().forEach(message -> isNoHoliday(life, message, message.due()));
    life.live(6, (message, local, stopped, twice) -> isNoHoliday(life, message, local));
  }

  private static void isNoHoliday(RandomLife life, PlannedMessage message, ZonedDateTime at) {
    Step step = message.step();
    if (step.timing().holidays() == HolidayRule.SEND || nightly(step)) {
      return;
    }
    LocalDate day = at.toLocalDate();
    boolean none =
        !step.timing().weekdays().isEmpty()
            && life.scene.workingDays.weekend().containsAll(step.timing().weekdays());
    Optional<String> holiday = life.scene.workingDays.holidays().name(day);
    assertThat(none ? Optional.empty() : holiday).as("%s for %s", day, message).isEmpty();
  }

  // --- its parts

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("waits until the first moment that is not quiet, also in the hour that comes twice")
  void waitsNoLongerThanTheNight(@ForAll("chances") Random random) {
    for (int i = 0; i < MANY; i++) {
      waitsNoLongerThanTheNightOnce(random);
    }
  }

  private static void waitsNoLongerThanTheNightOnce(Random random) {
    ZonedDateTime moment = moment(random);
    QuietHours quiet = new QuietHours(time(random), time(random));
    ZonedDateTime allowed = quiet.nextAllowed(moment);
    assertThat(allowed.isBefore(moment)).isFalse();
    assertThat(quiet.contains(allowed.toLocalTime())).as("%s in %s", allowed, quiet).isFalse();
    assertThat(allowed).isBefore(moment.plusHours(isNearAChange(moment) ? 49 : 25));
    ZonedDateTime between = moment.plus(java.time.Duration.between(moment, allowed).dividedBy(2));
    boolean twice = isNearAChange(moment);
    if (allowed.isAfter(moment) && !twice) {
      assertThat(quiet.contains(between.toLocalTime())).as("%s already", between).isTrue();
    }
  }

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("opens a window no earlier than asked")
  void opensNoEarlier(@ForAll("chances") Random random) {
    for (int i = 0; i < MANY; i++) {
      opensNoEarlierOnce(random);
    }
  }

  private static void opensNoEarlierOnce(Random random) {
    ZonedDateTime moment = moment(random);
    int start = random.nextInt(1438);
    SendWindow window =
        new SendWindow(
            LocalTime.ofSecondOfDay(start * 60L),
            LocalTime.ofSecondOfDay((start + 1 + random.nextInt(1439 - start)) * 60L));
    ZonedDateTime open = window.clamp(moment);
    assertThat(open.isBefore(moment)).as("%s", open).isFalse();
    assertThat(open).isBefore(moment.plusHours(26));
    assertThat(window.clamp(open)).isEqualTo(open);
  }

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("C13 keeps the end of a month, forwards and backwards")
  void keepsTheEndOfAMonth(@ForAll("chances") Random random) {
    each(random, MANY, TimeProperties::keepsTheEndOfAMonth);
  }

  private static void keepsTheEndOfAMonth(RandomLife life) {
    LocalDate day = life.day();
    int months = 1 + life.random.nextInt(36);
    Offset offset = new Offset(months, Offset.Unit.MONTH);
    for (int sign : new int[] {1, -1}) {
      LocalDate moved = offset.from(day, sign);
      assertThat(ChronoUnit.MONTHS.between(day.withDayOfMonth(1), moved.withDayOfMonth(1)))
          .isEqualTo((long) sign * months);
      assertThat(moved.getDayOfMonth())
          .isEqualTo(Math.min(day.getDayOfMonth(), moved.lengthOfMonth()));
    }
  }

  private static LocalTime time(Random random) {
    return LocalTime.ofSecondOfDay(random.nextInt(24 * 4) * 900L);
  }

  /** Every other one within two days of a change of the clocks, where the zone has any. */
  private static ZonedDateTime moment(Random random) {
    ZoneId zone = RandomLife.ZONES.get(random.nextInt(RandomLife.ZONES.size()));
    Instant any =
        Instant.parse("2024-01-01T00:00:00Z")
            .plusSeconds(random.nextInt(5 * 365 * 86_400 / 60) * 60L);
    var change = zone.getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any.atZone(zone)
        : change.getInstant().plusSeconds((random.nextInt(4 * 1440) - 2 * 1440) * 60L).atZone(zone);
  }

  private static boolean isNearAChange(ZonedDateTime moment) {
    var rules = moment.getZone().getRules();
    return !rules
        .getOffset(moment.minusDays(1).toInstant())
        .equals(rules.getOffset(moment.plusDays(2).toInstant()));
  }
}
