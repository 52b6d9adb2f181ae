package health.anbu.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.anbu.outreach.fhir.Caller;
import health.anbu.outreach.fhir.FhirServer;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whether the plugin wrote something, from a process beside this server. Anybody can send its
 * header, and would hide a change from the plan with it: only its own token is believed, and where
 * there are no tokens only this machine.
 */
final class RoutesBeside {

  private RoutesBeside() {}

  static boolean wrote(RequestDetails request, SecuritySettings security) {
    if (request.getHeader(FhirServer.BY_ROUTES) == null) {
      return false;
    }
    Caller caller = Callers.of(request, security);
    return security.hasIssuer()
        ? caller.subject() != null && security.routes().contains(caller.subject())
        : isThisMachine(caller.address());
  }

  private static boolean isThisMachine(String address) {
    try {
      return address != null && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
