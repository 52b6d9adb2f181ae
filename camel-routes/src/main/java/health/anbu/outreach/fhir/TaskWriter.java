package health.anbu.outreach.fhir;

import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** Writes staff tasks; a task that exists already is written again only with the same content. */
public final class TaskWriter {

  private final ZoneId zone;

  public TaskWriter(ZoneId zone) {
    this.zone = zone;
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
      task.setFor(new Reference("Patient/" + staff.patient()));
    }
    if (staff.focus() != null) {
      task.setFocus(new Reference(staff.focus()));
    }
    task.setAuthoredOnElement(Times.dateTime(now, zone));
    task.getRestriction().getPeriod().setEndElement(Times.dateTime(staff.due(), zone));
    return RequestWriter.put(task, null);
  }
}
