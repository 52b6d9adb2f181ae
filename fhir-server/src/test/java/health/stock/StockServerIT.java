package health.stock;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class StockServerIT {

  @Test
  void isAnOrdinaryFhirServerWithNothingOfOurs() {
    FhirContext context = FhirContext.forR4Cached();
    context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
    assertThat(StockServer.classPath()).doesNotContain("anbu-").contains("hapi-fhir-jpaserver");
    try (StockServer stock =
        StockServer.start("plain", "700m", "--spring.datasource.url=jdbc:h2:mem:stock")) {
      IGenericClient client = context.newRestfulGenericClient(stock.base());
      var id = client.create().resource(new Patient().setActive(true)).execute().getId();
      assertThat(client.read().resource(Patient.class).withId(id).execute().getActive()).isTrue();
      assertThat(
              client.capabilities().ofType(CapabilityStatement.class).execute().getRestFirstRep())
          .satisfies(
              rest -> {
                assertThat(rest.getResource()).hasSizeGreaterThan(100);
                assertThat(
                        context
                            .newJsonParser()
                            .encodeResourceToString(new CapabilityStatement().addRest(rest)))
                    .contains("Subscription")
                    .doesNotContain("anbu")
                    .doesNotContain("outreach");
              });
    }
  }
}
