package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.apache.camel.CamelContext;

/** Connects to servers over HTTP. */
public final class FhirServers {

  private final CamelContext camel;
  private final FhirContext context;

  FhirServers(CamelContext camel, FhirContext context) {
    this.camel = camel;
    this.context = context;
  }

  public CamelFhirStore connect(FhirServer server) {
    return CamelFhirStore.connect(camel, context, server);
  }

  public RecentChanges changesOf(CamelFhirStore server) {
    return new RecentChanges(server, context);
  }
}
