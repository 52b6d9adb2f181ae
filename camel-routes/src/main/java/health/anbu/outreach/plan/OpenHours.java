package health.anbu.outreach.plan;

import health.anbu.outreach.contact.LawEdition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days and hours in which a message of a step may go once it is due: after a retry, an outage
 * or a wait of any kind the same as those for which it was planned.
 */
public final class OpenHours {

  /** Window and quiet hours that have not met by then never meet: the quiet hours alone decide. */
  private static final int TRIES = 10;

  private final PlannedMessage message;
  private final PatientFacts facts;
  private final ClinicPolicy clinic;
  private final SendDays days;

  private OpenHours(PlannedMessage message, PatientFacts facts, ClinicPolicy clinic) {
    this.message = message;
    this.facts = facts;
    this.clinic = clinic;
    this.days = SendDays.of(message.step(), clinic.workingDays(facts));
  }

  /**
   * The first instant at or after this one at which the step is sent; the same instant for a step
   * that goes at once, which has no window.
   */
  public static Instant from(
      PlannedMessage message, PatientFacts facts, ClinicPolicy clinic, Instant now) {
    boolean anyTime =
        message.step().anyHour() || message.step().direction() == Step.Direction.AT_ONCE;
    return anyTime ? now : new OpenHours(message, facts, clinic).from(now);
  }

  private Instant from(Instant now) {
    ZonedDateTime at = open(now.atZone(message.due().getZone()));
    for (int i = 0; i < TRIES; i++) {
      ZonedDateTime awake = awake(at);
      if (awake.isEqual(at)) {
        return at.toInstant();
      }
      at = open(awake);
    }
    return now;
  }

  private ZonedDateTime open(ZonedDateTime moment) {
    return days.open(message.step().window(), moment);
  }

  private ZonedDateTime awake(ZonedDateTime moment) {
    ZoneId zone = facts.zoneOr(clinic.zone());
    LawEdition law = clinic.law(facts).on(moment.toInstant());
    return law.quiet(message.permit().sentAs(), message.permit().channels())
        .nextAllowed(moment.withZoneSameInstant(zone), false)
        .withZoneSameInstant(moment.getZone());
  }
}
