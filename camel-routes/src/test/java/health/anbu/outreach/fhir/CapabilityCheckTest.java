package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.fhir.CapabilityCheck.Capabilities;
import health.anbu.outreach.fhir.CapabilityCheck.Gap;
import health.anbu.outreach.fhir.CapabilityCheck.Role;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
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
    return CapabilityCheck.gaps(role, new Capabilities(statement), Duration.ofSeconds(10));
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
  void saysThatAServerWouldLetAnOldPlanOverwriteANewerOne() {
    assertThat(missing(Role.PLANS)).contains("guard against updates without a version");
  }

  @Test
  void saysWhenNothingWakesTheSweep() {
    resource("Patient");
    assertThat(gaps(Role.SOURCE))
        .contains(
            new Gap(
                "Subscription", "changes are noticed by the sweep every 10 s instead of at once"));
    resource("Subscription");
    assertThat(missing(Role.SOURCE)).doesNotContain("Subscription");
  }

  @Test
  void saysWhatOldVersionsAreMissedFor() {
    resource("PlanDefinition", "status", "url")
        .addInteraction()
        .setCode(TypeRestfulInteraction.READ);
    assertThat(missing(Role.PLANS))
        .contains("_history of PlanDefinition", "create of PlanDefinition");
  }

  @Test
  void saysWhenChangesAreToldByTheirContentAlone() {
    resource("Procedure").setVersioning(ResourceVersionPolicy.NOVERSION);
    assertThat(missing(Role.SOURCE)).contains("versions of Procedure");
  }

  @Test
  void saysWhenTwoNodesMayOverwriteEachOther() {
    resource("CommunicationRequest").setVersioning(ResourceVersionPolicy.NOVERSION);
    assertThat(missing(Role.PLANS)).contains("If-Match");
  }

  @Test
  void everyGapHasAConsequence() {
    statement.getRestFirstRep().addInteraction().setCode(SystemRestfulInteraction.SEARCHSYSTEM);
    resource("Observation");
    for (Role role : Role.values()) {
      assertThat(gaps(role)).isNotEmpty();
      assertThat(gaps(role)).extracting(Gap::consequence).noneMatch(String::isBlank);
    }
  }

  @Test
  void takesWhatIsNotSaidForThere() {
    statement.getSoftware().setName("Anbu");
    assertThat(gaps(Role.SOURCE)).isEmpty();
    assertThat(gaps(Role.PLANS)).isEmpty();
  }

  private List<String> missing(Role role) {
    return gaps(role).stream().map(Gap::missing).toList();
  }
}
