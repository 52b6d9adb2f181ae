package health.anbu.outreach.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * The moment at which a step before or after its anchor goes: on a day on which it is sent, in its
 * window by the clock of the clinic, out of the quiet hours of the person, and before an anchor
 * that lies ahead.
 */
final class SendTime {

  /** Window and quiet hours that have not met by then never meet: the quiet hours win. */
  private static final int TRIES = 10;

  private static final int DAYS_BACK = 7;
  private static final int MINUTES_BACK = 15;

  private final Candidate candidate;
  private final Step step;
  private final ZonedDateTime anchor;
  private final SendDays days;
  private final boolean before;

  private SendTime(Candidate candidate, ZonedDateTime anchor) {
    this.candidate = candidate;
    this.step = candidate.step();
    this.anchor = anchor;
    this.days = SendDays.of(step, candidate.clinic().workingDays(candidate.facts()));
    this.before = step.direction() == Step.Direction.BEFORE;
  }

  static ZonedDateTime of(Candidate candidate, ZonedDateTime anchor) {
    return new SendTime(candidate, anchor).moment();
  }

  private ZonedDateTime moment() {
    ZonedDateTime wanted = step.offset().calendar() ? onDay() : byTheClock();
    ZonedDateTime due = awake(spread(inWindow(wanted)));
    return before && !due.isBefore(anchor) ? earlier(wanted).orElse(due) : due;
  }

  // --- the day

  private ZonedDateTime onDay() {
    LocalDate date = step.offset().from(anchor.toLocalDate(), before ? -1 : 1);
    return step.window().opens(day(date), anchor.getZone());
  }

  private ZonedDateTime byTheClock() {
    ZonedDateTime exact = step.offset().from(anchor, before ? -1 : 1);
    LocalDate date = exact.toLocalDate();
    LocalDate day = day(date);
    return day.equals(date) ? exact : exact.with(day);
  }

  /** Ahead of an anchor that is to come, and never at or behind the other end. */
  private LocalDate day(LocalDate date) {
    HolidayRule rule = step.timing().holidays();
    boolean back =
        before ? rule != HolidayRule.NEXT_WORKING_DAY : rule == HolidayRule.PREVIOUS_WORKING_DAY;
    LocalDate day = days.nearest(date, back ? -1 : 1);
    return passes(day) ? days.nearest(date, back ? 1 : -1) : day;
  }

  private boolean passes(LocalDate day) {
    return before
        ? !step.window().opens(day, anchor.getZone()).isBefore(anchor)
        : step.offset().calendar() && !day.isAfter(anchor.toLocalDate());
  }

  // --- the hour

  /** The moment where the window is open on such a day, else the next opening. */
  private ZonedDateTime inWindow(ZonedDateTime moment) {
    return days.open(step.window(), moment);
  }

  private ZonedDateTime awake(ZonedDateTime moment) {
    ZonedDateTime at = moment;
    for (int i = 0; i < TRIES; i++) {
      ZonedDateTime allowed = quiet(at);
      if (allowed.isEqual(at)) {
        return at;
      }
      at = inWindow(allowed);
    }
    return quiet(moment);
  }

  /** The last moment before the one that was wanted, where waiting would pass the anchor. */
  private Optional<ZonedDateTime> earlier(ZonedDateTime wanted) {
    for (int i = 0; i <= DAYS_BACK; i++) {
      LocalDate day = wanted.toLocalDate().minusDays(i);
      if (days.has(day)) {
        Optional<ZonedDateTime> found = lastOn(day, wanted);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ZonedDateTime> lastOn(LocalDate day, ZonedDateTime wanted) {
    ZonedDateTime opens = step.window().opens(day, wanted.getZone());
    ZonedDateTime last = step.window().closes(day, wanted.getZone()).minusMinutes(1);
    ZonedDateTime at = last.isAfter(wanted) ? wanted : last;
    for (; !at.isBefore(opens); at = at.minusMinutes(MINUTES_BACK)) {
      if (at.isBefore(anchor) && quiet(at).isEqual(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private ZonedDateTime quiet(ZonedDateTime moment) {
    return DueTime.quiet(candidate, moment);
  }

  // --- the spread

  /** The same patient always has the same place, drawn by the key. */
  private ZonedDateTime spread(ZonedDateTime opening) {
    if (step.timing().spread() == null) {
      return opening;
    }
    long room = Duration.between(opening, spreadUntil(opening)).toSeconds();
    long seed = UUID.fromString(DerivedId.of(candidate.key())).getLeastSignificantBits();
    for (; room > 1; room /= 2) {
      ZonedDateTime at = opening.plusSeconds(Math.floorMod(seed, room));
      if (quiet(at).isEqual(at)) {
        return at;
      }
    }
    return opening;
  }

  private ZonedDateTime spreadUntil(ZonedDateTime opening) {
    ZonedDateTime end = step.timing().spread().from(opening, 1);
    ZonedDateTime closes = step.window().closes(opening.toLocalDate(), opening.getZone());
    ZonedDateTime last = end.isAfter(closes) ? closes : end;
    return before && last.isAfter(anchor) ? anchor : last;
  }
}
