package health.anbu.outreach.route;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.fhir.FactsReader;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.Planning;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.fhir.StopReader;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Stop;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the outreach of patients what the plan says: read, plan, compare, write the difference. */
final class PatientReconciler implements Planning {

  private static final Logger LOG = LoggerFactory.getLogger(PatientReconciler.class);
  private static final int ATTEMPTS = 5;

  /** A transaction holds no more, but for the requests of one patient, which stay together. */
  private static final int TOGETHER = 200;

  private final FactsReader reader;
  private final ScenarioCatalog catalog;
  private final FhirStore plans;
  private final RequestWriter writer;
  private final ClinicPolicy clinic;
  private final Clock clock;
  private final Timers timers;
  private final StopReader stops;

  PatientReconciler(
      FactsReader reader,
      ScenarioCatalog catalog,
      FhirStore plans,
      RequestWriter writer,
      ClinicPolicy clinic,
      Clock clock,
      Timers timers) {
    this(reader, catalog, plans, writer, clinic, clock, timers, new StopReader(plans));
  }

  private PatientReconciler(
      FactsReader reader,
      ScenarioCatalog catalog,
      FhirStore plans,
      RequestWriter writer,
      ClinicPolicy clinic,
      Clock clock,
      Timers timers,
      StopReader stops) {
    this.reader = reader;
    this.catalog = catalog;
    this.plans = plans;
    this.writer = writer;
    this.clinic = clinic;
    this.clock = clock;
    this.timers = timers;
    this.stops = stops;
  }

  @Override
  public Map<String, PatientFacts> facts(Collection<String> patients) {
    return reader.read(patients, clinic.zone());
  }

  @Override
  public OutreachPlan plan(PatientFacts facts, Instant now) {
    List<ScenarioCatalog.Pin> pins =
        facts.requests().stream()
            .filter(RequestRecord::active)
            .map(request -> new ScenarioCatalog.Pin(request.scenario(), request.canonical()))
            .toList();
    return plan(facts, catalog.scenarios(pins), now);
  }

  @Override
  public OutreachPlan plan(PatientFacts facts, List<Scenario> scenarios, Instant now) {
    return OutreachPlanner.plan(reader.asked(facts, scenarios), scenarios, clinic, now);
  }

  @Override
  public OutreachPlan told(PatientFacts facts, Instant now) {
    return plan(facts, now).under(stops.read(), facts, now);
  }

  @Override
  public List<Stop> stops() {
    return stops.read();
  }

  @Override
  public void follow(Collection<String> patients) {
    reconcile(patients);
  }

  /** A simulated clock says nothing about when a server was told; then its records of now count. */
  @Override
  public Planning asOf(Instant then) {
    return clock instanceof SimulatedClock
        ? this
        : new PatientReconciler(
            reader.asOf(then),
            catalog.asOf(then),
            plans,
            writer,
            clinic,
            clock,
            timers,
            stops.asOf(then));
  }

  /**
   * Reconciles these patients, many of them in a transaction. Where another writer was quicker they
   * are read and planned again, in halves, until the conflict stands alone. Answers how many
   * records were looked at.
   */
  int reconcile(Collection<String> patients) {
    return reconcile(List.copyOf(patients), ATTEMPTS);
  }

  private int reconcile(List<String> patients, int attempts) {
    Map<String, PatientFacts> known = facts(patients);
    Collection<PatientFacts> facts = once(known.values());
    try {
      withdrawFromGone(patients.stream().filter(id -> !known.containsKey(id)).toList());
      timers.follow(write(facts));
      OutreachMetrics.reconciled(patients.size());
      return facts.stream().mapToInt(PatientReconciler::records).sum();
    } catch (FhirStore.WriteConflict conflict) {
      if (attempts <= 1) {
        throw conflict;
      }
      LOG.debug("a conflict among {} patients: planning again", patients.size());
      int half = Math.max(1, patients.size() / 2);
      int records = reconcile(patients.subList(0, half), attempts - (patients.size() == 1 ? 1 : 0));
      return half == patients.size()
          ? records
          : records + reconcile(patients.subList(half, patients.size()), attempts);
    }
  }

  private static int records(PatientFacts facts) {
    return facts.events().size() + facts.requests().size() + facts.messages().size();
  }

  /** Who asked before becoming a patient is named twice, and is one. */
  private static Collection<PatientFacts> once(Collection<PatientFacts> all) {
    Map<String, PatientFacts> byPerson = new LinkedHashMap<>();
    all.forEach(facts -> byPerson.putIfAbsent(facts.id(), facts));
    return byPerson.values();
  }

  /** Whether the timer of a request that is no longer active may still be sending it. */
  boolean mayBeUnderWay(String request) {
    return timers.has(request);
  }

  /** Nobody is written to whose record was deleted. */
  private void withdrawFromGone(List<String> gone) {
    if (!gone.isEmpty()) {
      List<Write> writes = writer.revokeAll(plans, gone, Reason.ANCHOR_GONE);
      if (!writes.isEmpty()) {
        plans.write(writes);
      }
    }
  }

  /**
   * What one scenario would add once this has happened, to be written together with it.
   *
   * @param event not stored yet
   */
  List<Write> foreseen(String patient, ClinicalEvent event, String scenario) {
    Instant now = clock.instant();
    List<Write> entries = new ArrayList<>();
    for (PatientFacts known : facts(List.of(patient)).values()) {
      PatientFacts facts = known.with(event);
      Reconciliation all = Reconciliation.of(facts, plan(facts, now));
      List<Reconciliation.Create> creates =
          all.creates().stream()
              .filter(create -> create.message().scenario().id().equals(scenario))
              .filter(create -> create.revoked() == null)
              .toList();
      Reconciliation only = new Reconciliation(creates, List.of(), List.of(), all.trace());
      entries.addAll(writer.entries(facts, only, now));
    }
    return entries;
  }

  /** When each request of these patients is due from now on. */
  private List<Timers.Wanted> write(Collection<PatientFacts> all) {
    Instant now = clock.instant();
    List<Write> entries = new ArrayList<>();
    List<Timers.Wanted> wanted = new ArrayList<>();
    int written = 0;
    for (PatientFacts facts : all) {
      Reconciliation difference = Reconciliation.of(facts, plan(facts, now));
      entries.addAll(writer.entries(facts, difference, now));
      wanted.add(new Timers.Wanted(facts.id(), difference.dueTimes(facts)));
      if (entries.size() >= TOGETHER) {
        written += write(entries);
      }
    }
    written += write(entries);
    if (written > 0) {
      LOG.info("reconciled {} patients: {} requests written", all.size(), written);
    }
    return wanted;
  }

  /** Takes them out of the list; answers how many there were. */
  private int write(List<Write> entries) {
    int count = entries.size();
    if (count > 0) {
      plans.write(List.copyOf(entries));
      entries.clear();
    }
    return count;
  }
}
