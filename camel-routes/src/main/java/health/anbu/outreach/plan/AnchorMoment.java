package health.anbu.outreach.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One occurrence of an anchor: the resource, and the date it gives.
 *
 * @param event null for days of the calendar, whose resource is the patient, and for a contact
 * @param recurs whether the date belongs into the key
 */
record AnchorMoment(Evidence evidence, ClinicalEvent event, When date, boolean recurs) {

  /** How long a yearly occurrence stays the current one after its day and its last step. */
  private static final Period STAYS = Period.ofDays(31);

  static List<AnchorMoment> of(
      Scenario scenario, PatientFacts facts, ClinicPolicy clinic, Instant now) {
    LocalDate notBefore = notBefore(scenario, now.atZone(clinic.zone()).toLocalDate());
    Anchor anchor = scenario.anchor();
    if (anchor instanceof Anchor.Event event) {
      return events(scenario, event, facts, clinic.zone());
    }
    if (anchor instanceof Anchor.ProgrammeWeek week) {
      return List.of(yearly(facts, programmeDay(week, notBefore)));
    }
    if (anchor instanceof Anchor.FixedDate fixed) {
      return List.of(yearly(facts, fixedDay(fixed, notBefore)));
    }
    if (anchor instanceof Anchor.FirstContact) {
      return Milestones.firstContact(scenario, facts, clinic.zone());
    }
    if (anchor instanceof Anchor.LastVisit) {
      return Milestones.lastVisit(scenario, facts, clinic.zone());
    }
    return List.of(
        facts.birthDate() == null
            ? new AnchorMoment(facts.evidence(), null, When.unknown(), true)
            : yearly(facts, birthday(facts.birthDate(), notBefore)));
  }

  /** The same day of the year after; empty for what comes only once. */
  Optional<AnchorMoment> nextYear(Scenario scenario, PatientFacts facts, ZoneId zone) {
    if (!recurs || !date.known()) {
      return Optional.empty();
    }
    LocalDate current = date.in(zone).toLocalDate();
    LocalDate from = current.plusDays(1);
    Anchor anchor = scenario.anchor();
    LocalDate next = current;
    if (anchor instanceof Anchor.ProgrammeWeek week) {
      next = programmeDay(week, from);
    } else if (anchor instanceof Anchor.FixedDate fixed) {
      next = fixedDay(fixed, from);
    } else if (anchor instanceof Anchor.Birthday) {
      next = birthday(facts.birthDate(), from);
    }
    return Optional.of(next).filter(day -> day.isAfter(current)).map(day -> yearly(facts, day));
  }

  private static LocalDate notBefore(Scenario scenario, LocalDate today) {
    return scenario.steps().stream()
        .filter(step -> step.direction() == Step.Direction.AFTER && step.offset().calendar())
        .map(step -> step.offset().from(today, -1))
        .min(Comparator.naturalOrder())
        .orElse(today)
        .minus(STAYS);
  }

  private static AnchorMoment yearly(PatientFacts facts, LocalDate date) {
    return new AnchorMoment(facts.evidence(), null, new When.Day(date), true);
  }

  /** Born on 29 February: 28 February in other years. */
  private static LocalDate birthday(LocalDate birthDate, LocalDate notBefore) {
    LocalDate thisYear = birthDate.plusYears(notBefore.getYear() - birthDate.getYear());
    return thisYear.isBefore(notBefore)
        ? birthDate.plusYears(notBefore.getYear() + 1 - birthDate.getYear())
        : thisYear;
  }

  private static LocalDate programmeDay(Anchor.ProgrammeWeek week, LocalDate notBefore) {
    LocalDate thisYear = monday(week, notBefore.getYear());
    return thisYear.isBefore(notBefore) ? monday(week, notBefore.getYear() + 1) : thisYear;
  }

  private static LocalDate fixedDay(Anchor.FixedDate fixed, LocalDate notBefore) {
    if (fixed.once() != null) {
      return fixed.once();
    }
    LocalDate thisYear = fixed.yearly().atYear(notBefore.getYear());
    return thisYear.isBefore(notBefore) ? fixed.yearly().atYear(notBefore.getYear() + 1) : thisYear;
  }

  private static LocalDate monday(Anchor.ProgrammeWeek week, int year) {
    return LocalDate.of(year, week.month(), 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(week.week(), DayOfWeek.MONDAY));
  }

  private static List<AnchorMoment> events(
      Scenario scenario, Anchor.Event anchor, PatientFacts facts, ZoneId zone) {
    List<AnchorMoment> occurrences = new ArrayList<>();
    Set<String> planned =
        facts.requests().stream()
            .filter(request -> request.scenario().equals(scenario.id()))
            .map(RequestRecord::anchor)
            .collect(Collectors.toSet());
    Set<String> happenings = new HashSet<>();
    // What already has a request comes first, so that a second feed never takes its place.
    facts.events().stream()
        .filter(anchor::matches)
        .sorted(
            Comparator.comparing((ClinicalEvent event) -> !planned.contains(event.reference()))
                .thenComparing(ClinicalEvent::withdrawn)
                .thenComparing(ClinicalEvent::id))
        .forEach(
            event -> {
              When date = anchor.date().read(event.evidence());
              AnchorMoment moment = new AnchorMoment(event.evidence(), event, date, false);
              Set<String> happening = moment.happening(zone);
              if (Collections.disjoint(happenings, happening)) {
                happenings.addAll(happening);
                occurrences.add(moment);
              }
            });
    return occurrences;
  }

  /**
   * Two records of one happening, fed twice, are one anchor: a code in common on the same local
   * day. An appointment is only itself, and so is what was withdrawn.
   */
  private Set<String> happening(ZoneId zone) {
    if (!mayBeDoubled()) {
      return Set.of();
    }
    String day = event.type() + " " + date.in(zone).toLocalDate() + " ";
    return event.codes("code").stream().map(code -> day + code).collect(Collectors.toSet());
  }

  private boolean mayBeDoubled() {
    return date.known() && !event.withdrawn() && !isAppointment();
  }

  String reference() {
    return event == null ? evidence.reference() : event.reference();
  }

  boolean isAppointment() {
    return event != null && event.type().equals("Appointment");
  }

  boolean isConsent() {
    return event != null && event.type().equals("Consent");
  }

  Optional<ClinicalEvent> resource() {
    return Optional.ofNullable(event);
  }
}
