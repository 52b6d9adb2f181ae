package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.Query;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.plan.AffectedPatients;
import health.anbu.outreach.plan.Change;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns changes into patients who are looked at again. A change stays in the outbox until its
 * patients have been reconciled, so that a kill loses nothing.
 */
final class ChangeIntake {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeIntake.class);
  private static final int PAGE = 200;

  private final PatientReconciler reconciler;
  private final ScenarioCatalog catalog;
  private final FhirStore source;
  private final Outbox outbox;
  private final List<PatientFollower> followers;
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

  ChangeIntake(
      PatientReconciler reconciler,
      ScenarioCatalog catalog,
      FhirStore source,
      Outbox outbox,
      List<PatientFollower> followers) {
    this.reconciler = reconciler;
    this.catalog = catalog;
    this.source = source;
    this.outbox = outbox;
    this.followers = followers;
  }

  /** Changes that nobody here works on yet. */
  List<Change> claim(Collection<Change> changes) {
    return changes.stream().filter(change -> underWay.add(change.id())).toList();
  }

  /** The oldest changes that are in the outbox and not under way: the guarantee. */
  List<Change> missed() {
    return claim(outbox.pending(500));
  }

  boolean isIdle() {
    return underWay.isEmpty() && outbox.depth() == 0;
  }

  /** Reconciles everyone the changes concern; a failure leaves them for the next sweep. */
  void process(List<Change> changes) {
    try {
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
      outbox.done(changes.stream().map(Change::id).toList());
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict later) {
      LOG.warn("{} changes wait for the next sweep: {}", changes.size(), later.getMessage());
    } finally {
      changes.forEach(change -> underWay.remove(change.id()));
    }
  }

  private void reconcile(Collection<String> patients) {
    reconciler.reconcile(patients);
    followers.forEach(follower -> follower.reconciled(patients));
  }

  /** Every patient, page by page, so that memory stays flat. */
  void reconcileEveryone() {
    source.search(
        Query.of("Patient").pageSize(PAGE),
        page ->
            reconcile(page.stream().map(patient -> patient.getIdElement().getIdPart()).toList()));
  }
}
