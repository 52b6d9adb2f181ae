package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlansElsewhereTest {

  private static final String EHR = "https://ehr.example.org/fhir";

  private final MemoryFhirStore server = new MemoryFhirStore().takingAnyReference();
  private final FhirStore plans = new PlansElsewhere(server, EHR);

  private static CommunicationRequest request() {
    CommunicationRequest request = new CommunicationRequest();
    request.setId("r1");
    request.setStatus(CommunicationRequestStatus.ACTIVE);
    request.setSubject(new Reference("Patient/kim"));
    request.addAbout(new Reference("Procedure/botox"));
    return request;
  }

  @BeforeEach
  void aPlanIsWritten() {
    Communication message = new Communication();
    message.setId("m1");
    message.setSubject(new Reference("Patient/kim"));
    message.addBasedOn(new Reference("CommunicationRequest/r1"));
    plans.write(List.of(RequestWriter.put(request(), null), RequestWriter.put(message, null)));
  }

  @Nested
  class There {

    @Test
    void recordsAreNamedWithTheirServer() {
      assertThat(server.json("CommunicationRequest/r1"))
          .contains("\"" + EHR + "/Patient/kim\"", "\"" + EHR + "/Procedure/botox\"");
    }

    @Test
    void whatLiesBesideThePlanIsNot() {
      assertThat(server.json("Communication/m1")).contains("\"CommunicationRequest/r1\"");
    }
  }

  @Nested
  class Here {

    @Test
    void recordsLookAsIfTheyWereInOnePlace() {
      CommunicationRequest read = plans.read(CommunicationRequest.class, "r1").orElseThrow();
      assertThat(read.getSubject().getReference()).isEqualTo("Patient/kim");
      assertThat(read.getAboutFirstRep().getReference()).isEqualTo("Procedure/botox");
      assertThat(plans.history(CommunicationRequest.class, "r1").get(0).getSubject().getReference())
          .isEqualTo("Patient/kim");
    }

    @Test
    void whatIsReadIsWrittenBackTheSame() {
      CommunicationRequest read = plans.read(CommunicationRequest.class, "r1").orElseThrow();
      String before = server.json("CommunicationRequest/r1").replaceAll("\"versionId.*?,", "");
      plans.write(List.of(RequestWriter.put(read, "1")));
      assertThat(server.json("CommunicationRequest/r1").replaceAll("\"versionId.*?,", ""))
          .contains(EHR + "/Patient/kim")
          .hasSameSizeAs(before);
    }
  }
}
