package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileGateIT extends PostgresServerTest {

  private static final String PROFILE = Canonical.PROFILES + "outreach-scenario";

  @Autowired PackagedScenarios packaged;

  private PlanDefinition scenario;

  @BeforeEach
  void aScenarioOfAClinic() {
    scenario = fhir.get("PlanDefinition/botox-retouch").as(PlanDefinition.class);
    scenario.setId("clinic-" + newId());
    scenario.setUrl(Canonical.BASE + "/PlanDefinition/" + scenario.getIdElement().getIdPart());
  }

  private OperationOutcome refused(FhirHttp.Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    return answer.as(OperationOutcome.class);
  }

  @Test
  void packagedScenariosArriveAsDrafts() {
    assertThat(fhir.get("PlanDefinition/botox-retouch").as(PlanDefinition.class).getStatus())
        .isEqualTo(PublicationStatus.DRAFT);
  }

  @Test
  void acceptsAScenarioThatConforms() {
    assertStored(fhir.put(scenario));
  }

  @Test
  void namesThePartThatIsMissing() {
    scenario.getGoal().clear();
    assertThat(refused(fhir.put(scenario)).getIssueFirstRep().getDiagnostics())
        .contains("PlanDefinition.goal");
    assertThat(fhir.get("PlanDefinition/" + scenario.getIdElement().getIdPart()).status())
        .isEqualTo(404);
  }

  @Test
  void saysThatTheVersionOfTheProfileIsNotHere() {
    scenario.getMeta().setProfile(List.of(new CanonicalType(PROFILE + "|9.9")));
    assertThat(refused(fhir.put(scenario)).getIssueFirstRep().getDiagnostics())
        .contains("another version");
  }

  @Test
  void leavesPlainR4Alone() {
    scenario.getMeta().getProfile().clear();
    scenario.getGoal().clear();
    assertStored(fhir.put(scenario));
  }

  @Test
  void undoesTheTransactionOfARefusedResource() {
    Patient patient = new Patient();
    patient.setId(newId());
    scenario.getGoal().clear();
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    for (var resource : List.of(patient, scenario)) {
      String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
      bundle.addEntry().setResource(resource).getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
    }
    long before = storedResources();
    refused(fhir.transact(bundle));
    assertThat(storedResources()).isEqualTo(before);
  }

  @Test
  void aNewStartKeepsWhatTheClinicEditedOrDeleted() {
    PlanDefinition edited =
        fhir.get("PlanDefinition/appointment-reminder").as(PlanDefinition.class);
    assertStored(fhir.put(edited.setTitle("Ours")));
    assertStored(fhir.delete("PlanDefinition/vip-year-end"));

    packaged.putAbsent(OutreachPackage.onClassPath());

    assertThat(fhir.get("PlanDefinition/appointment-reminder").body()).contains("Ours");
    assertThat(fhir.get("PlanDefinition/vip-year-end").status()).isEqualTo(410);
  }

  @Test
  void searchParametersOfTheGuideAreActive() {
    String referrer = patient();
    Patient referred = new Patient();
    referred.setId(newId());
    referred
        .addExtension()
        .setUrl(Canonical.PROFILES + "referred-by")
        .setValue(new org.hl7.fhir.r4.model.Reference("Patient/" + referrer));
    assertStored(fhir.put(referred));
    assertThat(fhir.get("Patient?referred-by=Patient/" + referrer).as(Bundle.class).getEntry())
        .hasSize(1);
  }
}
