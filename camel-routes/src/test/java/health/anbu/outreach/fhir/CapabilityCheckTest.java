package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.fhir.CapabilityCheck.Capabilities;
import health.anbu.outreach.fhir.CapabilityCheck.Gap;
import health.anbu.outreach.fhir.CapabilityCheck.Role;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.junit.jupiter.api.Test;

class CapabilityCheckTest {

  private final CapabilityStatement statement = new CapabilityStatement();

  private CapabilityStatementRestResourceComponent resource(String type, String... searches) {
    CapabilityStatementRestResourceComponent resource =
        statement.getRestFirstRep().addResource().setType(type);
    for (String search : searches) {
      resource.addSearchParam().setName(search);
    }
    return resource;
  }

  private List<Gap> gaps(Role role) {
    return CapabilityCheck.gaps(role, new Capabilities(statement));
  }

  @Test
  void saysWhatDoesNotHappenWithoutASearchParameter() {
    resource("Patient", "_lastUpdated", "_id", "telecom");
    assertThat(gaps(Role.SOURCE))
        .contains(
            new Gap(
                "search by referred-by on Patient",
                "referrals are not counted, so nobody becomes a VIP by them"));
  }

  @Test
  void namesTypesThatAreMissing() {
    resource("Patient");
    assertThat(gaps(Role.SOURCE))
        .extracting(Gap::missing)
        .contains("Encounter", "Procedure", "Appointment");
  }

  @Test
  void plansNeedTransactions() {
    statement.getRestFirstRep().addInteraction().setCode(SystemRestfulInteraction.SEARCHSYSTEM);
    assertThat(gaps(Role.PLANS)).extracting(Gap::missing).contains("transaction");
  }

  @Test
  void saysWhenTheServerChoosesIds() {
    resource("CommunicationRequest").setUpdateCreate(false);
    assertThat(gaps(Role.PLANS)).extracting(Gap::missing).contains("client-assigned ids");
  }

  @Test
  void takesWhatIsNotSaidForThere() {
    assertThat(gaps(Role.SOURCE)).isEmpty();
    assertThat(gaps(Role.PLANS)).isEmpty();
  }
}
