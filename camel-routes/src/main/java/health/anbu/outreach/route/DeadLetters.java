package health.anbu.outreach.route;

import static java.time.temporal.ChronoUnit.HOURS;

import health.anbu.outreach.fhir.DeadLetterTasks;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.StaffTask;
import health.anbu.outreach.fhir.Transactions;
import health.anbu.outreach.plan.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be processed becomes a task, so that people see it in the list they read. */
public final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration STAFF_TIME = Duration.ofHours(24);

  private final Transactions transactions;
  private final DeadLetterTasks letters;
  private final Clock clock;

  DeadLetters(FhirStore store, ZoneId zone, Clock clock) {
    this.transactions = new Transactions(store);
    this.letters = new DeadLetterTasks(store, zone);
    this.clock = clock;
  }

  /** A change that could not be worked on. */
  void refused(Change change) {
    String reference = change.resourceType() + "/" + change.resourceId();
    boolean gone = change.action() == Change.Action.DELETED;
    write(letter(reference, null), change.patients(), gone);
  }

  /**
   * An outreach request that could not be worked on.
   *
   * @param patient id
   */
  void refused(String request, String patient) {
    write(letter("CommunicationRequest/" + request, patient), List.of(patient), false);
  }

  private StaffTask letter(String reference, String patient) {
    return new StaffTask(
        "dead-letter",
        reference,
        patient,
        reference,
        "This could not be processed. The log of the routes says why, by the same reference. When"
            + " the cause is gone, set this task to ready, and it is tried again.",
        clock.instant().plus(STAFF_TIME));
  }

  /** The letter that staff want tried again, if this task is one. */
  Optional<DeadLetterTasks.DeadLetter> ready(String task) {
    return letters.ready(task);
  }

  /** It went through. */
  void done(DeadLetterTasks.DeadLetter letter) {
    letters.done(letter, clock.instant());
    LOG.info("the dead letter of {} went through", letter.reference());
  }

  /** It did not go through this time either. */
  void failed(DeadLetterTasks.DeadLetter letter) {
    letters.failed(letter, clock.instant());
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
            "The route "
                + exchange.getFromRouteId()
                + " failed with "
                + kind
                + ". What it was doing is tried again by itself; the log says why it failed.",
            clock.instant().plus(STAFF_TIME)),
        List.of(),
        false);
  }

  private void write(StaffTask task, Collection<String> patients, boolean gone) {
    OutreachMetrics.deadLetter();
    transactions.write(
        List.of(
            new Transactions.Group(
                task.about(), List.of(letters.entry(task, patients, gone, clock.instant())))));
  }
}
