package health.anbu.outreach.route;

import health.anbu.outreach.complaint.AssignmentRule;
import health.anbu.outreach.complaint.Classification;
import health.anbu.outreach.complaint.Classifier;
import health.anbu.outreach.complaint.ComplaintCase;
import health.anbu.outreach.complaint.ComplaintDesk;
import health.anbu.outreach.complaint.IncomingFeedback;
import health.anbu.outreach.complaint.Intake;
import health.anbu.outreach.complaint.IntakeDecision;
import health.anbu.outreach.complaint.Sender;
import health.anbu.outreach.complaint.SenderMatch;
import health.anbu.outreach.fhir.ComplaintRecords;
import health.anbu.outreach.fhir.ComplaintWriter;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.SenderSearch;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.ComplaintAcknowledgement;
import health.anbu.outreach.plan.DerivedId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what people tell the clinic, on whatever channel: the words, the promise and the answer
 * are stored in one transaction before anybody is told that they were heard.
 */
final class CaseDesk {

  private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);
  private static final int ATTEMPTS = 3;

  private final SenderSearch senders;
  private final ComplaintWriter writer;
  private final ComplaintRecords records;
  private final FhirStore store;
  private final PatientReconciler reconciler;
  private final Function<List<AssignmentRule>, ComplaintDesk> desk;
  private final List<AssignmentRule> rules;
  private final Clock clock;
  private final Classifier classifier = Classifier.ofRules();
  private final List<Object> locks = Stream.generate(Object::new).limit(64).toList();

  CaseDesk(
      SenderSearch senders,
      ComplaintWriter writer,
      FhirStore store,
      PatientReconciler reconciler,
      Function<List<AssignmentRule>, ComplaintDesk> desk,
      List<AssignmentRule> rules,
      Clock clock) {
    this.senders = senders;
    this.writer = writer;
    this.records = new ComplaintRecords(store);
    this.store = store;
    this.reconciler = reconciler;
    this.desk = desk;
    this.rules = List.copyOf(rules);
    this.clock = clock;
  }

  /** What became of one sending. */
  sealed interface Answer {

    /**
     * @param task id, empty where nothing had to be promised
     */
    record Recorded(String communication, Optional<String> task, String reference)
        implements Answer {}

    /** Nothing was stored; the message says what to change. */
    record Refused(String code, String message) implements Answer {}
  }

  /**
   * How one sending is taken.
   *
   * @param digest of everything that was sent, to tell a repetition from something else
   * @param known what it is, where that is certain already; null to look
   * @param promises false where nobody waits for an answer, unless somebody may be in danger
   */
  record Sending(
      IncomingFeedback feedback, String digest, Classification known, boolean promises) {}

  Answer take(Sending sending) {
    IntakeDecision decision = Intake.check(sending.feedback(), clock.instant());
    if (decision instanceof IntakeDecision.Refused refused) {
      return new Answer.Refused(refused.reason().code(), refused.message());
    }
    String key = sending.feedback().idempotencyKey();
    String unique = key == null ? UUID.randomUUID().toString() : key;
    synchronized (locks.get(Math.floorMod(unique.hashCode(), locks.size()))) {
      return take(sending, (IntakeDecision.Accepted) decision, unique);
    }
  }

  private Answer take(Sending sending, IntakeDecision.Accepted accepted, String unique) {
    ComplaintCase found = open(sending, accepted, unique);
    if (sending.feedback().idempotencyKey() != null) {
      Optional<ComplaintRecords.Stored> earlier =
          records.find(found.message().id(), taskId(found.message().id()));
      if (earlier.isPresent()) {
        return again(earlier.get(), sending.digest(), found.reference());
      }
    }
    Optional<Answer.Refused> missing = missing(sending.feedback());
    if (missing.isPresent()) {
      return missing.get();
    }
    Optional<String> inquirer = inquirer(sending, found);
    write(found, sending.digest(), inquirer.orElse(null));
    Optional.ofNullable(found.message().patientId()).or(() -> inquirer).ifPresent(this::follow);
    return new Answer.Recorded(
        found.message().id(), found.task().map(task -> task.id()), found.reference());
  }

  /**
   * Who asks and fits no patient. Whom several patients fit is none of them, and a machine that
   * answers waits for nothing.
   */
  private Optional<String> inquirer(Sending sending, ComplaintCase found) {
    IncomingFeedback feedback = sending.feedback();
    boolean unknown =
        found.message().patientId() == null
            && sending.promises()
            && match(feedback) instanceof SenderMatch.Unknown;
    return unknown ? writer.inquirer(feedback, senders.numbers()) : Optional.empty();
  }

  /** Whoever is reached there, whether they have asked or not. */
  Optional<String> inquirer(String channel, Sender sender) {
    return writer.inquirer(
        new IncomingFeedback(channel, "", null, sender, null, clock.instant(), null),
        senders.numbers());
  }

  private SenderMatch match(IncomingFeedback feedback) {
    return SenderMatch.of(
        feedback.sender(), senders.candidates(feedback.sender()), senders::readPhone);
  }

  private static String taskId(String communication) {
    return DerivedId.of("feedback-task|" + communication);
  }

  private ComplaintCase open(Sending sending, IntakeDecision.Accepted accepted, String unique) {
    IncomingFeedback feedback = sending.feedback();
    Classification seen =
        sending.known() == null
            ? classifier.classify(feedback.text(), feedback.language())
            : sending.known();
    ComplaintCase opened = desk.apply(thoseThere()).open(accepted, seen, match(feedback), unique);
    return sending.promises() || seen.safetyCritical() ? opened : opened.withoutPromise();
  }

  /** A rule that names somebody who is not there assigns nothing. */
  private List<AssignmentRule> thoseThere() {
    return rules.stream().filter(rule -> senders.exists(rule.owner())).toList();
  }

  private Optional<Answer.Refused> missing(IncomingFeedback feedback) {
    String patient = feedback.sender().patientId();
    if (patient != null && !senders.exists("Patient/" + patient)) {
      return Optional.of(
          new Answer.Refused(
              "unknown-patient",
              "'from.patient' names a Patient that does not exist; correct it, or leave it out."));
    }
    String location = feedback.location();
    if (location != null && (!location.startsWith("Location/") || !senders.exists(location))) {
      return Optional.of(
          new Answer.Refused(
              "unknown-location",
              "'location' names no Location that exists; correct it, or leave it out."));
    }
    return Optional.empty();
  }

  private Answer again(ComplaintRecords.Stored earlier, String digest, String reference) {
    if (!earlier.digest().equals(digest)) {
      return new Answer.Refused(
          "idempotency-key-reused",
          "This Idempotency-Key came with another body before; use a new key for a new message.");
    }
    earlier.person().ifPresent(this::follow);
    return new Answer.Recorded(earlier.communication(), earlier.task(), reference);
  }

  private void write(ComplaintCase found, String digest, String inquirer) {
    for (int attempt = 1; ; attempt++) {
      try {
        store.write(entries(found, digest, inquirer, clock.instant()));
        return;
      } catch (FhirStore.WriteConflict conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }

  private List<Write> entries(ComplaintCase found, String digest, String inquirer, Instant now) {
    List<Write> entries = new ArrayList<>(writer.entries(found, digest, inquirer, now));
    String patient = found.message().patientId();
    if (patient != null) {
      writer
          .event(found, now)
          .map(event -> reconciler.foreseen(patient, event, ComplaintAcknowledgement.SCENARIO))
          .ifPresent(entries::addAll);
    }
    return entries;
  }

  /** Everything is stored; what fails from here on is made up for at the next look. */
  void follow(String patient) {
    try {
      reconciler.reconcile(List.of(patient));
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict later) {
      LOG.warn("Patient/{} is reconciled at the next look: {}", patient, later.getMessage());
    }
  }
}
