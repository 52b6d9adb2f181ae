package health.anbu.outreach.route;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What an operator watches. Labels are words of the project, never anything about a patient.
 *
 * <p>The counters are in Micrometer's global registry, of which Spring Boot's is a part.
 */
@Component
final class OutreachMetrics implements MeterBinder {

  private final ObjectProvider<Outbox> hosted;
  private final Timers timers;
  private final Clock clock;

  /**
   * @param hosted the server's outbox; beside another server there is none
   */
  OutreachMetrics(ObjectProvider<Outbox> hosted, Timers timers, Clock clock) {
    this.hosted = hosted;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    hosted.ifAvailable(outbox -> depth(outbox, registry));
    Gauge.builder("anbu.oldest.due", this, OutreachMetrics::oldestDueSeconds)
        .description("How long the oldest due message has been waiting, by the Clock")
        .baseUnit("seconds")
        .register(registry);
    // There from the start, so that an alarm can be built on them.
    reconciled(0);
  }

  private static void depth(Outbox outbox, MeterRegistry registry) {
    Gauge.builder("anbu.outbox.depth", outbox, Outbox::depth)
        .description("Changes that were committed and not yet reconciled")
        .register(registry);
  }

  private double oldestDueSeconds() {
    return timers
        .nextDue()
        .map(due -> Duration.between(due, clock.instant()).toMillis() / 1000.0)
        .filter(age -> age > 0)
        .orElse(0.0);
  }

  static void reconciled(int patients) {
    Metrics.counter("anbu.reconciled.patients").increment(patients);
  }

  /**
   * @param outcome what became of one message: accepted, refused, skipped, delivered, ...
   */
  static void message(String channel, String outcome) {
    Metrics.counter(
            "anbu.messages", "channel", channel, "outcome", outcome.toLowerCase(Locale.ROOT))
        .increment();
  }
}
