package health.anbu.outreach.plan;

import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a patient's own situation has to say about a step: who answers for them, and silence. */
final class PersonRules {

  /** What stops a patient's messages for a time; what it has stopped is not made up for. */
  private static final Set<Reason> PASSING =
      EnumSet.of(
          Reason.DECEASED,
          Reason.INACTIVE,
          Reason.MERGED,
          Reason.OPT_OUT,
          Reason.NO_CONSENT,
          Reason.CONSENT_EXPIRED,
          Reason.MUTED,
          Reason.OPEN_COMPLAINT,
          Reason.GUARDIAN_NEEDED);

  private PersonRules() {}

  /** Who is waiting for the answer to a complaint is written to about bookings and nothing else. */
  static Trace.Entry noOpenComplaint(Candidate candidate) {
    if (candidate.step().purpose() == Purpose.TRANSACTIONAL) {
      return entry("no-open-complaint", null, "does not apply", patient(candidate));
    }
    return complaintAt(candidate, candidate.now())
        .map(open -> entry("no-open-complaint", Reason.OPEN_COMPLAINT, "", inputs(open)))
        .orElseGet(() -> entry("no-open-complaint", null, "", patient(candidate)));
  }

  private static List<String> patient(Candidate candidate) {
    return List.of(candidate.facts().evidence().versioned());
  }

  private static List<String> inputs(Surroundings.ComplaintSpan complaint) {
    return List.of(complaint.reference());
  }

  private static Optional<Surroundings.ComplaintSpan> complaintAt(Candidate candidate, Instant at) {
    return candidate.facts().surroundings().complaints().stream()
        .filter(complaint -> complaint.openAt(at))
        .findFirst();
  }

  /** For a child: which guardian is written to; empty for who is of age. */
  static Optional<Trace.Entry> guardian(Candidate candidate, Instant at) {
    PatientFacts facts = candidate.facts();
    if (!facts.minor(candidate.clinic(), at)) {
      return Optional.empty();
    }
    List<String> inputs = new ArrayList<>(List.of(facts.evidence().versioned()));
    Optional<Surroundings.Guardian> guardian = facts.guardian(candidate.clinic(), at);
    guardian.map(Surroundings.Guardian::reference).ifPresent(inputs::add);
    int majority = candidate.law().on(at).majority();
    return Optional.of(
        entry(
            "guardian-reached",
            guardian.isPresent() ? null : Reason.GUARDIAN_NEEDED,
            "of age at " + majority,
            inputs));
  }

  /**
   * What fell into a silence stays unsaid when the silence is over: only later steps follow. Empty
   * where nothing was missed.
   */
  static Optional<Trace.Entry> notMadeUpFor(Candidate candidate, DueTime time) {
    Optional<RequestRecord> existing = candidate.existing();
    if (existing.filter(r -> r.active() || r.wentOut()).isPresent()) {
      return Optional.empty();
    }
    Instant due = missedAt(candidate, time);
    if (!due.isBefore(candidate.now())) {
      return Optional.empty();
    }
    return existing
        .filter(request -> request.due().isBefore(candidate.now()))
        .flatMap(request -> Reason.of(request.reason()))
        .filter(PASSING::contains)
        .map(reason -> missed(reason, List.of(existing.get().evidence().versioned())))
        .or(() -> muted(candidate, due))
        .or(() -> complained(candidate, due));
  }

  /** "At once" is due whenever it is planned; what counts is when its occasion was. */
  private static Instant missedAt(Candidate candidate, DueTime time) {
    boolean passed =
        candidate.step().direction() == Step.Direction.AT_ONCE
            && !candidate.anchor().isAppointment();
    return (passed ? candidate.anchorDate() : time.due()).toInstant();
  }

  private static Optional<Trace.Entry> muted(Candidate candidate, Instant due) {
    return candidate.facts().consents().stream()
        .filter(ConsentRecord::mute)
        .filter(mute -> mutes(mute, candidate, due))
        .findFirst()
        .map(mute -> missed(Reason.MUTED, List.of(mute.reference())));
  }

  private static boolean mutes(ConsentRecord mute, Candidate candidate, Instant due) {
    Purpose purpose = candidate.step().purpose();
    return candidate.channels().stream().allMatch(c -> mute.refuses(purpose, c, due))
        && !(candidate.step().critical()
            && candidate.law().on(due).rule(purpose, candidate.channels().get(0)).bypass());
  }

  private static Optional<Trace.Entry> complained(Candidate candidate, Instant due) {
    return candidate.step().purpose() == Purpose.TRANSACTIONAL
        ? Optional.empty()
        : complaintAt(candidate, due).map(c -> missed(Reason.OPEN_COMPLAINT, inputs(c)));
  }

  private static Trace.Entry missed(Reason reason, List<String> inputs) {
    return entry("not-made-up-for", reason, "it fell into a time of silence", inputs);
  }

  private static Trace.Entry entry(String rule, Reason reason, String detail, List<String> inputs) {
    return new Trace.Entry(rule, reason, detail, inputs);
  }
}
