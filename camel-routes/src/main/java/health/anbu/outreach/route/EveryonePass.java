package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.Query;
import health.anbu.outreach.plan.Change;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at every patient, and at those who are no longer or not yet there. It goes page by page,
 * the pages of long records being shorter, so that it takes as much memory for a million patients
 * as for a thousand. A patient who cannot be planned for keeps nobody else from it.
 */
final class EveryonePass {

  private static final Logger LOG = LoggerFactory.getLogger(EveryonePass.class);
  private static final int PAGE = 200;
  private static final int SIDE_BY_SIDE =
      Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));

  /** So many records of patients are held by one page, as far as that can be known before. */
  private static final int RECORDS = 2_000;

  private final FhirStore source;
  private final GonePatients gone;
  private final ToIntFunction<List<String>> look;
  private final DeadLetters deadLetters;

  /** Of one patient, as those before had them. */
  private volatile double records = RECORDS / 50.0;

  /**
   * @param look reconciles these patients and answers how many records they have
   */
  EveryonePass(
      FhirStore source,
      GonePatients gone,
      ToIntFunction<List<String>> look,
      DeadLetters deadLetters) {
    this.source = source;
    this.gone = gone;
    this.look = look;
    this.deadLetters = deadLetters;
  }

  /**
   * @param looked told how many more have been looked at
   * @param stopped whether to end before everyone was looked at, by an exception
   */
  void run(IntConsumer looked, BooleanSupplier stopped) {
    SideBySide pages =
        new SideBySide(
            SIDE_BY_SIDE,
            page -> {
              page(page, stopped);
              looked.accept(page.size());
            });
    try {
      source.ids(Query.of("Patient").pageSize(PAGE), some -> turn(some, pages));
      turn(List.copyOf(gone.ids()), pages);
      turn(List.copyOf(gone.inquirers()), pages);
      pages.finish();
    } finally {
      pages.stop();
    }
  }

  /** A server may give more than it was asked for. */
  private static void turn(List<String> patients, Consumer<List<String>> pages) {
    for (int from = 0; from < patients.size(); from += PAGE) {
      pages.accept(patients.subList(from, Math.min(patients.size(), from + PAGE)));
    }
  }

  private void page(List<String> page, BooleanSupplier stopped) {
    int from = 0;
    while (from < page.size()) {
      if (stopped.getAsBoolean()) {
        throw new FhirStore.StoreUnavailable("the node goes down", null);
      }
      int to = (int) Math.min(page.size(), from + Math.max(1, RECORDS / (1 + records)));
      part(page.subList(from, to));
      from = to;
    }
  }

  private void part(List<String> patients) {
    try {
      double found = look.applyAsInt(patients) / (double) patients.size();
      records = (records + found) / 2;
    } catch (FhirStore.StoreUnavailable later) {
      throw later;
    } catch (RuntimeException e) {
      LOG.warn("{} patients are looked at one by one: {}", patients.size(), e.toString());
      patients.forEach(this::alone);
    }
  }

  private void alone(String patient) {
    try {
      look.applyAsInt(List.of(patient));
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict later) {
      throw later;
    } catch (RuntimeException e) {
      LOG.error("Patient/{} cannot be planned for", patient, e);
      deadLetters.refused(
          new Change(0, "Patient", patient, null, Change.Action.UPDATED, Set.of(patient)));
    }
  }
}
