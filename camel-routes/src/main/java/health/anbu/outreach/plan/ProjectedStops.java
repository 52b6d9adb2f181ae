package health.anbu.outreach.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The kill switches in time to come: when a message that one of them stops is looked at again. */
public final class ProjectedStops {

  /** A stop that was lifted is noticed by then. */
  public static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final List<Stop> stops;

  ProjectedStops(List<Stop> stops) {
    this.stops = List.copyOf(stops);
  }

  boolean hold(String scenario, PatientFacts facts, Instant at) {
    return stops.stream().anyMatch(stop -> stop.standsAt(at) && stop.holds(scenario, facts));
  }

  /** The first look after the switches that stand now; empty where one of them has no end. */
  Optional<Instant> again(String scenario, PatientFacts facts, Instant at) {
    List<Stop> standing =
        stops.stream().filter(stop -> stop.standsAt(at) && stop.holds(scenario, facts)).toList();
    if (standing.stream().anyMatch(stop -> stop.until() == null)) {
      return Optional.empty();
    }
    return standing.stream().map(Stop::until).max(Instant::compareTo).map(end -> look(at, end));
  }

  private static Instant look(Instant at, Instant end) {
    long every = LOOK_AGAIN.toSeconds();
    long wait = Duration.between(at, end).plus(LOOK_AGAIN).minusNanos(1).toSeconds();
    return at.plusSeconds(wait / every * every);
  }
}
