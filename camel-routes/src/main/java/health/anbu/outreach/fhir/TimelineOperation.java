package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/**
 * {@code Patient/[id]/$outreach-timeline}: every CommunicationRequest and Communication of a
 * patient, past and planned, in order of time.
 */
public final class TimelineOperation implements OutreachOperations {

  private final Planning planning;
  private final PatientHistory history;

  public TimelineOperation(Planning planning, PatientHistory history) {
    this.planning = planning;
    this.history = history;
  }

  @Operation(name = "$outreach-timeline", typeName = "Patient", idempotent = true)
  public Bundle timeline(@IdParam IdType patient, RequestDetails request) {
    ExplainOperation.facts(planning, patient);
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.COLLECTION);
    for (PatientHistory.Moment moment : history.of(patient.getIdPart())) {
      bundle
          .addEntry()
          .setFullUrl(request.getFhirServerBase() + "/" + moment.reference())
          .setResource(moment.resource());
    }
    return bundle;
  }
}
