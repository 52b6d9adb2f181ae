package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.Situation;
import health.anbu.outreach.plan.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/** What the visits of a patient say to a scenario: how many, how long ago, and the next one. */
final class VisitFacts {

  private VisitFacts() {}

  /**
   * Whole months since the last finished visit. The end of a month counts as the offsets of steps
   * do: three months after 30 November is 28 February.
   */
  static Optional<Integer> monthsSinceLast(Situation situation) {
    LocalDate today = today(situation);
    return visits(situation)
        .map(start -> start.in(situation.zone()).toLocalDate())
        .max(LocalDate::compareTo)
        .map(last -> months(last, today));
  }

  private static int months(LocalDate from, LocalDate until) {
    int months = (int) Period.between(from, until).toTotalMonths();
    return from.plusMonths(months + 1L).isAfter(until) ? months : months + 1;
  }

  /** On how many days the patient had been here before the day of the anchor. */
  static int before(Situation situation) {
    LocalDate day = anchorDay(situation).orElseGet(() -> today(situation));
    return (int)
        visits(situation)
            .map(start -> start.in(situation.zone()).toLocalDate())
            .filter(visit -> visit.isBefore(day))
            .distinct()
            .count();
  }

  /** Whole days between the day of the anchor and today; empty where the anchor has no day. */
  static Optional<Integer> daysSinceAnchor(Situation situation) {
    return anchorDay(situation)
        .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(day, today(situation))));
  }

  /** When the patient is to come next, as far as it is booked. */
  static Optional<Instant> next(Situation situation) {
    return situation.facts().events().stream()
        .filter(event -> event.type().equals("Appointment") && stands(event))
        .map(ClinicalEvent::start)
        .filter(When::known)
        .map(start -> start.in(situation.zone()).toInstant())
        .filter(start -> start.isAfter(situation.now()))
        .min(Comparator.naturalOrder());
  }

  private static boolean stands(ClinicalEvent appointment) {
    return appointment.status().equals("booked") || appointment.status().equals("pending");
  }

  private static Stream<When> visits(Situation situation) {
    return situation.facts().events().stream()
        .filter(event -> event.type().equals("Encounter") && event.status().equals("finished"))
        .map(ClinicalEvent::start)
        .filter(When::known);
  }

  private static Optional<LocalDate> anchorDay(Situation situation) {
    return Optional.of(at(FhirEvidence.of(situation.anchor())))
        .filter(When::known)
        .map(when -> when.in(situation.zone()).toLocalDate());
  }

  private static When at(Resource anchor) {
    if (anchor instanceof Encounter visit) {
      return Times.when(visit.getPeriod());
    }
    if (anchor instanceof Appointment appointment) {
      return Times.when(appointment.getStartElement());
    }
    return anchor instanceof Procedure treatment ? treated(treatment) : When.unknown();
  }

  private static When treated(Procedure treatment) {
    if (treatment.hasPerformedDateTimeType()) {
      return Times.when(treatment.getPerformedDateTimeType());
    }
    return treatment.hasPerformedPeriod() && treatment.getPerformedPeriod().hasEnd()
        ? Times.when(treatment.getPerformedPeriod().getEndElement())
        : Times.when(treatment.getPerformedPeriod());
  }

  private static LocalDate today(Situation situation) {
    return situation.now().atZone(situation.zone()).toLocalDate();
  }
}
