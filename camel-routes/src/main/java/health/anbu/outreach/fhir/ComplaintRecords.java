package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ComplaintAcknowledgement;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.MessageRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Looks after complaints that are stored: finds them again, and notes that they were answered. */
public final class ComplaintRecords {

  private static final Set<String> NOT_YET_ACKNOWLEDGED = Set.of("received", "assigned");
  private static final int ATTEMPTS = 5;

  private final FhirStore store;

  public ComplaintRecords(FhirStore store) {
    this.store = store;
  }

  /**
   * What was stored for one sending.
   *
   * @param digest of what was sent in
   * @param task id, empty where nothing had to be promised
   * @param patient id, empty where the sender is not certain
   */
  public record Stored(
      String communication, String digest, Optional<String> task, Optional<String> person) {}

  public Optional<Stored> find(String communication, String task) {
    return store
        .read(Communication.class, communication)
        .map(
            found ->
                new Stored(
                    communication,
                    digest(found),
                    store.read(Task.class, task).map(t -> t.getIdElement().getIdPart()),
                    References.patient(found.getSubject())
                        .or(() -> Inquirers.in(found).stream().findFirst())));
  }

  private static String digest(Communication communication) {
    return communication.getIdentifier().stream()
        .filter(identifier -> Words.INTAKE_DIGEST.equals(identifier.getSystem()))
        .map(Identifier::getValue)
        .findFirst()
        .orElse("");
  }

  /**
   * Complaint tasks of these patients become "acknowledged" once a provider has taken the answer.
   * Doing it twice changes nothing.
   */
  public void noteAcknowledged(Collection<String> patients) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<Write> writes = acknowledged(patients);
        if (!writes.isEmpty()) {
          store.write(writes);
        }
        return;
      } catch (FhirStore.WriteConflict conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }

  private List<Write> acknowledged(Collection<String> patients) {
    if (patients.isEmpty()) {
      return List.of();
    }
    Query open =
        Query.of("Task")
            .where("patient", patients)
            .whereCode("code", Words.TASK_CODE, "handle-complaint")
            .where("business-status", NOT_YET_ACKNOWLEDGED);
    List<Task> waiting = store.search(open).stream().map(Task.class::cast).toList();
    if (waiting.isEmpty()) {
      return List.of();
    }
    Set<String> answered = answered(patients);
    List<Write> writes = new ArrayList<>();
    for (Task task : waiting) {
      if (isWaiting(task) && answered.contains(answer(task))) {
        writes.add(acknowledged(task));
      }
    }
    return writes;
  }

  private static boolean isWaiting(Task task) {
    return task.getStatus() == TaskStatus.REQUESTED
        && NOT_YET_ACKNOWLEDGED.contains(task.getBusinessStatus().getCodingFirstRep().getCode());
  }

  private static String answer(Task task) {
    return References.id(task.getFocus(), "Communication")
        .map(id -> DerivedId.of(ComplaintAcknowledgement.key(id)))
        .orElse("");
  }

  /** The ids of the requests of which a message was accepted. */
  private Set<String> answered(Collection<String> patients) {
    Set<String> answered = new HashSet<>();
    store
        .search(Query.of("Communication").where("patient", patients))
        .forEach(
            message ->
                MessageReader.read((Communication) message)
                    .filter(MessageRecord::accepted)
                    .ifPresent(accepted -> answered.add(accepted.request())));
    return answered;
  }

  private static Write acknowledged(Task stored) {
    Task task = stored.copy();
    task.setBusinessStatus(Codings.concept(Words.COMPLAINT_STATUS, "acknowledged"));
    return RequestWriter.put(task, stored.getMeta().getVersionId());
  }
}
