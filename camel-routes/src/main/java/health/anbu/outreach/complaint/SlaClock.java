package health.anbu.outreach.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts business time: an instant counts when its local date and time are within opening hours and
 * no pause covers it, so hours that a clock change repeats count twice and skipped ones not at all.
 */
public final class SlaClock {

  /** Beyond this a calendar has no open time worth waiting for. */
  private static final Duration HORIZON = Duration.ofDays(3660);

  private final BusinessCalendar calendar;

  public SlaClock(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  /** Wall-clock time: the 24 hours run through nights, weekends and pauses. */
  public Instant acknowledgeBy(Instant received, Sla sla) {
    return received.plus(sla.acknowledgeWithin());
  }

  public Instant resolveBy(Instant received, Sla sla) {
    return add(received, sla.resolveWithin());
  }

  /** Empty while a pause goes on before the deadline is reached: nobody knows the day yet. */
  public Optional<Instant> resolveBy(Instant received, Sla sla, List<Pause> pauses) {
    return add(received, sla.resolveWithin(), pauses);
  }

  /** The first instant at which {@link #elapsed} reaches the duration. */
  public Instant add(Instant from, Duration businessTime) {
    return add(from, businessTime, List.of())
        .orElseThrow(() -> new IllegalStateException("The calendar has no open time for years"));
  }

  public Optional<Instant> add(Instant from, Duration businessTime, List<Pause> pauses) {
    if (businessTime.isZero()) {
      return Optional.of(from);
    }
    Countdown countdown = new Countdown(businessTime);
    visit(from, from.plus(HORIZON), Pauses.of(pauses), countdown);
    return Optional.ofNullable(countdown.reached);
  }

  public Duration elapsed(Instant from, Instant to) {
    return elapsed(from, to, List.of());
  }

  public Duration elapsed(Instant from, Instant to, List<Pause> pauses) {
    Total total = new Total();
    visit(from, to, Pauses.of(pauses), total);
    return total.sum;
  }

  /** Shows every open stretch between two instants in order until the visitor has seen enough. */
  private void visit(Instant from, Instant to, Pauses pauses, Predicate<Span> visitor) {
    Instant start = from;
    boolean more = true;
    while (more && start.isBefore(to)) {
      Span sameOffset = new Span(start, min(to, nextChange(start)));
      more = visitStretch(sameOffset, pauses, visitor);
      start = sameOffset.to();
    }
  }

  private Instant nextChange(Instant from) {
    ZoneOffsetTransition next = calendar.zone().getRules().nextTransition(from);
    return next == null ? Instant.MAX : next.getInstant();
  }

  private boolean visitStretch(Span stretch, Pauses pauses, Predicate<Span> visitor) {
    ZoneOffset offset = calendar.zone().getRules().getOffset(stretch.from());
    LocalDate last = LocalDateTime.ofInstant(stretch.to(), offset).toLocalDate();
    LocalDate day = LocalDateTime.ofInstant(stretch.from(), offset).toLocalDate();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      for (OpenPeriod period : calendar.periods(day)) {
        Optional<Span> open = span(day, period, offset).within(stretch);
        if (open.isPresent() && !pauses.visitRest(open.get(), visitor)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Span span(LocalDate day, OpenPeriod period, ZoneOffset offset) {
    LocalDate lastDay = period.endsAtMidnight() ? day.plusDays(1) : day;
    return new Span(
        day.atTime(period.from()).toInstant(offset), lastDay.atTime(period.to()).toInstant(offset));
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static final class Total implements Predicate<Span> {
    private Duration sum = Duration.ZERO;

    @Override
    public boolean test(Span open) {
      sum = sum.plus(open.length());
      return true;
    }
  }

  private static final class Countdown implements Predicate<Span> {
    private Duration left;
    private Instant reached;

    private Countdown(Duration left) {
      this.left = left;
    }

    @Override
    public boolean test(Span open) {
      if (open.length().compareTo(left) >= 0) {
        reached = open.from().plus(left);
        return false;
      }
      left = left.minus(open.length());
      return true;
    }
  }
}
