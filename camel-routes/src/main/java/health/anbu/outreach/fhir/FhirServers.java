package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Connects to servers over HTTP, at the first call: Camel itself starts later than its users. */
public final class FhirServers {

  private final Supplier<CamelContext> camel;
  private final FhirContext context;

  FhirServers(Supplier<CamelContext> camel, FhirContext context) {
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
