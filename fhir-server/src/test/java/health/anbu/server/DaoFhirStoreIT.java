package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.FhirStoreContract;
import health.anbu.outreach.fhir.Query;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DaoFhirStoreIT extends PostgresServerTest implements FhirStoreContract {

  @Autowired DaoFhirStore store;
  @Autowired JpaStorageSettings storage;

  @Override
  public FhirStore store() {
    return store;
  }

  /** HAPI stops a search of its own at ten thousand, and does not say so. */
  @Test
  void handsOverEveryMatchHoweverMany() {
    Integer most = storage.getInternalSynchronousSearchSize();
    storage.setInternalSynchronousSearchSize(2);
    try {
      String family = newId();
      for (int i = 0; i < 5; i++) {
        Patient patient = new Patient();
        patient.setId(newId());
        patient.addName().setFamily(family);
        store.transact(put(patient));
      }
      Query query = Query.of("Patient").where("family", family);
      assertThat(store.search(query)).hasSize(5);
      List<String> ids = new ArrayList<>();
      store.ids(query, ids::addAll);
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              store.search(query).stream().map(p -> p.getIdElement().getIdPart()).toList());
    } finally {
      storage.setInternalSynchronousSearchSize(most);
    }
  }

  @Test
  void doesNotAnnounceItsOwnWrites() {
    Patient patient = new Patient();
    patient.setId(newId());
    store.transact(put(patient));
    assertThat(heard.of("Patient", patient.getIdElement().getIdPart())).isEmpty();
  }

  private static Bundle put(Patient patient) {
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    bundle
        .addEntry()
        .setResource(patient)
        .getRequest()
        .setMethod(HTTPVerb.PUT)
        .setUrl("Patient/" + patient.getIdElement().getIdPart());
    return bundle;
  }
}
