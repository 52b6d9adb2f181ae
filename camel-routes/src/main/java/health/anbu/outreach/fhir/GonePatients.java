package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Resource;

/** Patients for whom something is planned and whose record is no longer there. */
public final class GonePatients {

  private static final int PAGE = 200;

  private final FhirStore source;
  private final FhirStore plans;

  public GonePatients(FhirStore source, FhirStore plans) {
    this.source = source;
    this.plans = plans;
  }

  /** Their ids; few, since whoever is found is withdrawn from. */
  public Set<String> ids() {
    Set<String> gone = new TreeSet<>();
    Query planned =
        Query.of("CommunicationRequest")
            .where("status", "active")
            .whereCode("identifier", Words.OUTREACH_KEY, "")
            .pageSize(PAGE);
    plans.search(planned, page -> gone.addAll(missing(page)));
    return gone;
  }

  /** People who are no patients yet and for whom something is planned. */
  public Set<String> inquirers() {
    Set<String> waiting = new TreeSet<>();
    plans.search(
        Query.of("CommunicationRequest")
            .where("status", "active")
            .whereCode("identifier", Inquirers.SID, "")
            .pageSize(PAGE),
        page -> page.forEach(request -> waiting.addAll(Inquirers.in(request))));
    return waiting;
  }

  private Set<String> missing(List<Resource> requests) {
    Set<String> ids = new TreeSet<>();
    requests.forEach(request -> ids.addAll(References.patients(request)));
    ids.removeIf(Inquirers::is);
    Query there = Query.of("Patient").where("_id", Set.copyOf(ids)).pageSize(PAGE);
    if (!ids.isEmpty()) {
      source.ids(there, ids::removeAll);
    }
    return ids;
  }
}
