package health.anbu.outreach.plan;

import health.anbu.outreach.plan.RequestRecord.Status;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When a step is due, until when it may still be planned for the first time, and from when on it
 * would be too late to send.
 *
 * @param sendBy null for no such moment
 */
record DueTime(ZonedDateTime due, ZonedDateTime plannableUntil, ZonedDateTime sendBy) {

  /** A message after its anchor that has waited this long has lost its occasion. */
  private static final Period TOO_OLD = Period.ofDays(7);

  /** "At once" about something that happened longer ago than this is not at once. */
  private static final Period STILL_AT_ONCE = Period.ofDays(1);

  static DueTime of(Candidate candidate) {
    ZonedDateTime anchor = candidate.countedFrom();
    DueTime time =
        switch (candidate.step().direction()) {
          case AT_ONCE -> atOnce(candidate, anchor);
          case AFTER -> after(candidate.step(), SendTime.of(candidate, anchor));
          case BEFORE -> before(candidate.step(), SendTime.of(candidate, anchor), anchor);
        };
    return candidate.over().map(time::endingAt).orElse(time);
  }

  /** Nothing goes once the scenario or the step is over. */
  private DueTime endingAt(ZonedDateTime over) {
    return sendBy == null || over.isBefore(sendBy) ? new DueTime(due, plannableUntil, over) : this;
  }

  private static DueTime atOnce(Candidate candidate, ZonedDateTime anchor) {
    ZonedDateTime due =
        candidate
            .existing()
            .filter(request -> request.status() != Status.REVOKED || request.staysRevoked())
            .map(RequestRecord::plannedDue)
            .map(planned -> planned.atZone(candidate.zone()))
            .orElseGet(() -> quiet(candidate, atOnce(candidate)));
    boolean ahead = candidate.anchor().isAppointment();
    ZonedDateTime until = ahead ? anchor : anchor.plus(STILL_AT_ONCE);
    return new DueTime(due, until, ahead ? anchor : due.plus(TOO_OLD));
  }

  private static ZonedDateTime atOnce(Candidate candidate) {
    return candidate.now().atZone(candidate.zone()).truncatedTo(ChronoUnit.SECONDS);
  }

  private static DueTime after(Step step, ZonedDateTime due) {
    if (step.validFor() != null) {
      ZonedDateTime end = step.validFor().from(due, 1);
      return new DueTime(due, end, end);
    }
    return new DueTime(due, windowEnd(step, due), due.plus(TOO_OLD));
  }

  private static DueTime before(Step step, ZonedDateTime due, ZonedDateTime anchor) {
    ZonedDateTime end =
        step.validFor() == null ? windowEnd(step, due) : step.validFor().from(due, 1);
    return new DueTime(due, end.isBefore(anchor) ? end : anchor, anchor);
  }

  /** When it would go out at the earliest. */
  Instant notBefore(Instant now) {
    return due.toInstant().isAfter(now) ? due.toInstant() : now;
  }

  /**
   * Until when it may be planned for the first time; nothing is planned for after it is too late.
   */
  boolean pastFor(Instant now) {
    return !now.isBefore(plannableUntil.toInstant()) || sendBy != null && !due.isBefore(sendBy);
  }

  private static ZonedDateTime windowEnd(Step step, ZonedDateTime due) {
    ZonedDateTime end = step.window().closes(due.toLocalDate(), due.getZone());
    return end.isAfter(due) ? end : due.plusHours(1);
  }

  /** Out of the quiet hours of the person, for what the message would count as. */
  static ZonedDateTime quiet(Candidate candidate, ZonedDateTime moment) {
    if (candidate.step().anyHour()) {
      return moment;
    }
    ZoneId zone = candidate.facts().zoneOr(candidate.zone());
    return candidate
        .law()
        .on(moment.toInstant())
        .quiet(candidate.step().purpose(), candidate.channels())
        .nextAllowed(moment.withZoneSameInstant(zone), false)
        .withZoneSameInstant(moment.getZone());
  }
}
