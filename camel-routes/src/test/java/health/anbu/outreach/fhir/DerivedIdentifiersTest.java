package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivedIdentifiersTest {

  private static final String ID = "2a995e69-57e8-5a00-9888-5e103af8b33f";

  private final Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);

  private CommunicationRequest request() {
    CommunicationRequest request = new CommunicationRequest();
    request.setId(ID);
    request.addIdentifier().setSystem(Words.OUTREACH_KEY).setValue("a:b:Procedure/1@2026-03-01");
    return request;
  }

  private void put(Resource resource, String version) {
    transaction
        .addEntry()
        .setResource(resource)
        .getRequest()
        .setMethod(HTTPVerb.PUT)
        .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart())
        .setIfMatch(version);
  }

  private Bundle applied() {
    return DerivedIdentifiers.applied(transaction, type -> true);
  }

  @Nested
  class WhereTheServerChoosesIds {

    @Test
    void aNewRequestIsCreatedUnlessItsKeyIsThere() {
      put(request(), null);
      BundleEntryRequestComponent sent = applied().getEntryFirstRep().getRequest();
      assertThat(sent.getMethod()).isEqualTo(HTTPVerb.POST);
      assertThat(sent.getUrl()).isEqualTo("CommunicationRequest");
      assertThat(sent.getIfNoneExist())
          .isEqualTo(
              "identifier=https%3A%2F%2Fanbu-health.github.io%2Ffhir%2Fsid%2Foutreach-key"
                  + "%7Ca%3Ab%3AProcedure%2F1%402026-03-01");
    }

    @Test
    void whatHasNoKeyCarriesItsDerivedId() {
      Communication message = new Communication();
      message.setId(ID);
      put(message, null);
      BundleEntryComponent sent = applied().getEntryFirstRep();
      assertThat(((Communication) sent.getResource()).getIdentifierFirstRep().getValue())
          .isEqualTo(ID);
      assertThat(sent.getRequest().getIfNoneExist()).contains("derived-id%7C" + ID);
    }

    @Test
    void whatCannotHaveAnIdentifierIsCreatedWithoutACondition() {
      AuditEvent event = new AuditEvent();
      event.setId(ID);
      put(event, null);
      BundleEntryRequestComponent sent = applied().getEntryFirstRep().getRequest();
      assertThat(sent.getMethod()).isEqualTo(HTTPVerb.POST);
      assertThat(sent.hasIfNoneExist()).isFalse();
    }

    @Test
    void whatHasAnIdForANameIsCreatedToo() {
      PlanDefinition scenario = new PlanDefinition();
      scenario.setId("botox-retouch");
      put(scenario, null);
      BundleEntryComponent sent = applied().getEntryFirstRep();
      assertThat(sent.getFullUrl()).matches("urn:uuid:[0-9a-f-]{36}");
      assertThat(sent.getRequest().getIfNoneExist()).contains("derived-id%7Cbotox-retouch");
    }

    @Test
    void referencesFollowInTheSameTransaction() {
      put(request(), null);
      Communication message = new Communication();
      message.setId("97b4bd5c-6cbb-5dd0-8f43-9e9a5d8d8b3c");
      message.addBasedOn(new Reference("CommunicationRequest/" + ID));
      put(message, null);
      Bundle sent = applied();
      Communication after = (Communication) sent.getEntry().get(1).getResource();
      assertThat(after.getBasedOnFirstRep().getReference()).isEqualTo("urn:uuid:" + ID);
      assertThat(after.getBasedOnFirstRep().getIdentifier().getValue()).isEqualTo(ID);
      assertThat(sent.getEntryFirstRep().getFullUrl()).isEqualTo("urn:uuid:" + ID);
    }

    @Test
    void anUpdateOfAKnownVersionStays() {
      put(request(), "W/\"3\"");
      assertThat(applied().equalsDeep(transaction)).isTrue();
    }
  }

  @Nested
  class WhereTheServerTakesIds {

    @Test
    void nothingChanges() {
      put(request(), null);
      assertThat(DerivedIdentifiers.applied(transaction, type -> false).equalsDeep(transaction))
          .isTrue();
    }
  }

  @Test
  void theGivenTransactionStaysAsItWas() {
    put(request(), null);
    applied();
    assertThat(transaction.getEntryFirstRep().getRequest().getMethod()).isEqualTo(HTTPVerb.PUT);
  }
}
