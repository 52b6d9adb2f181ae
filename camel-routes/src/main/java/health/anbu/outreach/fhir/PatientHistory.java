package health.anbu.outreach.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What was said and will be said to a patient, in order of time, nothing left out. */
public final class PatientHistory {

  private static final int PAGE = 500;

  private final FhirStore plans;

  public PatientHistory(FhirStore plans) {
    this.plans = plans;
  }

  /** A resource at its place in time. */
  record Moment(Instant at, Resource resource) {
    String reference() {
      return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
  }

  /** CommunicationRequests and Communications. */
  List<Moment> of(String patient) {
    List<Moment> moments = new ArrayList<>();
    Map<String, Instant> dueTimes = new HashMap<>();
    for (Resource found : find("CommunicationRequest", patient)) {
      Instant at = at((CommunicationRequest) found);
      dueTimes.put(found.getIdElement().getIdPart(), at);
      moments.add(new Moment(at, found));
    }
    for (Resource found : find("Communication", patient)) {
      moments.add(new Moment(at((Communication) found, dueTimes), found));
    }
    return inOrder(moments);
  }

  List<Moment> tasks(String patient) {
    List<Moment> moments = new ArrayList<>();
    for (Resource found : find("Task", patient)) {
      Task task = (Task) found;
      moments.add(
          new Moment(first(Times.instant(task.getAuthoredOnElement()), stored(task)), task));
    }
    return inOrder(moments);
  }

  private List<Resource> find(String type, String patient) {
    List<Resource> all = new ArrayList<>();
    plans.search(Query.of(type).where("patient", patient).pageSize(PAGE), all::addAll);
    return all;
  }

  /** At the same moment what was planned stands before what came of it. */
  private static List<Moment> inOrder(List<Moment> moments) {
    moments.sort(
        Comparator.comparing(Moment::at)
            .thenComparing(moment -> !(moment.resource() instanceof CommunicationRequest))
            .thenComparing(Moment::reference));
    return moments;
  }

  private static Instant at(CommunicationRequest request) {
    Instant due =
        request.hasOccurrencePeriod()
            ? Times.instant(request.getOccurrencePeriod().getStartElement())
            : request.hasOccurrenceDateTimeType()
                ? Times.instant(request.getOccurrenceDateTimeType())
                : null;
    return first(due, Times.instant(request.getAuthoredOnElement()), stored(request));
  }

  /** What was never handed over stands where it was due. */
  private static Instant at(Communication message, Map<String, Instant> dueTimes) {
    Instant due =
        message.getBasedOn().stream()
            .flatMap(r -> References.id(r, "CommunicationRequest").stream())
            .map(dueTimes::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return first(
        Times.instant(message.getSentElement()),
        Times.instant(message.getReceivedElement()),
        due,
        stored(message));
  }

  private static Instant stored(Resource resource) {
    return resource.getMeta().hasLastUpdated()
        ? resource.getMeta().getLastUpdated().toInstant()
        : Instant.EPOCH;
  }

  private static Instant first(Instant... candidates) {
    return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse(Instant.EPOCH);
  }
}
