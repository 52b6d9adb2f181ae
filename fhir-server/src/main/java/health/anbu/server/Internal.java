package health.anbu.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;

/** The mark on requests of our own: not validated again, not announced to ourselves. */
final class Internal {

  static final String MARK = "anbu.internal";

  private Internal() {}

  static SystemRequestDetails request() {
    SystemRequestDetails request = new SystemRequestDetails();
    request.getUserData().put(MARK, Boolean.TRUE);
    return request;
  }

  static boolean is(RequestDetails request) {
    return request != null && Boolean.TRUE.equals(request.getUserData().get(MARK));
  }
}
