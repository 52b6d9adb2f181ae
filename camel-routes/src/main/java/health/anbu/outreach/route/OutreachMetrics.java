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

  private static final String UNKNOWN_RECEIPTS = "anbu.receipts.unknown";
  private static final String DEAD_LETTERS = "anbu.dead.letters";

  private final ObjectProvider<Outbox> hosted;
  private final ChangeIntake intake;
  private final Sweeps sweeps;
  private final ReceiptPoller receipts;
  private final Timers timers;
  private final Clock clock;

  /**
   * @param hosted the server's outbox; beside another server there is none
   */
  OutreachMetrics(
      ObjectProvider<Outbox> hosted,
      ChangeIntake intake,
      Sweeps sweeps,
      ReceiptPoller receipts,
      Timers timers,
      Clock clock) {
    this.hosted = hosted;
    this.intake = intake;
    this.sweeps = sweeps;
    this.receipts = receipts;
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
    Gauge.builder("anbu.sweep.lag", this, OutreachMetrics::sweepLagSeconds)
        .description("How long ago it was last looked for missed changes, in real time")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("anbu.receipts.missing", receipts, ReceiptPoller::missing)
        .description("Messages a provider took and of which nothing was heard when last looked")
        .register(registry);
    // There from the start, so that an alarm can be built on them.
    reconciled(0);
    Metrics.counter(UNKNOWN_RECEIPTS).increment(0);
    Metrics.counter(DEAD_LETTERS).increment(0);
  }

  private double sweepLagSeconds() {
    return Math.max(intake.sinceSweep().toMillis(), sweeps.lag().toMillis()) / 1000.0;
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

  /** How long it took to ask another server what changed. */
  static void looked(Duration time) {
    Metrics.timer("anbu.sweep.look").record(time);
  }

  /** A receipt for a message that nobody knows. */
  static void unknownReceipt() {
    Metrics.counter(UNKNOWN_RECEIPTS).increment();
  }

  static void deadLetter() {
    Metrics.counter(DEAD_LETTERS).increment();
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
