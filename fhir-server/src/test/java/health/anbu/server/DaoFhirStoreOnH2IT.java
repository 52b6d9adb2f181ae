package health.anbu.server;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.FhirStoreContract;
import org.springframework.beans.factory.annotation.Autowired;

/** The port to FHIR of the hosted routes on the embedded default. */
class DaoFhirStoreOnH2IT extends H2ServerTest implements FhirStoreContract {

  @Autowired DaoFhirStore store;

  @Override
  public FhirStore store() {
    return store;
  }
}
