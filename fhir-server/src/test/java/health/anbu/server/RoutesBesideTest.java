package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.anbu.outreach.fhir.FhirServer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("The header by which the plugin says that it wrote something itself")
class RoutesBesideTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  private boolean believed(SecuritySettings security) {
    ServletRequestDetails details = new ServletRequestDetails();
    details.setServletRequest(request);
    return RoutesBeside.wrote(details, security);
  }

  private void sends(String header) {
    request.addHeader(header, "true");
  }

  @Nested
  class WhereTokensAreChecked {

    private final SecuritySettings security =
        new SecuritySettings(
            "https://issuer.example.org", null, List.of(), false, List.of("anbu-node"));

    private boolean from(String subject) {
      request.setRemoteAddr("127.0.0.1");
      request.setUserPrincipal(() -> subject);
      return believed(security);
    }

    @Test
    void isBelievedFromThePluginsOwnToken() {
      sends(FhirServer.BY_ROUTES);
      assertThat(from("anbu-node")).isTrue();
    }

    @Test
    void isNotBelievedFromAnybodyElseEvenOnThisMachine() {
      sends(FhirServer.BY_ROUTES);
      assertThat(from("ehr")).isFalse();
    }

    @Test
    void isNotBelievedWithoutAToken() {
      sends(FhirServer.BY_ROUTES);
      assertThat(believed(security)).isFalse();
    }

    @Test
    void isNoMatterOfTheTokenAlone() {
      assertThat(from("anbu-node")).isFalse();
    }
  }

  @Nested
  class WhereThereAreNone {

    private final SecuritySettings security =
        new SecuritySettings(null, null, List.of(), true, List.of());

    @Test
    void isBelievedFromThisMachine() {
      sends(FhirServer.BY_ROUTES);
      for (String address : List.of("127.0.0.1", "::1", "127.8.9.10")) {
        request.setRemoteAddr(address);
        assertThat(believed(security)).as(address).isTrue();
      }
    }

    @Test
    void isNotBelievedFromTheNetwork() {
      sends(FhirServer.BY_ROUTES);
      request.setRemoteAddr("192.0.2.7");
      assertThat(believed(security)).isFalse();
    }
  }
}
