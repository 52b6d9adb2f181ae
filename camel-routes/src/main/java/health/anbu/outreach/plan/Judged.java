package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step on an anchor with what the rules said of it alone, before others are looked at. */
record Judged(Candidate candidate, StepRules.Verdict verdict) {

  Optional<PlannedMessage> message() {
    return verdict.message();
  }

  Rivalry rivalry() {
    return candidate.scenario().rivalry();
  }

  /** One more answer; a "no" takes the message away. */
  Judged with(Trace.Entry entry) {
    List<Trace.Entry> entries = new ArrayList<>(verdict.entries());
    entries.add(entry);
    Optional<PlannedMessage> left = entry.passed() ? verdict.message() : Optional.empty();
    return new Judged(candidate, new StepRules.Verdict(entries, verdict.due(), left));
  }

  Trace.StepTrace trace() {
    return new Trace.StepTrace(
        candidate.key(),
        candidate.scenario().id(),
        candidate.scenario().canonical(),
        candidate.step().id(),
        verdict.entries(),
        verdict.due());
  }

  /** Sent, held, or perhaps sent: nothing that is decided now takes it back. */
  boolean wentOut() {
    Optional<RequestRecord> request = candidate.existing();
    return request.filter(RequestRecord::wentOut).isPresent()
        || request.isPresent()
            && candidate.facts().messages().stream()
                .filter(attempt -> attempt.speaksFor(request.get()))
                .anyMatch(attempt -> attempt.accepted() || attempt.uncertain());
  }

  /** Still to come, and not taken back by a person or for this occasion. */
  boolean pending() {
    return message().isPresent() && !wentOut() && !withdrawnForGood();
  }

  private boolean withdrawnForGood() {
    return candidate
        .existing()
        .filter(RequestRecord::staysRevoked)
        .filter(r -> r.byStaff() || verdict.due().toInstant().equals(r.plannedDue()))
        .isPresent();
  }

  /** The local day on which it goes out, later than planned where it was deferred. */
  LocalDate day() {
    java.time.ZoneId zone = candidate.facts().zoneOr(candidate.zone());
    return candidate
        .existing()
        .filter(request -> request.active() || request.wentOut())
        .filter(request -> verdict.due().toInstant().equals(request.plannedDue()))
        .map(RequestRecord::due)
        .orElse(verdict.due().toInstant())
        .atZone(zone)
        .toLocalDate();
  }

  /** The scenario on this anchor, all its steps and recurrences. */
  String instance() {
    AnchorMoment anchor = candidate.anchor();
    String instance = candidate.scenario().id() + ":" + anchor.reference();
    return anchor.recurs() && anchor.date().known()
        ? instance + "@" + candidate.anchorDate().toLocalDate()
        : instance;
  }

  /** What another step's answer leans on when this one takes its place. */
  List<String> inputs() {
    List<String> inputs = new ArrayList<>();
    inputs.add(candidate.anchor().evidence().versioned());
    candidate.existing().map(request -> request.evidence().versioned()).ifPresent(inputs::add);
    return inputs;
  }
}
