package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.JurisdictionPack;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step on one anchor that the rules are asked about.
 *
 * @param occurrence counted from 0 where the step recurs
 * @param answers what conditions have already answered about this anchor
 */
record Candidate(
    PatientFacts facts,
    Scenario scenario,
    Step step,
    AnchorMoment anchor,
    ClinicPolicy clinic,
    Instant now,
    PatientIndex index,
    Map<Condition, Condition.Answer> answers,
    int occurrence) {

  Candidate occurrence(int number) {
    return new Candidate(facts, scenario, step, anchor, clinic, now, index, answers, number);
  }

  Candidate with(Step other) {
    return new Candidate(facts, scenario, other, anchor, clinic, now, index, answers, occurrence);
  }

  /** Asked once for each anchor, however many steps want to know. */
  Condition.Answer answer(Condition condition) {
    return answers.computeIfAbsent(condition, unasked -> unasked.test(situation()));
  }

  ZoneId zone() {
    return clinic.zone();
  }

  /** What holds for a message to this patient. */
  JurisdictionPack law() {
    return index.law();
  }

  /** The patient's addresses, or those of who answers for a child. */
  List<Address> reached() {
    return facts.reached(clinic, now).addresses();
  }

  /** The clinic's channels that lead to the patient; all of them where none does. */
  List<String> channels() {
    return index.channels();
  }

  Situation situation() {
    return new Situation(facts, anchor.evidence(), now, zone());
  }

  /**
   * The first moment of the anchor; only asked once its date is known. Requests are kept to the
   * second: a fraction would look like a move for ever.
   */
  ZonedDateTime anchorDate() {
    return anchor.date().in(zone()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** What this occurrence counts from: the anchor itself, or so many recurrences later. */
  ZonedDateTime countedFrom() {
    return occurrence == 0
        ? anchorDate()
        : anchorDate()
            .plus(
                (long) occurrence * recurrence().every().amount(),
                recurrence().every().unit().chrono());
  }

  private Recurrence recurrence() {
    return step.timing().recurrence();
  }

  /**
   * The outreach key. It carries the date where the anchor recurs, or where its date moved after
   * something had gone out for the old one.
   */
  String key() {
    String base = scenario.id() + ":" + step.id() + ":" + anchor.reference();
    if (!anchor.date().known()) {
      return base;
    }
    return anchor.recurs() || recurrence() != null || movedAfterSend(base) ? dated(base) : base;
  }

  private String dated(String base) {
    return base + "@" + countedFrom().toLocalDate();
  }

  private boolean movedAfterSend(String base) {
    return request(base)
        .filter(RequestRecord::wentOut)
        .filter(request -> request.anchorDate() != null)
        .filter(request -> moved(request.anchorDate()))
        .isPresent();
  }

  /**
   * For an appointment any other time is news. Everything else happened on a day: correcting its
   * time does not make it happen again.
   */
  private boolean moved(Instant before) {
    return anchor.isAppointment()
        ? !before.equals(anchorDate().toInstant())
        : !before.atZone(zone()).toLocalDate().equals(anchorDate().toLocalDate());
  }

  private Optional<RequestRecord> request(String key) {
    return index.request(key);
  }

  Optional<RequestRecord> existing() {
    return request(key());
  }

  /** Pending requests keep the version they were planned with; all else follows the current one. */
  boolean followsThisVersion() {
    Optional<RequestRecord> pending = existing().filter(RequestRecord::active);
    return pending
        .map(request -> request.canonical().equals(scenario.canonical()))
        .orElse(scenario.current());
  }

  /** The instant at which the scenario or the step is over; empty for never. */
  Optional<ZonedDateTime> over() {
    return Optional.ofNullable(step.timing().over(zone()));
  }
}
