package health.anbu.outreach.route;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that the simulated clock waits for.
 *
 * <p>Moving the clock asks every such bean for its next due instant, moves to the earliest one,
 * runs what is due and waits until all are idle; then it looks again, until its goal is reached.
 */
public interface TimedWork {

  /** True if nothing is queued or in flight; what is due only later does not count. */
  boolean isIdle();

  /** The Clock instant of the earliest work that waits for its time, if there is any. */
  Optional<Instant> nextDue();

  /** Starts all work that is due at or before this instant; it may still run when this returns. */
  void runDue(Instant now);
}
