package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Changes that could not be worked on, as tasks which hold all that is needed to do it again: the
 * resource in {@code focus}, the patients in {@code input}. Staff set the task to {@code ready}
 * when the cause is gone.
 */
public final class DeadLetterTasks {

  private static final String CODE = "dead-letter";
  private static final String CHANGED = "changed";
  private static final String PATIENT = "patient";

  private final FhirStore store;
  private final TaskWriter tasks;

  public DeadLetterTasks(FhirStore store, ZoneId zone) {
    this.store = store;
    this.tasks = new TaskWriter(zone);
  }

  /**
   * A letter that is to be tried again.
   *
   * @param change what had happened
   */
  public record DeadLetter(String task, String version, Change change) {

    public String reference() {
      return change.resourceType() + "/" + change.resourceId();
    }
  }

  /**
   * @param gone the resource was deleted, so that nothing can point at it
   */
  public Write entry(StaffTask staff, Collection<String> patients, boolean gone, Instant now) {
    StaffTask shown =
        new StaffTask(
            CODE,
            staff.about(),
            staff.patient(),
            gone ? null : staff.focus(),
            staff.description(),
            staff.due());
    Task task = (Task) tasks.entry(shown, now).entry().getResource();
    if (staff.focus() != null) {
      task.addInput().setValue(new StringType(staff.focus())).getType().setText(CHANGED);
      new TreeSet<>(patients)
          .forEach(id -> task.addInput().setValue(new StringType(id)).getType().setText(PATIENT));
    }
    return RequestWriter.put(task, null);
  }

  /** The letter in this task, if it is one and staff want it tried again. */
  public Optional<DeadLetter> ready(String id) {
    return store
        .read(Task.class, id)
        .filter(task -> CODE.equals(OpenTasks.code(task)))
        .filter(task -> task.getStatus() == TaskStatus.READY)
        .flatMap(DeadLetterTasks::read);
  }

  private static Optional<DeadLetter> read(Task task) {
    Set<String> patients = new TreeSet<>(inputs(task, PATIENT));
    return inputs(task, CHANGED).stream()
        .map(reference -> reference.split("/", 2))
        .filter(parts -> parts.length == 2)
        .map(
            parts ->
                new DeadLetter(
                    task.getIdElement().getIdPart(),
                    task.getMeta().getVersionId(),
                    new Change(0, parts[0], parts[1], null, Change.Action.UPDATED, patients)))
        .findFirst();
  }

  private static List<String> inputs(Task task, String name) {
    return task.getInput().stream()
        .filter(input -> name.equals(input.getType().getText()))
        .map(input -> input.getValue().primitiveValue())
        .toList();
  }

  public void done(DeadLetter letter, Instant now) {
    close(letter, TaskStatus.COMPLETED, "Tried again, and it went through.", now);
  }

  /** Back to staff. */
  public void failed(DeadLetter letter, Instant now) {
    close(letter, TaskStatus.REQUESTED, "Tried again, and it failed again.", now);
  }

  private void close(DeadLetter letter, TaskStatus status, String note, Instant now) {
    Task task = store.read(Task.class, letter.task()).orElseThrow();
    task.setStatus(status);
    task.addNote().setText(note).setTime(Date.from(now));
    store.write(List.of(RequestWriter.put(task, letter.version())));
  }
}
