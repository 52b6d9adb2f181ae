package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlaClockTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
  private static final BusinessCalendar KOREA = BusinessCalendar.usual("KR", SEOUL, Set.of());
  private static final SlaClock CLOCK = new SlaClock(KOREA);

  private static Instant seoul(String local) {
    return java.time.LocalDateTime.parse(local).atZone(SEOUL).toInstant();
  }

  @Nested
  class Acknowledging {
    @Test
    void takesTwentyFourHoursThroughTheWeekend() {
      Sla sla = Sla.usual(Urgency.ROUTINE, KOREA);
      assertThat(CLOCK.acknowledgeBy(seoul("2026-03-06T23:30"), sla))
          .isEqualTo(seoul("2026-03-07T23:30"));
    }

    @Test
    void takesTwentyFourHoursAlsoWhenTheClocksChange() {
      ZoneId newYork = ZoneId.of("America/New_York");
      SlaClock clock = new SlaClock(BusinessCalendar.usual("US", newYork, Set.of()));
      Instant received = ZonedDateTime.parse("2026-03-07T12:00:00-05:00").toInstant();
      assertThat(clock.acknowledgeBy(received, Sla.usual(Urgency.STAT, KOREA)))
          .isEqualTo(received.plus(Duration.ofHours(24)));
    }
  }

  @Nested
  class Resolving {
    @Test
    void statTakesOneBusinessDay() {
      assertThat(resolveBy("2026-03-04T10:00", Urgency.STAT)).isEqualTo(seoul("2026-03-05T10:00"));
    }

    @Test
    void urgentTakesTwo() {
      assertThat(resolveBy("2026-03-04T10:00", Urgency.URGENT))
          .isEqualTo(seoul("2026-03-06T10:00"));
    }

    @Test
    void routineTakesFiveAndSkipsTheWeekend() {
      assertThat(resolveBy("2026-03-04T10:00", Urgency.ROUTINE))
          .isEqualTo(seoul("2026-03-11T10:00"));
    }

    @Test
    void countsFromTheNextOpening() {
      assertThat(resolveBy("2026-03-07T03:00", Urgency.STAT)).isEqualTo(seoul("2026-03-09T18:00"));
    }

    @Test
    void skipsLunch() {
      assertThat(CLOCK.add(seoul("2026-03-04T11:30"), Duration.ofHours(1)))
          .isEqualTo(seoul("2026-03-04T13:30"));
    }

    @Test
    void endsAtClosingRatherThanAtTheNextOpening() {
      assertThat(CLOCK.add(seoul("2026-03-06T17:00"), Duration.ofHours(1)))
          .isEqualTo(seoul("2026-03-06T18:00"));
    }

    @Test
    void skipsHolidays() {
      SlaClock clock =
          new SlaClock(BusinessCalendar.usual("KR", SEOUL, Set.of(LocalDate.of(2026, 3, 5))));
      assertThat(clock.add(seoul("2026-03-04T17:00"), Duration.ofHours(2)))
          .isEqualTo(seoul("2026-03-06T10:00"));
    }

    private Instant resolveBy(String received, Urgency urgency) {
      return CLOCK.resolveBy(seoul(received), Sla.usual(urgency, KOREA));
    }
  }

  @Nested
  class InIran {
    private final BusinessCalendar iran = BusinessCalendar.usual("IR", TEHRAN, Set.of());

    @Test
    void restsOnThursdayAfternoonAndFriday() {
      Instant thursday = ZonedDateTime.of(2026, 3, 5, 11, 0, 0, 0, TEHRAN).toInstant();
      Instant saturday = ZonedDateTime.of(2026, 3, 7, 9, 0, 0, 0, TEHRAN).toInstant();
      assertThat(new SlaClock(iran).add(thursday, Duration.ofHours(2))).isEqualTo(saturday);
    }

    @Test
    void hasABusinessDayOfTheFullestDay() {
      assertThat(iran.businessDay()).isEqualTo(Duration.ofHours(8));
    }
  }

  @Nested
  class Pausing {
    private final Instant start = seoul("2026-03-04T10:00");
    private final Sla twoHours = new Sla(Duration.ofHours(24), Duration.ofHours(2));

    @Test
    void movesTheDeadlineByTheOpenTimeThatWasPaused() {
      Pause overLunch = new Pause(seoul("2026-03-04T11:00"), seoul("2026-03-04T14:00"));
      assertThat(CLOCK.resolveBy(start, twoHours, List.of(overLunch)))
          .contains(seoul("2026-03-04T15:00"));
    }

    @Test
    void leavesNoDeadlineWhileItGoesOn() {
      Pause open = new Pause(seoul("2026-03-04T11:00"), null);
      assertThat(CLOCK.resolveBy(start, twoHours, List.of(open))).isEmpty();
      assertThat(CLOCK.elapsed(start, seoul("2026-03-10T10:00"), List.of(open)))
          .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void countsOverlappingPausesOnce() {
      Pause one = new Pause(seoul("2026-03-04T10:00"), seoul("2026-03-04T10:40"));
      Pause two = new Pause(seoul("2026-03-04T10:20"), seoul("2026-03-04T11:00"));
      assertThat(CLOCK.elapsed(start, seoul("2026-03-04T12:00"), List.of(two, one)))
          .isEqualTo(Duration.ofHours(1));
    }
  }

  @Nested
  class ACalendar {
    @Test
    void thatNeverOpensIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BusinessCalendar(SEOUL, Map.of(), Set.of()));
    }

    @Test
    void withOverlappingHoursIsRefused() {
      Map<DayOfWeek, List<OpenPeriod>> week =
          Map.of(
              DayOfWeek.MONDAY,
              List.of(OpenPeriod.of("09:00", "13:00"), OpenPeriod.of("12:00", "18:00")));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BusinessCalendar(SEOUL, week, Set.of()));
    }

    @Test
    void withoutOpenTimeForYearsSaysSo() {
      LocalDate monday = LocalDate.of(2026, 3, 2);
      Set<LocalDate> mondays = new HashSet<>();
      for (int week = 0; week < 600; week++) {
        mondays.add(monday.plusWeeks(week));
      }
      Map<DayOfWeek, List<OpenPeriod>> week =
          Map.of(DayOfWeek.MONDAY, List.of(OpenPeriod.of("09:00", "10:00")));
      SlaClock clock = new SlaClock(new BusinessCalendar(SEOUL, week, mondays));
      assertThatIllegalStateException()
          .isThrownBy(() -> clock.add(seoul("2026-03-02T00:00"), Duration.ofMinutes(1)));
    }
  }

  /** Counts minute by minute with nothing but the definition: is this minute open, is it paused. */
  private record MinuteOracle(BusinessCalendar calendar, List<Pause> pauses) {

    long minutes(Instant from, Instant to) {
      long open = 0;
      for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
        open += counts(minute) ? 1 : 0;
      }
      return open;
    }

    Instant add(Instant from, long minutes) {
      Instant minute = from;
      for (long left = minutes; left > 0; minute = minute.plusSeconds(60)) {
        left -= counts(minute) ? 1 : 0;
      }
      return minute;
    }

    private boolean counts(Instant minute) {
      ZonedDateTime local = minute.atZone(calendar.zone());
      boolean paused =
          pauses.stream().anyMatch(p -> !minute.isBefore(p.from()) && minute.isBefore(p.to()));
      return !paused
          && !calendar.holidays().contains(local.toLocalDate())
          && calendar.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
              .anyMatch(period -> contains(period, local.toLocalTime()));
    }

    private static boolean contains(OpenPeriod period, LocalTime time) {
      boolean beforeEnd = period.to().equals(LocalTime.MIDNIGHT) || time.isBefore(period.to());
      return !time.isBefore(period.from()) && beforeEnd;
    }
  }

  @Nested
  class AgainstAMinuteByMinuteCount {
    private static final int CASES = 150;

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Asia/Seoul",
          "Asia/Tokyo",
          "Asia/Tehran",
          "Europe/London",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/St_Johns",
          "Pacific/Apia"
        })
    void agreesInEveryZone(String zone) {
      Random random = new Random(zone.hashCode());
      for (int i = 0; i < CASES; i++) {
        check(ZoneId.of(zone), random);
      }
    }

    private void check(ZoneId zone, Random random) {
      Instant from = nearAClockChange(zone, random);
      Instant to = from.plusSeconds(60L * random.nextInt(6 * 24 * 60));
      BusinessCalendar calendar = calendar(zone, from, random);
      List<Pause> pauses = pauses(from, random);
      SlaClock clock = new SlaClock(calendar);
      MinuteOracle oracle = new MinuteOracle(calendar, pauses);
      long minutes = random.nextInt(30 * 60);

      assertThat(clock.elapsed(from, to, pauses).toMinutes())
          .as("elapsed %s %s %s %s", from, to, calendar, pauses)
          .isEqualTo(oracle.minutes(from, to));
      assertThat(clock.add(from, Duration.ofMinutes(minutes), pauses))
          .as("add %s %s %s %s", from, minutes, calendar, pauses)
          .contains(oracle.add(from, minutes));
    }

    /** Half of the cases start shortly before a change of the clock, if the zone has one. */
    private Instant nearAClockChange(ZoneId zone, Random random) {
      Instant any =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(525_600));
      var change = zone.getRules().nextTransition(any);
      return change == null || random.nextBoolean()
          ? any
          : change.getInstant().minusSeconds(60L * random.nextInt(2 * 24 * 60));
    }

    private BusinessCalendar calendar(ZoneId zone, Instant from, Random random) {
      Map<DayOfWeek, List<OpenPeriod>> week = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextInt(4) > 0) {
          week.put(day, periods(random));
        }
      }
      week.put(DayOfWeek.WEDNESDAY, List.of(OpenPeriod.of("00:00", "00:00")));
      LocalDate holiday = LocalDate.ofInstant(from, zone).plusDays(random.nextInt(5));
      return new BusinessCalendar(zone, week, Set.of(holiday));
    }

    /** Cuts the day at random minutes and opens every second piece. */
    private List<OpenPeriod> periods(Random random) {
      int[] cuts = random.ints(4, 0, 24 * 60).distinct().sorted().toArray();
      List<OpenPeriod> periods = new ArrayList<>();
      for (int i = 0; i + 1 < cuts.length; i += 2) {
        periods.add(new OpenPeriod(at(cuts[i]), at(cuts[i + 1])));
      }
      return periods;
    }

    private LocalTime at(int minute) {
      return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    private List<Pause> pauses(Instant from, Random random) {
      List<Pause> pauses = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        Instant start = from.plusSeconds(60L * (random.nextInt(3_000) - 500));
        pauses.add(new Pause(start, start.plusSeconds(60L * random.nextInt(1_500))));
      }
      return pauses;
    }
  }
}
