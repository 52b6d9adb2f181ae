package health.anbu.outreach.route;

import static java.time.temporal.ChronoUnit.HOURS;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.StaffTask;
import health.anbu.outreach.fhir.TaskWriter;
import health.anbu.outreach.fhir.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be processed becomes a task, so that people see it in the list they read. */
public final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration STAFF_TIME = Duration.ofHours(24);

  private final Transactions transactions;
  private final TaskWriter tasks;
  private final Clock clock;

  DeadLetters(FhirStore store, TaskWriter tasks, Clock clock) {
    this.transactions = new Transactions(store);
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * @param reference the resource that could not be processed
   * @param patient id, null where none is concerned
   */
  void refused(String reference, String patient) {
    write(
        new StaffTask(
            "dead-letter",
            reference,
            patient,
            reference,
            "This could not be processed. The log of the routes says why, by the same reference.",
            clock.instant().plus(STAFF_TIME)));
  }

  /**
   * An exchange that failed for a reason nobody foresaw: its route and its exception. What goes on
   * failing is one task an hour, not a flood.
   */
  public void receive(Exchange exchange) {
    Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    LOG.error("route {} failed", exchange.getFromRouteId(), cause);
    String kind = cause == null ? "unknown" : cause.getClass().getSimpleName();
    write(
        new StaffTask(
            "dead-letter",
            exchange.getFromRouteId() + "|" + kind + "|" + clock.instant().truncatedTo(HOURS),
            null,
            null,
            "The route " + exchange.getFromRouteId() + " failed with " + kind + ".",
            clock.instant().plus(STAFF_TIME)));
  }

  private void write(StaffTask task) {
    Instant now = clock.instant();
    transactions.write(
        List.of(new Transactions.Group(task.about(), List.of(tasks.entry(task, now)))));
  }
}
