package health.anbu.outreach.route;

import health.anbu.outreach.fhir.StopReader;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The kill switches as they were a moment ago: asked before every call of a provider, and read
 * again only where nobody has looked for a quarter of a second.
 */
final class StandingStops implements PatientFollower {

  /** Real time: how soon a switch works has nothing to do with a simulated clock. */
  static final Duration OLDEST = Duration.ofMillis(250);

  private final Supplier<List<Stop>> read;
  private final LongSupplier nanos;
  private final Clock clock;
  private volatile Known known;

  /** Read at or after this moment. */
  private record Known(List<Stop> stops, long at) {}

  StandingStops(StopReader reader, Clock clock) {
    this(reader::read, System::nanoTime, clock);
  }

  StandingStops(Supplier<List<Stop>> read, LongSupplier nanos, Clock clock) {
    this.read = read;
    this.nanos = nanos;
    this.clock = clock;
  }

  /** At the beginning of a batch nothing is taken from before. */
  void lookAgain() {
    known = null;
  }

  /** Whether nothing of this scenario may be handed to a provider for this patient now. */
  boolean hold(String scenario, PatientFacts facts) {
    Instant now = clock.instant();
    return stops().stream().anyMatch(stop -> stop.standsAt(now) && stop.holds(scenario, facts));
  }

  /** Somebody has turned a switch: the next call looks. */
  @Override
  public void changed(Collection<Change> changes) {
    if (changes.stream().anyMatch(change -> change.resourceType().equals("Flag"))) {
      lookAgain();
    }
  }

  @Override
  public void reconciled(Collection<String> patients) {
    // Switches are about no patient of their own.
  }

  private List<Stop> stops() {
    Known latest = known;
    return fresh(latest) ? latest.stops : readAgain();
  }

  private synchronized List<Stop> readAgain() {
    Known latest = known;
    if (!fresh(latest)) {
      long before = nanos.getAsLong();
      latest = new Known(read.get(), before);
      known = latest;
    }
    return latest.stops;
  }

  private boolean fresh(Known what) {
    return what != null && nanos.getAsLong() - what.at < OLDEST.toNanos();
  }
}
