package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.When;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Reads a complaint task with its Communication as an event that is answered. */
final class ComplaintReader {

  private static final Set<TaskStatus> WITHDRAWN =
      Set.of(TaskStatus.CANCELLED, TaskStatus.REJECTED, TaskStatus.ENTEREDINERROR);

  private ComplaintReader() {}

  /**
   * The event is named after the Communication; what it says is looked up in the task.
   *
   * @param words the Communications of the same patient, by id
   */
  static Optional<ClinicalEvent> event(Task task, Function<String, Communication> words) {
    return References.id(task.getFocus(), "Communication")
        .flatMap(id -> Optional.ofNullable(words.apply(id)))
        .filter(communication -> task.hasAuthoredOn())
        .map(communication -> event(task, communication));
  }

  static ClinicalEvent event(Task task, Communication communication) {
    When at = new When.Exact(task.getAuthoredOn().toInstant());
    return new ClinicalEvent(
        new FhirEvidence(task, communication),
        "Communication",
        communication.getIdElement().getIdPart(),
        WITHDRAWN.contains(task.getStatus()) ? "entered-in-error" : "completed",
        Map.of("category", categories(communication)),
        at,
        at,
        null);
  }

  private static Set<Code> categories(Communication communication) {
    return communication.getCategory().stream()
        .flatMap(category -> category.getCoding().stream())
        .filter(coding -> coding.hasCode())
        .map(coding -> new Code(coding.getSystem(), coding.getCode()))
        .collect(Collectors.toSet());
  }
}
