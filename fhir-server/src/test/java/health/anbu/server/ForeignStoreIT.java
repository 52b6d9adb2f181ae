package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.CamelFhirStore;
import health.anbu.outreach.fhir.FhirServer;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.FhirStoreContract;
import health.anbu.outreach.fhir.Query;
import health.anbu.outreach.fhir.SweptServer;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.DerivedId;
import health.stock.LimitedServer;
import health.stock.LimitedServer.Limit;
import health.stock.StockServer;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The port to FHIR on servers that know nothing of us. */
class ForeignStoreIT {

  private static final CamelContext CAMEL = new DefaultCamelContext();
  private static StockServer stock;
  private static LimitedServer limited;

  @BeforeAll
  static void start() throws IOException {
    CAMEL.start();
    stock = StockServer.start("contract", "700m", "--spring.datasource.url=jdbc:h2:mem:contract");
    limited =
        LimitedServer.before(stock.base(), EnumSet.complementOf(EnumSet.of(Limit.NO_DEFINITIONS)));
  }

  @AfterAll
  static void stop() {
    limited.close();
    stock.close();
    CAMEL.stop();
  }

  private static FhirStore connect(String base) {
    FhirServer server = FhirServer.at("it-" + UUID.randomUUID(), base);
    return CamelFhirStore.connect(() -> CAMEL, FhirContext.forR4Cached(), server);
  }

  @Nested
  class AStockServer implements FhirStoreContract {

    private final FhirStore store = connect(stock.base());

    @Override
    public FhirStore store() {
      return store;
    }
  }

  /** It chooses ids, keeps no history and gives small pages; clinical records are not for us. */
  @Nested
  class AServerThatOffersLittle {

    private final FhirStore store = connect(limited.base());
    private final String patient = "p" + UUID.randomUUID();
    private final String key = "s:t:Patient/" + patient;
    private final String id = DerivedId.of(key);

    @BeforeEach
    void aPatientIsThere() {
      Patient there = new Patient();
      there.setId(patient);
      connect(stock.base()).write(List.of(put(there, null)));
    }

    private static Write put(Resource resource, String version) {
      BundleEntryComponent entry = new BundleEntryComponent().setResource(resource);
      entry
          .getRequest()
          .setMethod(HTTPVerb.PUT)
          .setIfMatch(version)
          .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
      return new Write(entry);
    }

    private CommunicationRequest request() {
      CommunicationRequest request = new CommunicationRequest();
      request.setId(id);
      request.setStatus(CommunicationRequestStatus.ACTIVE);
      request.addIdentifier().setSystem(Canonical.OUTREACH_KEY).setValue(key);
      request.setSubject(new Reference("Patient/" + patient));
      return request;
    }

    private Communication message(int number) {
      Communication message = new Communication();
      message.setId(DerivedId.of(key + "|" + number));
      message.setStatus(CommunicationStatus.COMPLETED);
      message.setSubject(new Reference("Patient/" + patient));
      message.addBasedOn(new Reference("CommunicationRequest/" + id));
      return message;
    }

    private static String id(Resource resource) {
      return resource.getIdElement().getIdPart();
    }

    @Test
    void hasWhatWasWrittenUnderOurId() {
      store.write(List.of(put(request(), null)));
      for (FhirStore any : List.of(store, connect(limited.base()))) {
        assertThat(any.read(CommunicationRequest.class, id)).isPresent();
        assertThat(any.search(Query.of("CommunicationRequest").where("patient", patient)))
            .extracting(ForeignStoreIT.AServerThatOffersLittle::id)
            .containsExactly(id);
        assertThat(any.search(Query.of("CommunicationRequest").where("_id", id, "nobody")))
            .hasSize(1);
      }
      assertThat(
              connect(stock.base())
                  .search(Query.of("CommunicationRequest").where("patient", patient)))
          .as("the server's own id is not ours")
          .extracting(r -> r.getMeta().getVersionId())
          .containsExactly("1");
    }

    @Test
    void tellsTheTimeByWhichItsChangesAreDated() {
      SweptServer swept = (SweptServer) store;
      Instant before = swept.now().orElseThrow();
      store.write(List.of(put(request(), null)));
      Instant after = swept.now().orElseThrow();
      Date written =
          store.read(CommunicationRequest.class, id).orElseThrow().getMeta().getLastUpdated();
      assertThat(written.toInstant()).isBetween(before, after.plusSeconds(1));
    }

    @Test
    void keepsReferencesBetweenOurOwn() {
      store.write(List.of(put(request(), null), put(message(1), null)));
      store.write(List.of(put(message(2), null)));
      FhirStore later = connect(limited.base());
      List<Resource> found =
          later.search(Query.of("Communication").where("based-on", "CommunicationRequest/" + id));
      assertThat(found)
          .hasSize(2)
          .allSatisfy(
              message ->
                  assertThat(((Communication) message).getBasedOnFirstRep().getReference())
                      .isEqualTo("CommunicationRequest/" + id));
    }

    @Test
    void isUpdatedUnderOurId() {
      store.write(List.of(put(request(), null)));
      FhirStore other = connect(limited.base());
      other.write(List.of(put(request().setStatus(CommunicationRequestStatus.REVOKED), "W/\"1\"")));
      assertThat(store.read(CommunicationRequest.class, id).orElseThrow().getStatus())
          .isEqualTo(CommunicationRequestStatus.REVOKED);
      assertThatThrownBy(() -> other.write(List.of(put(request(), "W/\"1\""))))
          .isInstanceOf(FhirStore.WriteConflict.class);
    }

    @Test
    void raisesNoRequestFromTheDead() {
      store.write(List.of(put(request().setStatus(CommunicationRequestStatus.REVOKED), null)));
      assertThatThrownBy(() -> connect(limited.base()).write(List.of(put(request(), null))))
          .isInstanceOf(FhirStore.WriteConflict.class);
      assertThat(store.read(CommunicationRequest.class, id).orElseThrow().getStatus())
          .isEqualTo(CommunicationRequestStatus.REVOKED);
    }

    @Test
    void isReadToTheEndInSmallPages() {
      store.write(List.of(put(request(), null)));
      store.write(Stream.iterate(1, n -> n + 1).limit(45).map(n -> put(message(n), null)).toList());
      Query all = Query.of("Communication").where("patient", patient).pageSize(500);
      assertThat(store.search(all)).hasSize(45);
      assertThat(store.first(all, 30)).hasSize(30);
      assertThat(store.count(all)).isEqualTo(45);
    }

    @Test
    void hasNoHistoryAndSaysSoWithoutFailing() {
      store.write(List.of(put(request(), null)));
      assertThat(store.history(CommunicationRequest.class, id)).isEmpty();
    }

    @Test
    void refusesToTouchRecords() {
      Patient other = new Patient();
      other.setId(patient);
      Write change = put(other.setActive(false), "W/\"1\"");
      assertThatThrownBy(() -> store.write(List.of(change)))
          .isInstanceOf(FhirStore.RefusedByStore.class);
    }
  }
}
