package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Says no at the door as FHIR does, with an OperationOutcome. */
record Refusal(int status, IssueType code, String diagnostics) {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  static Refusal noValidToken() {
    return new Refusal(
        HttpServletResponse.SC_UNAUTHORIZED,
        IssueType.LOGIN,
        "Send a valid token of the configured issuer: Authorization: Bearer ...");
  }

  static Refusal scopeMissing() {
    return new Refusal(
        HttpServletResponse.SC_FORBIDDEN,
        IssueType.FORBIDDEN,
        "The token's scopes do not allow this. Reading and searching need system/*.read or"
            + " user/*.read, everything else system/*.write or user/*.write; Bundles and"
            + " operations by POST need both.");
  }

  static Refusal pathNotPlain() {
    return new Refusal(
        HttpServletResponse.SC_BAD_REQUEST,
        IssueType.INVALID,
        "The path may be read in two ways. Send it without '..', '//', ';' and encoded slashes.");
  }

  static Refusal tooLarge(String diagnostics) {
    return new Refusal(
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, IssueType.TOOLONG, diagnostics);
  }

  static Refusal issuerSilent() {
    return new Refusal(
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        IssueType.TRANSIENT,
        "The issuer's keys cannot be read now, so no token can be checked. Try again later.");
  }

  void write(HttpServletResponse response) throws IOException {
    OperationOutcome outcome = new OperationOutcome();
    outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(code).setDiagnostics(diagnostics);
    response.setStatus(status);
    response.setContentType("application/fhir+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(FHIR.newJsonParser().encodeResourceToString(outcome));
  }
}
