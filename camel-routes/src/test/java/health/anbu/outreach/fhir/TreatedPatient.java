package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;

/** A server in memory with one treated patient and the scenario botox-retouch, and a clock. */
final class TreatedPatient {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final ClinicPolicy CLINIC =
      new ClinicPolicy(
          "Anbu",
          "02-123-4567",
          null,
          "ko",
          SEOUL,
          JurisdictionPack.of("KR"),
          List.of("sms"),
          FrequencyCap.NONE,
          null);

  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");

  final MemoryFhirStore store = new MemoryFhirStore();
  final ScenarioCatalog catalog = new ScenarioCatalog(store, new FhirPaths(R4));
  final RequestWriter writer = new RequestWriter(SEOUL);
  final Planning planning =
      new Records(new FactsReader(store, store, new PhoneNumbers("KR")), catalog);
  Instant now = at("2026-03-01T09:00:00+09:00");

  /** Reads and plans as the reconciler does, without timers. */
  private record Records(FactsReader reader, ScenarioCatalog catalog) implements Planning {
    @Override
    public Map<String, PatientFacts> facts(Collection<String> patients) {
      return reader.read(patients, SEOUL);
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
      return OutreachPlanner.plan(facts, scenarios, CLINIC, now);
    }

    @Override
    public Planning asOf(Instant then) {
      return new Records(reader.asOf(then), catalog.asOf(then));
    }
  }

  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  Clock clock() {
    return Clock.fixed(now, SEOUL);
  }

  void treated() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      files
          .filter(file -> file.getFileName().toString().matches("(Activity.*|ValueSet-.*)json"))
          .forEach(file -> put("2026-01-01", read(file)));
    }
    PlanDefinition scenario =
        (PlanDefinition) parse(read(GUIDE.resolve("PlanDefinition-botox-retouch.json")));
    put("2026-01-01", text(scenario.setStatus(PublicationStatus.ACTIVE)));
    patient();
  }

  void patient() {
    put(
        "2026-02-27",
        """
        {"resourceType":"Patient","id":"kim","birthDate":"1988-04-12","name":[{"text":"김하늘"}],
         "telecom":[{"system":"phone","use":"mobile","value":"010-0000-0001"}]}""");
    put(
        "2026-02-27",
        """
        {"resourceType":"Procedure","id":"b","status":"completed","performedDateTime":"2026-02-27",
         "subject":{"reference":"Patient/kim"},"code":{"coding":[{
         "system":"https://anbu-health.github.io/fhir/CodeSystem/treatment",
         "code":"botulinum-toxin"}]}}""");
  }

  /** The scenario as it is now, changed and written with this version. */
  void version(String version, Consumer<PlanDefinition> change) {
    PlanDefinition plan = store.read(PlanDefinition.class, "botox-retouch").orElseThrow();
    plan.setVersion(version);
    change.accept(plan);
    plan.setId("botox-retouch");
    put("2026-03-01", text(plan));
    catalog.forget();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource parse(String json) {
    return (Resource) R4.newJsonParser().parseResource(json);
  }

  static String text(Resource resource) {
    return R4.newJsonParser().encodeResourceToString(resource);
  }

  void put(String day, String json) {
    Resource resource = parse(json);
    resource.getMeta().setLastUpdated(Date.from(at(day + "T12:00:00+09:00")));
    store.put(resource);
  }

  void consent(String day, String type) {
    put(
        day,
        """
        {"resourceType":"Consent","id":"c","status":"active","scope":{"text":"privacy"},
         "patient":{"reference":"Patient/kim"},"dateTime":"%s","policyRule":{"text":"opt-in"},
         "category":[{"coding":[{"system":
         "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose","code":"recall"}]}],
         "provision":{"type":"%s"}}"""
            .formatted(day, type));
  }

  PatientFacts facts() {
    return planning.facts(List.of("kim")).get("kim");
  }

  void reconcile() {
    PatientFacts facts = facts();
    Reconciliation difference = Reconciliation.of(facts, planning.plan(facts, now));
    List<Write> entries = writer.entries(facts, difference, now);
    if (!entries.isEmpty()) {
      store.write(entries);
    }
  }

  /** When the only request is due. */
  String due() {
    return store
        .all(CommunicationRequest.class)
        .get(0)
        .getOccurrenceDateTimeType()
        .getValueAsString();
  }
}
