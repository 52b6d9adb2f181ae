package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.junit.jupiter.api.Test;

class QuietFailuresTest {

  private final SystemRequestDetails request = new SystemRequestDetails();
  private final QuietFailures quiet = new QuietFailures();

  @Test
  void hidesWhatBrokeInside() {
    request.setRequestId("abc");
    assertThat(quiet.answer(request, new NullPointerException("java.lang.Secret")))
        .hasMessageContaining("request abc")
        .hasMessageNotContaining("Secret");
    assertThat(quiet.answer(request, new InternalErrorException("org.hibernate.Secret")))
        .hasMessageNotContaining("Secret");
  }

  @Test
  void keepsWhatTheCallerCanMend() {
    assertThat(quiet.answer(request, new InvalidRequestException("no such date"))).isNull();
    assertThat(quiet.answer(request, new DataFormatException("no such element"))).isNull();
  }
}
