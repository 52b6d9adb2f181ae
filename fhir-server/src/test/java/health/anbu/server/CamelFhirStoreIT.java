package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.CamelFhirStore;
import health.anbu.outreach.fhir.FhirServer;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.FhirStoreContract;
import health.anbu.outreach.fhir.Query;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port to FHIR over real HTTP, from a Camel of its own. */
class CamelFhirStoreIT extends PostgresServerTest implements FhirStoreContract {

  private static final CamelContext CAMEL = new DefaultCamelContext();
  private static final FhirContext FHIR = FhirContext.forR4();
  private FhirStore store;

  @BeforeAll
  static void startCamel() {
    CAMEL.start();
  }

  @AfterAll
  static void stopCamel() {
    CAMEL.stop();
  }

  @BeforeEach
  void connectStore() {
    store = CamelFhirStore.connect(() -> CAMEL, FHIR, FhirServer.at("it-" + newId(), fhir.base()));
  }

  @Override
  public FhirStore store() {
    return store;
  }

  @Test
  void saysWhenNobodyIsThere() {
    FhirStore nobody =
        CamelFhirStore.connect(
            () -> CAMEL, FHIR, FhirServer.at("nobody", "http://localhost:1/fhir"));
    assertThatThrownBy(() -> nobody.read(Patient.class, "x"))
        .isInstanceOf(FhirStore.StoreUnavailable.class);
    assertThatThrownBy(() -> nobody.search(Query.of("Patient")))
        .isInstanceOf(FhirStore.StoreUnavailable.class);
  }

  @Test
  void doesNotTakeARefusedSearchForAnEmptyOne() {
    Query unknown = Query.of("Patient").where("shoe-size", "43");
    assertThatThrownBy(() -> store.search(unknown)).isInstanceOf(FhirStore.RefusedByStore.class);
  }

  @Test
  void saysWhatAProfileMisses() {
    PlanDefinition scenario = new PlanDefinition();
    scenario.getMeta().addProfile(Canonical.PROFILES + "outreach-scenario");
    scenario.setStatus(PublicationStatus.DRAFT);
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    bundle
        .addEntry()
        .setResource(scenario)
        .getRequest()
        .setMethod(HTTPVerb.POST)
        .setUrl("PlanDefinition");
    assertThatThrownBy(() -> store.transact(bundle))
        .isInstanceOf(FhirStore.RefusedByStore.class)
        .hasMessageContaining("422")
        .hasMessageContaining("PlanDefinition");
  }
}
