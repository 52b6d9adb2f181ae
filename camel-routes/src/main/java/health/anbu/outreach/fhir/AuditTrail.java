package health.anbu.outreach.fhir;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.AuditEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who saw which patients, as AuditEvents. What one caller asks in the same way within a second is
 * one event, so that reading a thousand patients does not cost a thousand writes.
 *
 * <p>What waits is bounded: where the store does not take it, readers wait for it and then fail.
 */
public final class AuditTrail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_WAITING = 20_000;
  private static final int MOST_IN_AN_EVENT = 500;

  private final FhirStore store;
  private final Clock clock;
  private final Set<String> exempt;
  private final boolean enabled;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "audit-trail");
            named.setDaemon(true);
            return named;
          });
  private Map<Disclosure.Kind, Disclosure> waiting = new LinkedHashMap<>();
  private int patients;

  /**
   * @param exempt subjects of tokens that are no people's, such as the plugin's own
   */
  public AuditTrail(FhirStore store, Clock clock, boolean enabled, Collection<String> exempt) {
    this.store = store;
    this.clock = clock;
    this.enabled = enabled;
    this.exempt = Set.copyOf(exempt);
    thread.scheduleWithFixedDelay(
        this::writeOrWait, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Somebody is about to see these patients.
   *
   * @param seen bare ids; none is nothing to note
   */
  public void saw(Caller caller, String interaction, String what, Collection<String> seen) {
    boolean known = caller.subject() != null && exempt.contains(caller.subject());
    if (!enabled || known || seen.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    if (note(new Disclosure(caller, interaction, what, Set.copyOf(seen), now, now))) {
      write();
    }
  }

  public boolean isEnabled() {
    return enabled;
  }

  private synchronized boolean note(Disclosure seen) {
    waiting.merge(seen.kind(), seen, Disclosure::and);
    patients += seen.patients().size();
    return patients > MOST_WAITING;
  }

  private void writeOrWait() {
    try {
      write();
    } catch (RuntimeException e) {
      LOG.warn("the audit trail waits for the store: {}", e.getMessage());
    }
  }

  /** Writes what waits; where that fails it goes on waiting. */
  public void write() {
    Map<Disclosure.Kind, Disclosure> taken = take();
    if (taken.isEmpty()) {
      return;
    }
    try {
      write(taken.values().stream().flatMap(seen -> events(seen).stream()).toList());
    } catch (FhirStore.StoreUnavailable | FhirStore.WriteConflict e) {
      taken.values().forEach(this::note);
      throw e;
    }
  }

  private synchronized Map<Disclosure.Kind, Disclosure> take() {
    Map<Disclosure.Kind, Disclosure> taken = waiting;
    waiting = new LinkedHashMap<>();
    patients = 0;
    return taken;
  }

  private static List<AuditEvent> events(Disclosure seen) {
    List<String> all = List.copyOf(seen.patients());
    List<AuditEvent> events = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_IN_AN_EVENT) {
      Set<String> some =
          Set.copyOf(all.subList(from, Math.min(all.size(), from + MOST_IN_AN_EVENT)));
      events.add(
          AuditWriter.event(
              new Disclosure(
                  seen.caller(),
                  seen.interaction(),
                  seen.what(),
                  some,
                  seen.first(),
                  seen.last())));
    }
    return events;
  }

  private void write(List<AuditEvent> events) {
    try {
      store.write(events.stream().map(event -> RequestWriter.put(event, null)).toList());
    } catch (FhirStore.RefusedByStore e) {
      events.forEach(this::writeAlone);
    }
  }

  private void writeAlone(AuditEvent event) {
    try {
      store.write(List.of(RequestWriter.put(event, null)));
    } catch (FhirStore.RefusedByStore gone) {
      writeWithoutLinks(event);
    }
  }

  private void writeWithoutLinks(AuditEvent event) {
    try {
      store.write(List.of(RequestWriter.put(AuditWriter.withoutLinks(event), null)));
    } catch (FhirStore.RefusedByStore e) {
      LOG.error("the store takes no AuditEvent, so this trail is lost: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    writeOrWait();
  }
}
