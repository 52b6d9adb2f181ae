package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.fhir.ComplaintRecords;
import health.anbu.outreach.fhir.FactsReader;
import health.anbu.outreach.fhir.FhirPaths;
import health.anbu.outreach.fhir.MemoryFhirStore;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.fhir.StopReader;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Two nodes that plan and send at once over one database, in every order that a seed draws. */
class TwoNodesTest {

  private static final Logger LOG = LoggerFactory.getLogger(TwoNodesTest.class);
  private static final long SEED = Long.getLong("anbu.nodes.seed", 20260302L);
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final int PATIENTS = 60;
  private static final int REQUESTS = 3 * PATIENTS;

  private final SimulatedClock clock =
      new SimulatedClock(Instant.parse("2026-03-02T01:00:00Z"), SEOUL);
  private final MemoryFhirStore store = new MemoryFhirStore();
  private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
  private final DataSource database = database();
  private final Random random = new Random(SEED);
  private final List<Node> nodes = List.of(new Node("one"), new Node("two"));

  private static DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  /** Everything a process has of its own: plan, timers, decisions, records. */
  private final class Node implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final AtomicInteger sent = new AtomicInteger();
    private final Timers timers;
    private final PatientReconciler reconciler;
    private final Dispatcher dispatcher;

    Node(String name) {
      OutreachSettings settings = settings();
      ClinicPolicy clinic = clinic();
      ScenarioCatalog catalog =
          new ScenarioCatalog(store, new FhirPaths(FhirContext.forR4Cached()));
      DeadLetters deadLetters = new DeadLetters(store, SEOUL, clock);
      timers = new Timers(database, clock, name, 8, due -> work(() -> on(due)));
      reconciler =
          new PatientReconciler(
              new FactsReader(store, store, new PhoneNumbers("KR")),
              catalog,
              store,
              new RequestWriter(SEOUL),
              clinic,
              clock,
              timers);
      HighWater highWater =
          new HighWater(
              new HighWaterStore(database), new HighWaterFile(Path.of("none"), false), clock);
      dispatcher =
          new Dispatcher(
              new DispatchDecider(
                  reconciler,
                  new MessageComposer(catalog),
                  clinic,
                  settings,
                  highWater,
                  new StandingStops(new StopReader(store), clock),
                  new Allowance(
                      new Throttle(database, settings.throttle(), SEOUL), new CapClaims(database)),
                  clock),
              new OutcomeRecorder(store, settings, clock, deadLetters),
              new AnsweredComplaints(new ComplaintRecords(store)),
              new MessagesUnderWay(),
              reconciler,
              highWater,
              clock,
              deadLetters);
    }

    private void work(Runnable task) {
      threads.execute(task);
    }

    private void on(DueMessage due) {
      List<Dispatch> sending = new ArrayList<>();
      for (Dispatch dispatch : dispatcher.decide(List.of(due))) {
        String id = dispatch.message().messageId();
        accepted.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
        sent.incrementAndGet();
        sending.add(dispatch.with(new SendOutcome.Accepted("test", id)));
      }
      dispatcher.record(sending);
    }

    @Override
    public void close() {
      timers.stop();
      threads.shutdown();
    }
  }

  private static OutreachSettings settings() {
    return new Binder(new MapConfigurationPropertySource(Map.of("anbu.mode", "simulated")))
        .bind("anbu", OutreachSettings.class)
        .get();
  }

  private static ClinicPolicy clinic() {
    return new ClinicPolicy(
        "안부의원",
        "02-555-0100",
        null,
        "ko",
        SEOUL,
        JurisdictionPack.of("KR"),
        List.of("sms"),
        new FrequencyCap(100, Duration.ofDays(1)),
        null);
  }

  @BeforeEach
  void everyPatientHasAnAppointment() {
    LOG.info("seed {}", SEED);
    store.put(
        RunningRoutes.read(GUIDE.resolve("ActivityDefinition-complaint-acknowledgement.json")));
    for (String step : List.of("confirmation", "three-days-before", "one-day-before")) {
      store.put(
          RunningRoutes.read(
              GUIDE.resolve("ActivityDefinition-appointment-reminder-" + step + ".json")));
    }
    store.put(
        RunningRoutes.read(GUIDE.resolve("PlanDefinition-appointment-reminder.json"))
            .replaceFirst("\"status\": *\"draft\"", "\"status\": \"active\""));
    IntStream.range(0, PATIENTS).forEach(i -> booked("p" + i, i));
  }

  @AfterEach
  void stop() {
    nodes.forEach(Node::close);
  }

  /** Each on a day and at a time of its own. */
  private void booked(String patient, int i) {
    store.put(
        """
        {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
         "birthDate": "1988-04-12", "telecom": [{"system": "phone", "value": "010-5600-%04d"}]}
        """
            .formatted(patient, i + 1));
    store.put(
        """
        {"resourceType": "Appointment", "id": "%1$s", "status": "booked",
         "start": "2026-03-%2$02dT14:%3$02d:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient, 12 + i % 10, i));
  }

  /** Both begin at the same moment, each in an order of its own. */
  private void bothPlanEveryone() throws Exception {
    CyclicBarrier together = new CyclicBarrier(nodes.size());
    List<Future<?>> planning = new ArrayList<>();
    for (Node node : nodes) {
      List<String> order =
          new ArrayList<>(IntStream.range(0, PATIENTS).mapToObj(i -> "p" + i).toList());
      Collections.shuffle(order, random);
      planning.add(
          node.threads.submit(
              () -> {
                together.await();
                for (int from = 0; from < PATIENTS; from += 10) {
                  node.reconciler.reconcile(order.subList(from, from + 10));
                }
                return null;
              }));
    }
    for (Future<?> one : planning) {
      one.get(1, TimeUnit.MINUTES);
    }
  }

  private List<CommunicationRequest> requests() {
    return store.all(CommunicationRequest.class);
  }

  @Test
  void planEveryRequestOnce() throws Exception {
    bothPlanEveryone();
    assertThat(requests())
        .extracting(request -> request.getIdentifierFirstRep().getValue())
        .hasSize(REQUESTS)
        .doesNotHaveDuplicates();
    assertThat(requests())
        .allSatisfy(r -> assertThat(r.getMeta().getVersionId()).as("written once").isEqualTo("1"));
  }

  @Test
  void sendEveryMessageOnceAlthoughTheClockJumpsOverAllDueInstants() throws Exception {
    bothPlanEveryone();
    nodes.forEach(node -> node.timers.start());
    // Confirmations are due now; the reminders on thirty different instants of the next weeks.
    untilNothingIsDue();
    clock.moveTo(Instant.parse("2026-03-11T05:00:00Z"));
    untilNothingIsDue();
    clock.moveTo(Instant.parse("2026-04-01T05:00:00Z"));
    untilNothingIsDue();

    assertThat(accepted.values()).as("accepted twice").allMatch(times -> times.get() == 1);
    assertThat(requests())
        .allSatisfy(
            request ->
                assertThat(request.getStatus())
                    .isIn(
                        CommunicationRequestStatus.COMPLETED, CommunicationRequestStatus.REVOKED));
    // What the jump made senseless was not sent: nobody is reminded of a day that has passed.
    List<CommunicationRequest> completed =
        requests().stream()
            .filter(r -> r.getStatus() == CommunicationRequestStatus.COMPLETED)
            .toList();
    assertThat(completed).hasSize(accepted.size()).hasSizeGreaterThanOrEqualTo(PATIENTS);
    assertThat(store.all(Communication.class).stream().filter(Communication::hasSent))
        .hasSameSizeAs(accepted.keySet());
    assertThat(nodes).as("both took part").allMatch(node -> node.sent.get() > 0);
  }

  private void untilNothingIsDue() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              nodes.forEach(node -> node.timers.runDue(clock.instant()));
              return nodes.stream().allMatch(node -> node.timers.isIdle());
            });
  }

  @Test
  void doNotRaiseTheDead() throws Exception {
    bothPlanEveryone();
    // One node has read everything, and is then held up for long.
    var stale = nodes.get(0).reconciler.facts(List.of("p0"));
    store.put(
        store
            .json("Appointment/p0")
            .replaceFirst("\"status\": *\"booked\"", "\"status\":\"cancelled\""));
    nodes.get(1).reconciler.reconcile(List.of("p0"));
    assertThat(ofTheFirst())
        .extracting(CommunicationRequest::getStatus)
        .containsOnly(CommunicationRequestStatus.REVOKED);
    // It goes on with what it knows: its timers fire, and it plans, too.
    nodes.get(0).timers.follow(stale.values().stream().map(TwoNodesTest::asKnown).toList());
    nodes.forEach(node -> node.timers.start());
    nodes.get(0).reconciler.reconcile(List.of("p0"));
    clock.moveTo(Instant.parse("2026-03-11T05:00:00Z"));
    untilNothingIsDue();
    assertThat(ofTheFirst())
        .extracting(CommunicationRequest::getStatus)
        .containsOnly(CommunicationRequestStatus.REVOKED);
    assertThat(store.all(Communication.class))
        .noneMatch(message -> message.getSubject().getReference().equals("Patient/p0"));
  }

  private static Timers.Wanted asKnown(PatientFacts facts) {
    return new Timers.Wanted(
        facts.id(),
        facts.requests().stream()
            .collect(Collectors.toMap(RequestRecord::id, r -> Optional.of(r.due()))));
  }

  private List<CommunicationRequest> ofTheFirst() {
    return requests().stream()
        .filter(request -> request.getSubject().getReference().equals("Patient/p0"))
        .toList();
  }
}
