package health.anbu.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.anbu.outreach.fhir.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who stands behind a request to the FHIR interface. */
final class Callers {

  private Callers() {}

  static Caller of(RequestDetails request, SecuritySettings security) {
    return request instanceof ServletRequestDetails details && details.getServletRequest() != null
        ? of(details.getServletRequest(), security)
        : new Caller(null, null, null);
  }

  /** The name of a token's principal is its subject. */
  private static Caller of(HttpServletRequest request, SecuritySettings security) {
    Principal principal = request.getUserPrincipal();
    boolean known = security.hasIssuer() && principal != null;
    return new Caller(
        known ? principal.getName() : null,
        known ? security.issuer() : null,
        request.getRemoteAddr());
  }
}
