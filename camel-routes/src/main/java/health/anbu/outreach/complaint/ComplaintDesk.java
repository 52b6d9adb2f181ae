package health.anbu.outreach.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Opens cases the way one clinic has decided to.
 *
 * @param rules who answers for what
 * @param calendar when the clinic works
 * @param promises what is promised at which urgency
 * @param clinicLanguage for senders whose language nobody knows
 * @param derivedId an id from a key, the same for the same key
 */
public record ComplaintDesk(
    List<AssignmentRule> rules,
    BusinessCalendar calendar,
    Function<Urgency, Sla> promises,
    Language clinicLanguage,
    UnaryOperator<String> derivedId) {

  public ComplaintDesk {
    rules = List.copyOf(rules);
  }

  /** With the usual promises of {@link Sla#usual}. */
  public static ComplaintDesk usual(
      List<AssignmentRule> rules,
      BusinessCalendar calendar,
      Language clinicLanguage,
      UnaryOperator<String> derivedId) {
    return new ComplaintDesk(
        rules, calendar, urgency -> Sla.usual(urgency, calendar), clinicLanguage, derivedId);
  }

  /**
   * Decides what to write and how to answer.
   *
   * @param freshId used only when the feedback carries no key of its own
   */
  public ComplaintCase open(
      IntakeDecision.Accepted accepted,
      Classification classification,
      SenderMatch match,
      String freshId) {
    IncomingFeedback feedback = accepted.feedback();
    String patient = match instanceof SenderMatch.Known known ? known.patientId() : null;
    FeedbackMessage message =
        new FeedbackMessage(id(feedback, freshId), feedback, classification, patient);
    Optional<ComplaintTask> task =
        needsTask(classification) ? Optional.of(task(message, match)) : Optional.empty();
    return new ComplaintCase(message, task, acknowledgement(feedback, patient));
  }

  private String id(IncomingFeedback feedback, String freshId) {
    return feedback.idempotencyKey() == null
        ? freshId
        : derivedId.apply("feedback|" + feedback.channel() + "|" + feedback.idempotencyKey());
  }

  /** Praise asks nothing of anybody, unless it names a danger or may not be praise. */
  private static boolean needsTask(Classification classification) {
    return classification.category() != FeedbackCategory.PRAISE
        || classification.safetyCritical()
        || classification.needsTriage();
  }

  private ComplaintTask task(FeedbackMessage message, SenderMatch match) {
    IncomingFeedback feedback = message.feedback();
    Classification classification = message.classification();
    Assignment assignment = Assignment.of(match, classification.type(), feedback.location(), rules);
    Sla sla = promises.apply(classification.urgency());
    SlaClock clock = new SlaClock(calendar);
    Instant received = feedback.receivedAt();
    Instant resolveBy = clock.resolveBy(received, sla);
    return new ComplaintTask(
        derivedId.apply("feedback-task|" + message.id()),
        message.id(),
        "requested",
        assignment instanceof Assignment.Assigned ? "assigned" : "received",
        classification.urgency(),
        assignment,
        message.patientId(),
        earlier(clock.acknowledgeBy(received, sla), resolveBy),
        resolveBy,
        classification.needsTriage());
  }

  /** Whoever must have solved it by tonight must have answered by tonight. */
  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private Acknowledgement acknowledgement(IncomingFeedback feedback, String patient) {
    String language =
        Language.of(feedback.language(), feedback.text()).orElse(clinicLanguage).code();
    return ReplyAddress.of(feedback)
        .<Acknowledgement>map(address -> address.reply(language))
        .orElseGet(() -> withoutAddress(patient, language));
  }

  private static Acknowledgement withoutAddress(String patient, String language) {
    return patient == null
        ? new Acknowledgement.None("no-address")
        : new Acknowledgement.ToPatient(patient, language);
  }
}
