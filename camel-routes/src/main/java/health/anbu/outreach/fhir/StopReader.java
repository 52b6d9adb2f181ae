package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Period;

/** Reads the kill switches that are not lifted, whatever their period. */
public final class StopReader {

  private static final String EVERYTHING = "everything";

  private final FhirStore plans;

  public StopReader(FhirStore plans) {
    this.plans = plans;
  }

  /** What the server knew at this instant. */
  public StopReader asOf(Instant then) {
    return new StopReader(new RecordsOfThen(plans, then));
  }

  public List<Stop> read() {
    return plans.search(Query.of("Flag").whereCode("identifier", Words.STOP, "")).stream()
        .filter(Flag.class::isInstance)
        .map(Flag.class::cast)
        .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE)
        .flatMap(flag -> stop(flag).stream())
        .toList();
  }

  private static Optional<Stop> stop(Flag flag) {
    if (EVERYTHING.equals(flag.getSubject().getIdentifier().getValue())) {
      return Optional.of(stop(flag, Stop.Reach.EVERYTHING, null));
    }
    return References.id(flag.getSubject(), "PlanDefinition")
        .map(id -> stop(flag, Stop.Reach.SCENARIO, id))
        .or(
            () ->
                References.id(flag.getSubject(), "Organization")
                    .map(id -> stop(flag, Stop.Reach.CLINIC, id)));
  }

  private static Stop stop(Flag flag, Stop.Reach reach, String id) {
    Period period = flag.getPeriod();
    return new Stop(
        reach,
        id,
        new FhirEvidence(flag).versioned(),
        period.hasStart() ? period.getStart().toInstant() : null,
        period.hasEnd() ? period.getEnd().toInstant() : null);
  }
}
