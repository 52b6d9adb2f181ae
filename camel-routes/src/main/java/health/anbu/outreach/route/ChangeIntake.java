package health.anbu.outreach.route;

import health.anbu.outreach.fhir.DeadLetterTasks.DeadLetter;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.plan.AffectedPatients;
import health.anbu.outreach.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Turns changes into patients who are looked at again. A change stays in the outbox until its
 * patients have been reconciled, so that a kill loses nothing.
 */
public final class ChangeIntake implements TimedWork, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeIntake.class);
  private static final int PAGE = 100;
  private static final Set<String> OWNERS =
      Set.of("Practitioner", "PractitionerRole", "Organization");

  private final PatientReconciler reconciler;
  private final ScenarioCatalog catalog;
  private final Outbox outbox;
  private final List<PatientFollower> followers;
  private final DeadLetters deadLetters;
  private final EveryonePass everyone;
  private final Object following = new Object();
  private final Passes passes = new Passes(this::pass);
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private volatile long sweptAt = System.nanoTime();

  ChangeIntake(
      PatientReconciler reconciler,
      ScenarioCatalog catalog,
      FhirStore source,
      GonePatients gone,
      Outbox outbox,
      List<PatientFollower> followers,
      DeadLetters deadLetters) {
    this.reconciler = reconciler;
    this.catalog = catalog;
    this.outbox = outbox;
    this.followers = List.copyOf(followers);
    this.deadLetters = deadLetters;
    this.everyone = new EveryonePass(source, gone, this::reconcilePage, deadLetters);
  }

  /** Changes that nobody here works on yet. */
  public List<Change> claim(Collection<Change> changes) {
    return changes.stream().filter(change -> underWay.add(change.id())).toList();
  }

  /** The oldest changes that are in the outbox and not under way: the guarantee. */
  public List<Change> missed() {
    List<Change> missed = claim(outbox.pending(500));
    sweptAt = System.nanoTime();
    return missed;
  }

  /** How long ago the outbox was last looked into, in real time. */
  Duration sinceSweep() {
    return Duration.ofNanos(System.nanoTime() - sweptAt);
  }

  @Override
  public boolean isIdle() {
    return underWay.isEmpty() && passes.isIdle() && outbox.depth() == 0;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    // Changes come with writes, never with time.
  }

  /**
   * Reconciles whom the changes concern; a failure leaves them for the next sweep. Whatever
   * concerns everyone is begun and holds up nothing.
   */
  public void process(List<Change> changes) {
    if (changes.stream().anyMatch(ChangeIntake::mayTakeAnOwner)) {
      catalog.forget();
    }
    Map<Boolean, List<Change>> forAll =
        changes.stream().collect(Collectors.partitioningBy(this::concernsEveryone));
    if (!forAll.get(true).isEmpty()) {
      catalog.forget();
      passes.ask(forAll.get(true));
    }
    work(forAll.get(false));
  }

  private boolean concernsEveryone(Change change) {
    return AffectedPatients.of(change) instanceof AffectedPatients.Everyone || letsPlan(change);
  }

  /** A request cannot come from who is gone: the steps are read again without them. */
  private static boolean mayTakeAnOwner(Change change) {
    return change.action() == Change.Action.DELETED && OWNERS.contains(change.resourceType());
  }

  /** Whether it may be the approval that a scenario waits for. */
  private boolean letsPlan(Change change) {
    try {
      return change.resourceType().equals("Task") && catalog.waitsFor(change.resourceId());
    } catch (FhirStore.StoreUnavailable later) {
      // Nor can it be worked on then: the next sweep brings it again.
      return false;
    }
  }

  /** Looks at everyone again, because somebody says so. */
  void everyone() {
    passes.ask(List.of());
  }

  Passes.Progress progress() {
    return passes.progress();
  }

  private void work(List<Change> changes) {
    try {
      reconcile(changes);
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict later) {
      LOG.warn("{} changes wait for the next sweep: {}", changes.size(), later.getMessage());
    } catch (RuntimeException e) {
      oneByOne(changes, e);
    } finally {
      changes.forEach(change -> underWay.remove(change.id()));
    }
  }

  /** Whether it came to everyone; else what asked for it is found by the next sweep. */
  private boolean pass(List<Change> changes) {
    try {
      reconcileEveryone();
      followers.forEach(follower -> follower.changed(changes));
      outbox.done(changes.stream().map(Change::id).toList());
      return true;
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict later) {
      LOG.warn("the look at everyone waits for the next sweep: {}", later.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("everyone cannot be looked at", e);
      changes.forEach(deadLetters::refused);
      outbox.done(changes.stream().map(Change::id).toList());
      return false;
    } finally {
      changes.forEach(change -> underWay.remove(change.id()));
    }
  }

  /** One change that cannot be worked on does not hold up the others. */
  private void oneByOne(List<Change> changes, RuntimeException cause) {
    if (changes.size() > 1) {
      changes.forEach(change -> work(List.of(change)));
      return;
    }
    Change poisoned = changes.get(0);
    LOG.error(
        "the change of {}/{} cannot be worked on",
        poisoned.resourceType(),
        poisoned.resourceId(),
        cause);
    deadLetters.refused(poisoned);
    outbox.done(List.of(poisoned.id()));
  }

  private void reconcile(List<Change> changes) {
    look(changes);
    changes.stream()
        .filter(change -> change.resourceType().equals("Task"))
        .flatMap(change -> deadLetters.ready(change.resourceId()).stream())
        .forEach(this::again);
    outbox.done(changes.stream().map(Change::id).toList());
  }

  private void again(DeadLetter letter) {
    try {
      look(List.of(letter.change()));
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict later) {
      throw later;
    } catch (RuntimeException e) {
      LOG.error("the dead letter of {} failed again", letter.reference(), e);
      deadLetters.failed(letter);
      return;
    }
    deadLetters.done(letter);
  }

  private void look(List<Change> changes) {
    Set<String> patients = new LinkedHashSet<>();
    boolean everyone = false;
    for (Change change : changes) {
      AffectedPatients affected = AffectedPatients.of(change);
      if (affected instanceof AffectedPatients.Some some) {
        patients.addAll(some.ids());
      } else {
        everyone = true;
      }
    }
    if (everyone) {
      catalog.forget();
      reconcileEveryone();
    } else if (!patients.isEmpty()) {
      reconcile(patients);
    }
    followers.forEach(follower -> follower.changed(changes));
  }

  private void reconcile(Collection<String> patients) {
    List<String> all = List.copyOf(patients);
    for (int from = 0; from < all.size(); from += PAGE) {
      reconcilePage(all.subList(from, Math.min(all.size(), from + PAGE)));
    }
  }

  /** Answers how many records they have. What follows has one list for all: one at a time. */
  private int reconcilePage(List<String> page) {
    int records = reconciler.reconcile(page);
    synchronized (following) {
      followers.forEach(follower -> follower.reconciled(page));
    }
    return records;
  }

  /** Every patient, page by page, so that memory stays flat; and those who are no longer there. */
  void reconcileEveryone() {
    everyone.run(passes::looked, passes::isStopped);
  }

  @Override
  public void destroy() {
    passes.stop();
  }
}
