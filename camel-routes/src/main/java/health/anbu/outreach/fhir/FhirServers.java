package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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

  /**
   * @param patients base URL of the server whose patients count
   */
  public RecentChanges changesOf(CamelFhirStore server, String patients) {
    return new RecentChanges(server, context, patients);
  }

  /**
   * A place of plans that has what the implementation guide packs, and may lie elsewhere than the
   * records it speaks of.
   *
   * @param source base URL of the records; null where they are in the same place
   * @param active ids of the packaged scenarios that plan from the first start, {@code *} for all
   */
  public FhirStore plans(FhirStore server, String source, List<String> active, Clock clock) {
    FhirStore plans = source == null ? server : new PlansElsewhere(server, source);
    return server instanceof CamelFhirStore remote
        ? new PackagedFallback(
            plans, new PackagedGuide(context, active, clock), remote::isOurOwnKind)
        : plans;
  }

  /**
   * What lets a scenario of this server plan: the server itself, where it is one of ours.
   *
   * @param plans the same server as everything else sees it
   * @param rules whose law the messages will be held to
   */
  public Approvals approvals(
      FhirStore server, FhirStore plans, String rules, Clock clock, ZoneId zone) {
    return server instanceof CamelFhirStore remote
        ? new ApprovalTasks(plans, remote::isOurOwnKind, rules, clock, zone)
        : Approvals.GIVEN;
  }
}
