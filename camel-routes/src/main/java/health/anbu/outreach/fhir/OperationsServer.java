package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServlet;
import java.util.List;

/** A FHIR server with the operations of the outreach and nothing else: it keeps no resources. */
public final class OperationsServer {

  private final FhirContext context;

  OperationsServer(FhirContext context) {
    this.context = context;
  }

  public HttpServlet servlet(List<OutreachOperations> operations) {
    RestfulServer server = new Nameless(context);
    server.setServerName("Anbu routes");
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    operations.forEach(server::registerProvider);
    return server;
  }

  /** Says nothing about what it is made of. */
  private static final class Nameless extends RestfulServer {
    private static final long serialVersionUID = 1L;

    Nameless(FhirContext context) {
      super(context);
    }

    @Override
    protected String createPoweredByHeader() {
      return null;
    }
  }
}
