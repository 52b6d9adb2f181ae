package health.anbu.outreach.route;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.calendar.WorkingDays;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SharedNumber;
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
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Planning and dispatching on a server in memory, with a provider that is a function and timers
 * that a test fires itself: everything that goes out is there at once.
 */
final class DispatchScene {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String ANBU = "https://anbu-health.github.io/fhir/StructureDefinition/";

  /** A message that a provider took. */
  record Taken(Instant at, OutgoingMessage message) {}

  final MemoryFhirStore store = new MemoryFhirStore();
  final SimulatedClock clock;
  final List<Taken> taken = new ArrayList<>();
  final ScenarioCatalog catalog = new ScenarioCatalog(store, new FhirPaths(FhirContext.forR4()));
  final ClinicPolicy clinic;
  final PatientReconciler reconciler;
  final Dispatcher dispatcher;

  /** What the provider says; null: the node dies before it hears. */
  Function<Dispatch, SendOutcome> provider = this::takes;

  /** Whether the patient is looked at again after each message, as a server announces it. */
  boolean announces;

  private final Timers timers;
  private int patients;
  private final Map<String, DueMessage.TimerEnd.Again> later = new HashMap<>();
  private final Map<String, Instant> dueAt = new HashMap<>();

  DispatchScene(String start, String channels, FrequencyCap cap, String... settings) {
    this(JurisdictionPack.of("KR"), start, channels, cap, settings);
  }

  DispatchScene(
      JurisdictionPack law, String start, String channels, FrequencyCap cap, String... settings) {
    this(start, channels, cap, law, SharedNumber.NEUTRAL, settings);
  }

  DispatchScene(
      String start,
      String channels,
      FrequencyCap cap,
      JurisdictionPack law,
      SharedNumber shared,
      String... settings) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    clock = new SimulatedClock(OffsetDateTime.parse(start).toInstant(), SEOUL);
    clinic =
        new ClinicPolicy(
            "안부의원",
            "02-555-0100",
            "080-555-0100",
            "ko",
            SEOUL,
            law,
            List.of(channels.split(",")),
            cap,
            null,
            null,
            WorkingDays.usual("KR"),
            shared);
    OutreachSettings bound = settings(settings);
    DeadLetters deadLetters = new DeadLetters(store, SEOUL, clock);
    timers = new Timers(database, clock, "one", 1, due -> {});
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
                bound,
                highWater,
                new StandingStops(new StopReader(store), clock),
                new Allowance(
                    new Throttle(database, bound.throttle(), SEOUL), new CapClaims(database)),
                clock),
            new OutcomeRecorder(store, bound, clock, deadLetters),
            new AnsweredComplaints(new ComplaintRecords(store)),
            new MessagesUnderWay(),
            reconciler,
            highWater,
            clock,
            deadLetters);
  }

  private static OutreachSettings settings(String... pairs) {
    Map<String, String> all = new TreeMap<>(Map.of("anbu.mode", "simulated"));
    for (String pair : pairs) {
      all.put(pair.split("=")[0], pair.split("=")[1]);
    }
    return new Binder(new MapConfigurationPropertySource(all))
        .bind("anbu", OutreachSettings.class)
        .get();
  }

  SendOutcome takes(Dispatch dispatch) {
    taken.add(new Taken(clock.instant(), dispatch.message()));
    return new SendOutcome.Accepted("test", dispatch.message().messageId());
  }

  // --- what is written

  /** Words in Korean, all with the same greeting; the extensions as JSON, each with a comma. */
  DispatchScene words(String id, String purpose, String words, String... more) {
    store.put(
        """
        {"resourceType": "ActivityDefinition", "id": "%1$s", "status": "active", "version": "1",
         "url": "https://c.example/ActivityDefinition/%1$s", "kind": "CommunicationRequest", "extension": [
           %4$s
           {"url": "%5$soutreach-purpose", "valueCode": "%2$s"},
           {"url": "%5$smessage-content", "extension": [
             {"url": "language", "valueCode": "ko"},
             {"url": "body", "valueString": "#{patientName}, #{clinicName}입니다. %3$s"}]}]}
        """
            .formatted(id, purpose, words, String.join("", more), ANBU));
    return this;
  }

  /** A step so many days after a treatment, with the words of the same name. */
  static String step(String id, int days, String... extensions) {
    return """
        {"id": "%1$s", "definitionCanonical": "https://c.example/ActivityDefinition/%1$s",
         "extension": [%3$s],
         "relatedAction": [{"actionId": "anchor", "relationship": "after-start",
           "offsetDuration": {"value": %2$d, "system": "http://unitsofmeasure.org", "code": "d"}}]}
        """
        .formatted(id, days, String.join(",", extensions));
  }

  static String digest(String group) {
    return "{\"url\": \"%sdigest\", \"valueString\": \"%s\"}".formatted(ANBU, group);
  }

  static String window(String start, String end) {
    return """
        {"url": "%ssend-window", "extension": [
          {"url": "start", "valueTime": "%s:00"}, {"url": "end", "valueTime": "%s:00"}]}
        """
        .formatted(ANBU, start, end);
  }

  static String extension(String name, String value) {
    return "{\"url\": \"%s%s\", %s}".formatted(ANBU, name, value);
  }

  DispatchScene scenario(String id, String... steps) {
    return scenario(
        id,
        """
        {"id": "anchor", "extension": [{"url": "%sanchor-date",
           "valueExpression": {"language": "text/fhirpath", "expression": "performed"}}],
         "trigger": [{"type": "data-added", "data": [{"type": "Procedure",
           "codeFilter": [{"path": "status", "code": [{"code": "completed"}]}]}]}]}
        """
            .formatted(ANBU),
        List.of(steps));
  }

  DispatchScene scenario(String id, String anchor, List<String> steps) {
    store.put(
        """
        {"resourceType": "PlanDefinition", "id": "%1$s", "status": "active", "version": "1",
         "meta": {"profile": ["%4$soutreach-scenario"]}, "title": "%1$s",
         "url": "https://c.example/PlanDefinition/%1$s", "action": [%2$s, %3$s]}
        """
            .formatted(id, anchor, String.join(",", steps), ANBU));
    catalog.forget();
    return this;
  }

  /** Each with a number of their own. */
  DispatchScene patient(String id) {
    return patient(id, "010-5600-%04d".formatted(++patients));
  }

  DispatchScene patient(String id, String number) {
    store.put(
        """
        {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
         "birthDate": "1988-04-12", "telecom": [{"system": "phone", "value": "%s"}]}
        """
            .formatted(id, number));
    for (String purpose : List.of("recall", "advertising")) {
      store.put(
          """
          {"resourceType": "Consent", "id": "%2$s-%1$s", "status": "active", "dateTime": "2026-03-01",
           "patient": {"reference": "Patient/%1$s"}, "provision": {"type": "permit"},
           "category": [{"coding": [{"system": "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose",
             "code": "%2$s"}]}]}
          """
              .formatted(id, purpose));
    }
    return this;
  }

  DispatchScene treated(String patient, String day) {
    store.put(
        """
        {"resourceType": "Procedure", "id": "t-%1$s", "status": "completed",
         "subject": {"reference": "Patient/%1$s"}, "performedDateTime": "%2$s"}
        """
            .formatted(patient, day));
    reconciler.reconcile(List.of(patient));
    return this;
  }

  // --- time

  void until(String moment) {
    Instant goal = OffsetDateTime.parse(moment).toInstant();
    Optional<Instant> next = next();
    while (next.isPresent() && !next.get().isAfter(goal)) {
      clock.moveTo(next.get());
      fireDue();
      next = next();
    }
    clock.moveTo(goal);
  }

  private Optional<Instant> next() {
    return active().stream().map(this::at).min(Instant::compareTo);
  }

  private List<CommunicationRequest> active() {
    return store.all(CommunicationRequest.class).stream()
        .filter(request -> request.getStatus() == CommunicationRequestStatus.ACTIVE)
        .toList();
  }

  /** Where a request was moved, its timer follows; else it stands where the last look put it. */
  private Instant at(CommunicationRequest request) {
    String id = request.getIdElement().getIdPart();
    Instant due = request.getOccurrenceDateTimeType().getValue().toInstant();
    if (!due.equals(dueAt.put(id, due)) && later.containsKey(id)) {
      later.computeIfPresent(
          id,
          (key, again) ->
              again.at().equals(due) ? again : new DueMessage.TimerEnd.Again(due, again.timer()));
    }
    return later.containsKey(id) ? later.get(id).at() : due;
  }

  private void fireDue() {
    for (CommunicationRequest request : active()) {
      if (!at(request).isAfter(clock.instant())) {
        fire(request.getIdElement().getIdPart(), patient(request));
      }
    }
  }

  private static String patient(CommunicationRequest request) {
    return request.getSubject().getReferenceElement().getIdPart();
  }

  /** As its timer does; a node that dies leaves a suspect. */
  void fire(String request, String patient) {
    DueTimer timer =
        later.containsKey(request) ? later.get(request).timer() : DueTimer.fresh(patient);
    DueMessage due = new DueMessage(request, timer, new CompletableFuture<>());
    List<Dispatch> sent = new ArrayList<>();
    for (Dispatch dispatch : dispatcher.decide(List.of(due))) {
      SendOutcome outcome = provider.apply(dispatch);
      if (outcome == null) {
        later.put(request, new DueMessage.TimerEnd.Again(clock.instant(), timer.asSuspect()));
        return;
      }
      sent.add(
          dispatch.isSuspect()
              ? dispatcher.answer(dispatch, outcome)
              : dispatcher.outcome(dispatch, outcome));
    }
    dispatcher.record(sent);
    DueMessage.TimerEnd end = due.end().getNow(null);
    if (end instanceof DueMessage.TimerEnd.Again again) {
      later.put(request, again);
    } else {
      later.remove(request);
    }
    if (announces) {
      reconciler.reconcile(List.of(patient));
    }
  }

  // --- what came out

  List<String> texts() {
    return taken.stream().map(one -> one.message().text()).toList();
  }

  List<String> times() {
    return taken.stream().map(one -> one.at().atZone(SEOUL).toLocalDateTime().toString()).toList();
  }

  CommunicationRequest request(String step) {
    return store.all(CommunicationRequest.class).stream()
        .filter(r -> r.getIdentifierFirstRep().getValue().contains(":" + step + ":"))
        .findFirst()
        .orElseThrow();
  }
}
