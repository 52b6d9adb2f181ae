package health.anbu.outreach.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** Writes staff tasks; a task that exists already is written again only with the same content. */
public final class TaskWriter {

  private static final Set<Task.TaskStatus> OPEN =
      EnumSet.of(
          Task.TaskStatus.DRAFT,
          Task.TaskStatus.REQUESTED,
          Task.TaskStatus.RECEIVED,
          Task.TaskStatus.ACCEPTED,
          Task.TaskStatus.READY,
          Task.TaskStatus.INPROGRESS,
          Task.TaskStatus.ONHOLD);

  private final ZoneId zone;

  public TaskWriter(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What staff were asked to find out is known by now: their task is completed with it, unless they
   * were quicker.
   *
   * @param learnt in words, without personal data
   */
  public Optional<Write> answered(
      FhirStore store, String code, String about, String learnt, Instant now) {
    return store
        .read(Task.class, StaffTask.id(code, about))
        .filter(task -> OPEN.contains(task.getStatus()))
        .map(
            task -> {
              Task done = task.copy();
              done.setStatus(Task.TaskStatus.COMPLETED);
              done.getExecutionPeriod().setEndElement(Times.dateTime(now, zone));
              done.addOutput()
                  .setType(new CodeableConcept().setText("what the provider said later"))
                  .setValue(new StringType(learnt));
              return RequestWriter.put(done, task.getMeta().getVersionId());
            });
  }

  public Write entry(StaffTask staff, Instant now) {
    Task task = new Task();
    task.setId(staff.id());
    task.setStatus(Task.TaskStatus.REQUESTED);
    task.setIntent(Task.TaskIntent.ORDER);
    task.setPriority(Task.TaskPriority.URGENT);
    task.setCode(Codings.concept(Words.TASK_CODE, staff.code()));
    task.setDescription(staff.description());
    if (staff.patient() != null) {
      task.setFor(Inquirers.reference(staff.patient()));
    }
    if (staff.focus() != null) {
      task.setFocus(new Reference(staff.focus()));
    }
    task.setAuthoredOnElement(Times.dateTime(now, zone));
    task.getRestriction().getPeriod().setEndElement(Times.dateTime(staff.due(), zone));
    return RequestWriter.put(task, null);
  }
}
