package health.anbu.outreach.fhir;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Type;

/** Asks staff to answer what patients wrote into the packaged forms, each response once. */
public final class FormTasks {

  private static final String FORMS = Words.BASE + "/Questionnaire/";
  private static final Duration SOON = Duration.ofHours(4);
  private static final Duration IN_A_DAY = Duration.ofDays(1);
  private static final Set<QuestionnaireResponseStatus> ANSWERED =
      Set.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

  private final FhirStore store;
  private final TaskWriter tasks;

  public FormTasks(FhirStore store, ZoneId zone) {
    this.store = store;
    this.tasks = new TaskWriter(zone);
  }

  /**
   * Opens the task for a response that needs a reply, unless there is one.
   *
   * @param response id
   */
  public void open(String response, Instant now) {
    store
        .read(QuestionnaireResponse.class, response)
        .flatMap(FormTasks::answer)
        .filter(FormAnswer::needsReply)
        .ifPresent(answer -> open(answer, now));
  }

  private void open(FormAnswer answer, Instant now) {
    StaffTask staff = staff(answer, now);
    // What staff have begun, or finished, is theirs.
    if (store.read(Task.class, staff.id()).isEmpty()) {
      Write write = tasks.entry(staff, now);
      Task task = (Task) write.entry().getResource();
      task.setPriority(answer.urgent() ? TaskPriority.URGENT : TaskPriority.ROUTINE);
      store.write(List.of(write));
    }
  }

  private static StaffTask staff(FormAnswer answer, Instant now) {
    return new StaffTask(
        "answer-questions",
        answer.response(),
        answer.patient(),
        answer.response(),
        answer.urgent()
            ? "The patient is worse, or has a new symptom. Read the form and call."
            : "The patient has asked something in the form. Read it and answer.",
        now.plus(answer.urgent() ? SOON : IN_A_DAY));
  }

  private static Optional<FormAnswer> answer(QuestionnaireResponse response) {
    boolean ours = response.hasQuestionnaire() && response.getQuestionnaire().startsWith(FORMS);
    return ours && ANSWERED.contains(response.getStatus())
        ? References.patient(response.getSubject()).map(patient -> answer(response, patient))
        : Optional.empty();
  }

  private static FormAnswer answer(QuestionnaireResponse response, String patient) {
    return new FormAnswer(
        "QuestionnaireResponse/" + response.getIdElement().getIdPart(),
        patient,
        values(response, "how-are-you").anyMatch(FormTasks::worse),
        values(response, "symptom").anyMatch(FormTasks::written),
        values(response, "question").anyMatch(FormTasks::written),
        values(response, "reply")
            .filter(BooleanType.class::isInstance)
            .map(value -> ((BooleanType) value).booleanValue())
            .findFirst()
            .orElse(null));
  }

  private static Stream<Type> values(QuestionnaireResponse response, String item) {
    return response.getItem().stream()
        .filter(one -> item.equals(one.getLinkId()))
        .flatMap(one -> one.getAnswer().stream())
        .map(QuestionnaireResponseItemAnswerComponent::getValue)
        .filter(java.util.Objects::nonNull);
  }

  private static boolean worse(Type value) {
    return value instanceof Coding coding && "worse".equals(coding.getCode());
  }

  private static boolean written(Type value) {
    return value.isPrimitive() && !String.valueOf(value.primitiveValue()).isBlank();
  }
}
