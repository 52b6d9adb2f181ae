package health.anbu.outreach.fhir;

import health.anbu.outreach.complaint.Acknowledgement;
import health.anbu.outreach.complaint.Assignment;
import health.anbu.outreach.complaint.Classification;
import health.anbu.outreach.complaint.ComplaintCase;
import health.anbu.outreach.complaint.ComplaintTask;
import health.anbu.outreach.complaint.FeedbackMessage;
import health.anbu.outreach.complaint.IncomingFeedback;
import health.anbu.outreach.complaint.Language;
import health.anbu.outreach.complaint.Sender;
import health.anbu.outreach.contact.Address;
import health.anbu.outreach.plan.ClinicalEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Writes what somebody told the clinic, word for word, and the promise that follows from it. */
public final class ComplaintWriter {

  /** Who looks at what belongs to nobody yet. */
  static final String DESK = "Complaint desk";

  private final ZoneId zone;

  public ComplaintWriter(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The Communication and, where there is one, the Task.
   *
   * @param digest of what was sent in, to tell a repetition from something else
   * @param inquirer who it is that is no patient yet; null for a patient or for nobody in
   *     particular
   */
  public List<Write> entries(ComplaintCase complaint, String digest, String inquirer, Instant now) {
    List<Write> entries = new ArrayList<>();
    Communication words = communication(complaint.message(), digest);
    Inquirers.mark(inquirer).ifPresent(words::addIdentifier);
    entries.add(RequestWriter.put(words, null));
    complaint
        .task()
        .ifPresent(task -> entries.add(RequestWriter.put(task(complaint, task, now), null)));
    return entries;
  }

  /** Who asks and is no patient yet; empty where nobody could be answered. */
  public Optional<String> inquirer(IncomingFeedback feedback, PhoneNumbers numbers) {
    return sender(feedback, null).flatMap(sender -> InquirerReader.of(sender, numbers));
  }

  /** The case as the planner will see it once it is stored; empty where nobody is promised. */
  public Optional<ClinicalEvent> event(ComplaintCase complaint, Instant now) {
    return complaint
        .task()
        .map(
            task ->
                ComplaintReader.event(
                    task(complaint, task, now), communication(complaint.message(), "")));
  }

  Communication communication(FeedbackMessage message, String digest) {
    IncomingFeedback feedback = message.feedback();
    Classification seen = message.classification();
    Communication communication = new Communication();
    communication.setId(message.id());
    communication.getMeta().addProfile(Words.profile("complaint"));
    Language.ofTag(feedback.language()).ifPresent(l -> communication.setLanguage(l.code()));
    if (feedback.idempotencyKey() != null) {
      communication.addIdentifier(
          identifier(Words.IDEMPOTENCY_KEY, feedback.channel() + ":" + feedback.idempotencyKey()));
    }
    communication.addIdentifier(identifier(Words.INTAKE_DIGEST, digest));
    communication.setStatus(CommunicationStatus.COMPLETED);
    communication.addCategory(Codings.concept(Words.FEEDBACK, seen.category().code()));
    communication.addMedium(Codings.concept(Words.CHANNEL, feedback.channel()));
    if (seen.type() != null) {
      communication.setTopic(new CodeableConcept().setText(seen.type()));
    }
    if (message.patientId() != null) {
      communication.setSubject(new Reference("Patient/" + message.patientId()));
    }
    sender(feedback, message.patientId()).ifPresent(communication::setSender);
    communication.setReceivedElement(Times.dateTime(feedback.receivedAt(), zone));
    communication.addPayload().setContent(new StringType(feedback.text()));
    return communication;
  }

  /** The patient where that is certain, and what the sender said of themselves. */
  private static Optional<Reference> sender(IncomingFeedback feedback, String patient) {
    Sender sender = feedback.sender();
    Reference reference = new Reference();
    if (patient != null) {
      reference.setReference("Patient/" + patient);
    }
    if (sender.phone() != null) {
      reference.setIdentifier(identifier("urn:ietf:rfc:3966", "tel:" + sender.phone()));
    } else if (sender.email() != null) {
      reference.setIdentifier(identifier("urn:ietf:rfc:6068", "mailto:" + sender.email()));
    } else if (feedback.channel().equals("line") && Address.isLineUser(sender.name())) {
      reference.setIdentifier(identifier(Words.LINE_USER, sender.name()));
    }
    reference.setDisplay(sender.name());
    return reference.isEmpty() ? Optional.empty() : Optional.of(reference);
  }

  Task task(ComplaintCase complaint, ComplaintTask promise, Instant now) {
    FeedbackMessage message = complaint.message();
    Task task = new Task();
    task.setId(promise.id());
    task.getMeta().addProfile(Words.profile("complaint-task"));
    task.setLanguage(language(complaint));
    task.addExtension(
        Codings.extension("acknowledge-by", Times.dateTime(promise.acknowledgeBy(), zone)));
    task.addIdentifier(identifier(Words.COMPLAINT, complaint.reference()));
    task.setStatus(TaskStatus.fromCode(promise.status()));
    task.setBusinessStatus(Codings.concept(Words.COMPLAINT_STATUS, promise.businessStatus()));
    task.setIntent(TaskIntent.ORDER);
    task.setPriority(TaskPriority.fromCode(promise.priority().code()));
    task.setCode(Codings.concept(Words.TASK_CODE, "handle-complaint"));
    task.setDescription(description(complaint));
    task.setFocus(new Reference("Communication/" + promise.focus()));
    if (promise.forPatient() != null) {
      task.setFor(new Reference("Patient/" + promise.forPatient()));
    }
    task.setAuthoredOnElement(Times.dateTime(now, zone));
    assign(task, promise.assignment());
    if (message.feedback().location() != null) {
      task.setLocation(new Reference(message.feedback().location()));
    }
    task.getRestriction().getPeriod().setEndElement(Times.dateTime(promise.resolveBy(), zone));
    task.addNote(note("Classified as " + classified(message.classification())));
    return task;
  }

  /** Without an owner the desk is named, so that the list of the unassigned finds it. */
  private static void assign(Task task, Assignment assignment) {
    if (assignment instanceof Assignment.Assigned assigned) {
      task.setOwner(new Reference(assigned.owner()));
      task.addNote(note("Assigned by the rule " + assigned.rule()));
    } else {
      task.addPerformerType(new CodeableConcept().setText(DESK));
      task.addNote(note("Unassigned: " + ((Assignment.Unassigned) assignment).reason()));
    }
  }

  private static String description(ComplaintCase complaint) {
    Classification seen = complaint.message().classification();
    String what = "Handle a " + seen.category().code();
    String urgent = seen.safetyCritical() ? "Possible danger: call at once. " : "";
    String check = seen.needsTriage() ? " Confirm what it is." : "";
    String call =
        complaint.message().patientId() == null
            ? " The sender is not known for certain: find out who it is, and call back."
            : "";
    return urgent + what + "." + check + call;
  }

  private static String classified(Classification seen) {
    return "%s%s by %s, confidence %s; %s"
        .formatted(
            seen.category().code(),
            seen.type() == null ? "" : " about " + seen.type(),
            seen.ruleVersion(),
            String.format(Locale.ROOT, "%.2f", seen.confidence()),
            seen.evidence().isEmpty() ? "no rule spoke" : String.join("; ", seen.evidence()));
  }

  private static String language(ComplaintCase complaint) {
    if (complaint.acknowledgement() instanceof Acknowledgement.Reply reply) {
      return reply.language();
    }
    return complaint.acknowledgement() instanceof Acknowledgement.ToPatient patient
        ? patient.language()
        : null;
  }

  private static Annotation note(String text) {
    return new Annotation().setText(text);
  }

  private static Identifier identifier(String system, String value) {
    return new Identifier().setSystem(system).setValue(value);
  }
}
