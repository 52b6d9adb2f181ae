package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;

/** Reads the kill switches that are on; asked again before every batch that is sent. */
public final class StopReader {

  private static final String EVERYTHING = "everything";

  private final FhirStore plans;

  public StopReader(FhirStore plans) {
    this.plans = plans;
  }

  public List<Stop> standing(Instant now) {
    return plans.search(Query.of("Flag").whereCode("identifier", Words.STOP, "")).stream()
        .filter(Flag.class::isInstance)
        .map(Flag.class::cast)
        .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE && holds(flag, now))
        .flatMap(flag -> stop(flag).stream())
        .toList();
  }

  private static boolean holds(Flag flag, Instant now) {
    boolean begun =
        !flag.getPeriod().hasStart() || !flag.getPeriod().getStart().toInstant().isAfter(now);
    return begun
        && (!flag.getPeriod().hasEnd() || flag.getPeriod().getEnd().toInstant().isAfter(now));
  }

  private static Optional<Stop> stop(Flag flag) {
    String reference = new FhirEvidence(flag).versioned();
    if (EVERYTHING.equals(flag.getSubject().getIdentifier().getValue())) {
      return Optional.of(new Stop(Stop.Reach.EVERYTHING, null, reference));
    }
    return References.id(flag.getSubject(), "PlanDefinition")
        .map(id -> new Stop(Stop.Reach.SCENARIO, id, reference))
        .or(
            () ->
                References.id(flag.getSubject(), "Organization")
                    .map(id -> new Stop(Stop.Reach.CLINIC, id, reference)));
  }
}
