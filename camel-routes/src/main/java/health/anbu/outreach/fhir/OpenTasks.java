package health.anbu.outreach.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * The staff tasks that are not finished: counted while they stream by, only the first ones kept.
 */
final class OpenTasks {

  private static final String[] OPEN = {
    "draft", "requested", "received", "accepted", "ready", "in-progress", "on-hold"
  };

  /** Complaints count as acknowledged once they stand in one of these. */
  private static final Set<String> UNACKNOWLEDGED = Set.of("received");

  private static final Comparator<Overview.TaskRow> URGENT_FIRST =
      Comparator.comparing((Overview.TaskRow row) -> !row.overdue())
          .thenComparing(Overview.TaskRow::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Overview.TaskRow::id);

  private final TreeSet<Overview.TaskRow> first = new TreeSet<>(URGENT_FIRST);
  private final Displays displays;
  private final String language;
  private final Instant now;
  private final ZoneId zone;
  private int complaints;
  private int complaintsOverdue;
  private int unassigned;

  private OpenTasks(Displays displays, String language, Instant now, ZoneId zone) {
    this.displays = displays;
    this.language = language;
    this.now = now;
    this.zone = zone;
  }

  static OpenTasks read(
      FhirStore store, Displays displays, String language, Instant now, ZoneId zone) {
    OpenTasks open = new OpenTasks(displays, language, now, zone);
    store.search(
        Query.of("Task").where("status", OPEN).pageSize(200), page -> page.forEach(open::add));
    return open;
  }

  private void add(Resource resource) {
    Task task = (Task) resource;
    String code = code(task);
    if (code == null) {
      return;
    }
    Overview.TaskRow row = row(task, code);
    if ("handle-complaint".equals(code)) {
      complaints++;
      complaintsOverdue += row.overdue() ? 1 : 0;
    }
    unassigned += row.owner() == null ? 1 : 0;
    first.add(row);
    if (first.size() > OverviewReader.ROWS) {
      first.pollLast();
    }
  }

  /** The code in our list of staff tasks; null for tasks that are none of ours. */
  static String code(Task task) {
    return task.getCode().getCoding().stream()
        .filter(coding -> Words.TASK_CODE.equals(coding.getSystem()))
        .map(Coding::getCode)
        .findFirst()
        .orElse(null);
  }

  /** What is to be done, in the reader's language where the code is one of ours. */
  static String title(Task task, Displays displays, String language) {
    String title = displays.text(Words.TASK_CODE, code(task), language);
    return title == null ? task.getDescription() : title;
  }

  static String status(Task task) {
    return task.getBusinessStatus().hasCoding()
        ? task.getBusinessStatus().getCodingFirstRep().getCode()
        : task.hasStatus() ? task.getStatus().toCode() : null;
  }

  private Overview.TaskRow row(Task task, String code) {
    Instant due = due(task);
    return new Overview.TaskRow(
        task.getIdElement().getIdPart(),
        code,
        title(task, displays, language),
        task.hasPriority() ? task.getPriority().toCode() : null,
        owner(task),
        due == null ? null : Times.dateTime(due, zone).getValueAsString(),
        due != null && due.isBefore(now),
        status(task));
  }

  /** The next promise: to acknowledge, while nobody has, and to resolve. */
  private static Instant due(Task task) {
    List<Instant> promises = new ArrayList<>();
    Stream.of(Times.instant(task.getRestriction().getPeriod().getEndElement()))
        .filter(java.util.Objects::nonNull)
        .forEach(promises::add);
    if (UNACKNOWLEDGED.contains(String.valueOf(status(task)))) {
      Extensions.of(task, "acknowledge-by").stream()
          .map(Extension::getValue)
          .filter(BaseDateTimeType.class::isInstance)
          .map(value -> Times.instant((BaseDateTimeType) value))
          .forEach(promises::add);
    }
    return promises.stream().min(Comparator.naturalOrder()).orElse(null);
  }

  private static String owner(Task task) {
    if (task.hasOwner()) {
      return name(task.getOwner());
    }
    return task.getPerformerType().stream()
        .map(type -> type.hasText() ? type.getText() : type.getCodingFirstRep().getDisplay())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String name(Reference reference) {
    return reference.hasDisplay() ? reference.getDisplay() : reference.getReference();
  }

  List<Overview.TaskRow> first() {
    return List.copyOf(first);
  }

  int complaints() {
    return complaints;
  }

  int complaintsOverdue() {
    return complaintsOverdue;
  }

  int unassigned() {
    return unassigned;
  }
}
