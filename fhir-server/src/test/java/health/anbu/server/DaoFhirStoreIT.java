package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.FhirStoreContract;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DaoFhirStoreIT extends PostgresServerTest implements FhirStoreContract {

  @Autowired DaoFhirStore store;

  @Override
  public FhirStore store() {
    return store;
  }

  @Test
  void doesNotAnnounceItsOwnWrites() {
    Patient patient = new Patient();
    patient.setId(newId());
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    bundle
        .addEntry()
        .setResource(patient)
        .getRequest()
        .setMethod(HTTPVerb.PUT)
        .setUrl("Patient/" + patient.getIdElement().getIdPart());
    store.transact(bundle);
    assertThat(heard.of("Patient", patient.getIdElement().getIdPart())).isEmpty();
  }
}
