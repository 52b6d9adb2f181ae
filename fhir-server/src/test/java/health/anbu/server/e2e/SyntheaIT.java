package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A synthetic hospital, imported by the load command: a scenario for codes that occur there plans
 * exactly the requests that an independent count over the files gives.
 */
class SyntheaIT {

  private static final Logger LOG = LoggerFactory.getLogger(SyntheaIT.class);
  private static final String DATA = "../shared/data/fhir/fhir-small.tar.gz";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 1, 9, 0, 0, 0, SEOUL);
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String MRN = "https://github.com/synthetichealth/synthea";

  /** Renal dialysis: many for few. Social needs: few for many. Hospice: some have died since. */
  private static final List<String> CODES = List.of("265764009", "710824005", "385763009");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One planned message: whose, for the treatment of which day, and when. */
  private record Expected(String mrn, LocalDate treated, OffsetDateTime due) {}

  @Test
  void scenariosPlanExactlyWhatTheFilesSay() throws Exception {
    Path folder = SyntheaRecords.unpacked();
    try (AnbuProcess anbu =
        AnbuProcess.startWith(
            "900m", "synthea", AnbuProcess.simulated(NOW.toOffsetDateTime().toString(), "none"))) {
      load(anbu, folder);
      anbu.client().untilIdle();
      assertThat(anbu.client().search("CommunicationRequest")).isEmpty();
      for (String code : CODES) {
        long started = System.nanoTime();
        anbu.client().activate(scenario(anbu.client(), code));
        anbu.client().untilIdle();
        LOG.info(
            "planned for everyone again within {} ms",
            Duration.ofNanos(System.nanoTime() - started).toMillis());
      }
      for (String code : CODES) {
        Set<Expected> expected = expected(folder, code);
        LOG.info("{}: {} requests expected", code, expected.size());
        assertThat(expected).isNotEmpty();
        assertThat(planned(anbu.client(), code)).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  /** By the command that a user runs, into the server that runs. */
  private static void load(AnbuProcess anbu, Path folder) throws Exception {
    Duration cpu = anbu.cpu();
    Process load =
        new ProcessBuilder(
                AnbuProcess.java(),
                "-Xmx256m",
                "-jar",
                AnbuProcess.jar().toString(),
                "load",
                folder.toString(),
                "--server=http://localhost:" + anbu.port())
            .redirectErrorStream(true)
            .start();
    List<String> said = load.inputReader().lines().toList();
    assertThat(load.waitFor()).as(() -> String.join("\n", said)).isZero();
    LOG.info(
        "load said: {}; {} s of the server's CPU",
        said.get(said.size() - 1),
        anbu.cpu().minus(cpu).toSeconds());
  }

  /** The packaged follow-up, a year after procedures of this code. */
  private static String scenario(AnbuClient client, String code) {
    ObjectNode scenario =
        ((ObjectNode) client.get("/fhir/PlanDefinition/post-treatment-followup")).deepCopy();
    scenario.put("id", "year-after-" + code).put("name", "YearAfter" + code);
    scenario.put("status", "active").put("approvalDate", NOW.toLocalDate().toString());
    scenario.putArray("endorser").addObject().put("name", "Dr Kim");
    scenario.put("url", "https://anbu-health.github.io/fhir/PlanDefinition/year-after-" + code);
    for (JsonNode trigger : scenario.path("action").path(0).path("trigger")) {
      ObjectNode filter = (ObjectNode) trigger.path("data").path(0).path("codeFilter").path(0);
      filter.remove("valueSet");
      ArrayNode codes = filter.putArray("code");
      codes.addObject().put("system", SNOMED).put("code", code);
    }
    ObjectNode offset =
        (ObjectNode)
            scenario.path("action").path(1).path("relatedAction").path(0).path("offsetDuration");
    offset.put("value", 1).put("code", "a").put("unit", "year");
    return scenario.toString();
  }

  /** What the server plans, traced back through the anchors to the patients of the files. */
  private static List<Expected> planned(AnbuClient client, String code) {
    Map<String, String> mrns = new HashMap<>();
    client
        .search("Patient")
        .forEach(patient -> mrns.put("Patient/" + patient.path("id").asText(), mrn(patient)));
    Map<String, JsonNode> procedures = new HashMap<>();
    client
        .search("Procedure?code=" + SNOMED + "%7C" + code)
        .forEach(procedure -> procedures.put(procedure.path("id").asText(), procedure));
    String prefix = "year-after-" + code + ":seven-days-after:Procedure/";
    List<Expected> planned = new ArrayList<>();
    for (JsonNode request : client.search("CommunicationRequest")) {
      if (AnbuClient.key(request).startsWith(prefix)) {
        JsonNode procedure = procedures.get(AnbuClient.key(request).substring(prefix.length()));
        assertThat(request.path("status").asText()).isEqualTo("active");
        assertThat(request.path("subject").path("reference").asText())
            .isEqualTo(procedure.path("subject").path("reference").asText());
        planned.add(
            new Expected(
                mrns.get(procedure.path("subject").path("reference").asText()),
                day(procedure),
                OffsetDateTime.parse(request.path("occurrenceDateTime").asText())));
      }
    }
    return planned;
  }

  /** The count over the files, without a line of the product. */
  private static Set<Expected> expected(Path folder, String code) throws IOException {
    Set<Expected> expected = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        expected.addAll(ofFile(JSON.readTree(file.toFile()), code));
      }
    }
    return expected;
  }

  private static Set<Expected> ofFile(JsonNode bundle, String code) {
    Map<String, JsonNode> patients = new HashMap<>();
    for (JsonNode entry : bundle.path("entry")) {
      if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
        patients.put(entry.path("fullUrl").asText(), entry.path("resource"));
      }
    }
    return AnbuClient.list(bundle.path("entry")).stream()
        .map(entry -> entry.path("resource"))
        .filter(resource -> resource.path("resourceType").asText().equals("Procedure"))
        .filter(procedure -> procedure.path("status").asText().equals("completed"))
        .filter(procedure -> hasCode(procedure, code))
        .filter(procedure -> !performed(procedure).isEmpty())
        .filter(procedure -> reachable(patients.get(subject(procedure))))
        .map(procedure -> expected(mrn(patients.get(subject(procedure))), day(procedure)))
        .filter(one -> one.due().toLocalDate().atTime(18, 0).isAfter(NOW.toLocalDateTime()))
        .collect(Collectors.toSet());
  }

  private static Expected expected(String mrn, LocalDate treated) {
    ZonedDateTime due = treated.plusYears(1).atTime(10, 0).atZone(SEOUL);
    return new Expected(mrn, treated, due.toOffsetDateTime());
  }

  private static boolean hasCode(JsonNode procedure, String code) {
    return AnbuClient.list(procedure.path("code").path("coding")).stream()
        .anyMatch(
            c -> c.path("system").asText().equals(SNOMED) && c.path("code").asText().equals(code));
  }

  private static boolean reachable(JsonNode patient) {
    boolean phone =
        AnbuClient.list(patient.path("telecom")).stream()
            .anyMatch(t -> t.path("system").asText().equals("phone"));
    return phone
        && !patient.has("deceasedDateTime")
        && !patient.path("deceasedBoolean").asBoolean();
  }

  private static String subject(JsonNode procedure) {
    return procedure.path("subject").path("reference").asText();
  }

  /** When it was performed, or had ended; empty where only a coarser date is given. */
  private static String performed(JsonNode procedure) {
    String time =
        procedure.has("performedDateTime")
            ? procedure.path("performedDateTime").asText()
            : procedure.path("performedPeriod").path("end").asText();
    return time.contains("T") ? time : "";
  }

  private static LocalDate day(JsonNode procedure) {
    return OffsetDateTime.parse(performed(procedure)).atZoneSameInstant(SEOUL).toLocalDate();
  }

  private static String mrn(JsonNode patient) {
    return AnbuClient.list(patient.path("identifier")).stream()
        .filter(identifier -> identifier.path("system").asText().equals(MRN))
        .map(identifier -> identifier.path("value").asText())
        .findFirst()
        .orElseThrow();
  }
}
