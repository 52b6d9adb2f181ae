package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every packaged scenario plans exactly what its cases in the implementation guide expect. */
class PackagedScenariosTest {

  private static final String GUIDE = "/health/anbu/ig/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirPaths PATHS = new FhirPaths(FhirContext.forR4Cached());
  private static final Map<String, ScenarioCatalog> CATALOGS = new HashMap<>();

  static List<String> cases() throws IOException {
    return text("expected/index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void planExactlyWhatIsExpected(String file) throws IOException {
    JsonNode known = JSON.readTree(text("expected/" + file));
    OutreachPlan plan = plan(file, known);
    assertThat(plan.messages().stream().map(PackagedScenariosTest::described))
        .containsExactlyInAnyOrderElementsOf(described(known.get("expected")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void sayWhyTheOthersAreNotPlanned(String file) throws IOException {
    JsonNode known = JSON.readTree(text("expected/" + file));
    List<String> said =
        plan(file, known).trace().steps().stream().flatMap(PackagedScenariosTest::said).toList();
    assertThat(said).containsAll(expectedReasons(known.get("notPlanned")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void writeWhatIsReadBackAsTheSamePlan(String file) throws IOException {
    JsonNode known = JSON.readTree(text("expected/" + file));
    BundleStore store = store(known);
    ClinicPolicy clinic = clinic(known);
    Instant now = OffsetDateTime.parse(known.get("now").asText()).toInstant();
    PatientFacts before = facts(store, clinic);
    ScenarioCatalog catalog = catalog(scenario(file));
    OutreachPlan plan = OutreachPlanner.plan(before, catalog.scenarios(List.of()), clinic, now);
    store.write(
        new RequestWriter(clinic.zone()).entries(before, Reconciliation.of(before, plan), now));
    PatientFacts after = facts(store, clinic);
    assertThat(after.requests()).hasSameSizeAs(plan.messages());
    Instant later = now.plusSeconds(61);
    OutreachPlan again = OutreachPlanner.plan(after, catalog.scenarios(List.of()), clinic, later);
    assertThat(Reconciliation.of(after, again).isEmpty()).isTrue();
  }

  private static OutreachPlan plan(String file, JsonNode known) throws IOException {
    ClinicPolicy clinic = clinic(known);
    return OutreachPlanner.plan(
        facts(store(known), clinic),
        catalog(scenario(file)).scenarios(List.of()),
        clinic,
        OffsetDateTime.parse(known.get("now").asText()).toInstant());
  }

  static BundleStore store(JsonNode known) {
    return new BundleStore().add(BundleStore.parse(Bundle.class, known.get("input").toString()));
  }

  static PatientFacts facts(BundleStore store, ClinicPolicy clinic) {
    FactsReader reader = new FactsReader(store, store, new PhoneNumbers(clinic.pack().code()));
    String patient =
        store.search(Query.of(Patient.class.getSimpleName())).get(0).getIdElement().getIdPart();
    return reader.read(List.of(patient), clinic.zone()).get(patient);
  }

  static ClinicPolicy clinic(JsonNode known) {
    String jurisdiction = known.get("jurisdiction").asText();
    return new ClinicPolicy(
        "Anbu",
        "02-123-4567",
        "080-123-4567",
        "en",
        ZoneId.of(known.get("zone").asText()),
        JurisdictionPack.of(jurisdiction),
        jurisdiction.equals("KR") ? List.of("kakao", "sms") : List.of("sms"),
        FrequencyCap.NONE,
        null);
  }

  static String scenario(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  /** The catalog of a server on which only this scenario is active. */
  static synchronized ScenarioCatalog catalog(String scenario) throws IOException {
    if (!CATALOGS.containsKey(scenario)) {
      BundleStore store = new BundleStore();
      for (Resource resource : definitions()) {
        if (resource instanceof PlanDefinition plan) {
          boolean wanted = plan.getIdElement().getIdPart().equals(scenario);
          plan.setStatus(wanted ? PublicationStatus.ACTIVE : PublicationStatus.DRAFT);
        }
        store.add(resource);
      }
      CATALOGS.put(scenario, new ScenarioCatalog(store, PATHS));
    }
    return CATALOGS.get(scenario);
  }

  static List<Resource> definitions() throws IOException {
    List<Resource> all = new ArrayList<>();
    for (String name : names()) {
      all.add(BundleStore.parse(Resource.class, text("resources/" + name)));
    }
    return all;
  }

  private static List<String> names() throws IOException {
    var folder = PackagedScenariosTest.class.getResource(GUIDE + "resources");
    if (folder.getProtocol().equals("file")) {
      return names(Path.of(java.net.URI.create(folder.toString())));
    }
    String jar = folder.toString().substring(0, folder.toString().indexOf("!/"));
    try (FileSystem files = FileSystems.newFileSystem(java.net.URI.create(jar), Map.of())) {
      return names(files.getPath(GUIDE + "resources"));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(Plan|Activity)Definition-.*|ValueSet-.*"))
          .sorted()
          .toList();
    }
  }

  private static String described(PlannedMessage message) {
    return described(
        message.key(),
        message.due().toInstant(),
        message.step().purpose().code(),
        message.permit().channels().get(0));
  }

  private static List<String> described(JsonNode expected) {
    return stream(expected)
        .map(
            one ->
                described(
                    one.get("key").asText(),
                    OffsetDateTime.parse(one.get("due").asText()).toInstant(),
                    one.get("purpose").asText(),
                    one.get("channelFirst").asText()))
        .toList();
  }

  private static String described(String key, Instant due, String purpose, String channel) {
    return String.join(" ", key, due.toString(), purpose, channel);
  }

  private static Stream<String> said(Trace.StepTrace step) {
    return step.entries().stream()
        .filter(entry -> !entry.passed())
        .map(entry -> step.step() + " " + entry.reason().code());
  }

  private static List<String> expectedReasons(JsonNode notPlanned) {
    return stream(notPlanned)
        .map(one -> one.get("step").asText() + " " + one.get("reason").asText())
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static String text(String name) throws IOException {
    try (InputStream in = PackagedScenariosTest.class.getResourceAsStream(GUIDE + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
