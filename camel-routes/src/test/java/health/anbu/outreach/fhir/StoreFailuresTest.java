package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.net.SocketTimeoutException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFailuresTest {

  private final StoreFailures failures = new StoreFailures("plans");

  private RuntimeException of(int status) {
    return failures.of(BaseServerResponseException.newInstance(status, "said no"));
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 412})
  void anotherWriterWasQuicker(int status) {
    assertThat(of(status)).isInstanceOf(FhirStore.WriteConflict.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatMayPassIsAskedAgain(int status) {
    assertThat(of(status)).isInstanceOf(FhirStore.StoreUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 422})
  void aNoStaysANo(int status) {
    assertThat(of(status)).isInstanceOf(FhirStore.RefusedByStore.class);
  }

  @Test
  void aTimeOutLeavesTheOutcomeUnknown() {
    RuntimeException timedOut =
        new IllegalStateException(
            new FhirClientConnectionException(new SocketTimeoutException("Read timed out")));
    assertThat(failures.of(timedOut))
        .isInstanceOf(FhirStore.StoreUnavailable.class)
        .hasMessage("plans: SocketTimeoutException");
  }

  @Test
  void aMistakeOfOursStaysWhatItIs() {
    RuntimeException mistake = new IllegalArgumentException("argument type mismatch");
    assertThat(failures.of(mistake)).isSameAs(mistake);
  }

  @Test
  void theReasonIsToldWithoutThePatient() {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setDiagnostics(
            "Invalid value \"Kim Haneul\" at 'Patient.name', tel +82 10-1234-5678, a@b.kr,"
                + " see 'Patient/4711'")
        .addExpression("Patient.name[0]");
    assertThat(failures.of(new UnprocessableEntityException("no", outcome)))
        .hasMessage(
            "plans: 422 Patient.name[0]: Invalid value \"…\" at 'Patient.name', tel …, …"
                + " see 'Patient/4711'");
  }
}
