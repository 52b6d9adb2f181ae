package health.anbu.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the outreach reads of a synthetic hospital: every patient, visit and treatment, under the
 * ids of the files; for each patient an appointment, which the files do not have, and a number that
 * a provider would take. Observations, claims and the like are left out: nothing is planned by
 * them.
 */
final class SyntheaRecords {

  private static final Logger LOG = LoggerFactory.getLogger(SyntheaRecords.class);
  private static final String DATA = "../shared/data/fhir/fhir-small.tar.gz";
  private static final Set<String> READ = Set.of("Patient", "Encounter", "Procedure");
  private static final Set<String> KEPT = Set.of("subject", "encounter");
  private static final String LOCAL = "urn:uuid:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SyntheaRecords() {}

  /** Where the data is not beside the project, the test does not run and says so. */
  static Path unpacked() throws IOException, InterruptedException {
    Optional<Path> archive =
        Stream.of(DATA, "../" + DATA).map(Path::of).filter(Files::isRegularFile).findFirst();
    if (archive.isEmpty()) {
      LOG.warn("{} is not beside the project: the tests that need it do not run", DATA);
    }
    Assumptions.assumeTrue(archive.isPresent(), DATA + " is not here");
    Path folder = Path.of("target", "e2e", "synthea-files").toAbsolutePath();
    Files.createDirectories(folder);
    Process tar =
        new ProcessBuilder("tar", "xzf", archive.get().toAbsolutePath().toString())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new IOException("tar could not unpack " + DATA);
    }
    return folder.resolve("fhir");
  }

  /**
   * Of every patient where {@link #isWhole()}; else of those whose files are up to 1.2 MB, which
   * are one in three and load in a few seconds.
   *
   * @param appointments when the first patient is due; each next one an hour later
   */
  static List<String> of(Path folder, ZonedDateTime appointments) throws IOException {
    List<ObjectNode> patients = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(SyntheaRecords::isWanted).sorted().toList()) {
        for (JsonNode entry : JSON.readTree(file.toFile()).path("entry")) {
          ObjectNode resource = (ObjectNode) entry.path("resource");
          if (READ.contains(resource.path("resourceType").asText())) {
            strip(resource);
            if (resource.path("resourceType").asText().equals("Patient")) {
              patients.add(resource);
            } else {
              others.add(resource.toString());
            }
          }
        }
      }
    }
    List<String> all = new ArrayList<>();
    List<String> appointed = new ArrayList<>();
    for (ObjectNode patient : patients) {
      int number = appointed.size();
      giveNumber(patient, number + 1);
      all.add(patient.toString());
      appointed.add(appointment(patient.path("id").asText(), appointments.plusHours(number)));
    }
    all.addAll(others);
    all.addAll(appointed);
    return all;
  }

  static boolean isWhole() {
    return "whole".equals(System.getProperty("anbu.alone"));
  }

  private static boolean isWanted(Path file) {
    return file.toString().endsWith(".json") && (isWhole() || file.toFile().length() <= 1_200_000);
  }

  /** Whose it is and in which visit stays; where and by whom is not loaded. */
  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("text").isObject()) {
        object.remove("text");
      }
      keep(object, "subject", "Patient");
      keep(object, "encounter", "Encounter");
      object.fields().forEachRemaining(field -> withoutReference(field.getKey(), field.getValue()));
    }
    node.forEach(SyntheaRecords::strip);
  }

  private static void keep(ObjectNode object, String name, String type) {
    String reference = object.path(name).path("reference").asText();
    if (reference.startsWith(LOCAL)) {
      object.putObject(name).put("reference", type + "/" + reference.substring(LOCAL.length()));
    }
  }

  private static void withoutReference(String name, JsonNode value) {
    if (value instanceof ObjectNode object && !KEPT.contains(name) && object.has("reference")) {
      object.remove("reference");
      object.put("display", name);
    }
    if (value.isArray()) {
      value.forEach(one -> withoutReference(name, one));
    }
  }

  /** The numbers of the files belong to nobody anywhere, and no provider would take them. */
  private static void giveNumber(ObjectNode patient, int number) {
    if (patient.has("telecom")) {
      patient
          .putArray("telecom")
          .addObject()
          .put("system", "phone")
          .put("use", "mobile")
          .put("value", "010-2000-%04d".formatted(number));
    }
  }

  /** A booked one of half an hour. */
  static String appointment(String patient, ZonedDateTime at) {
    return """
        {"resourceType": "Appointment", "id": "appointment-%1$s", "status": "booked",
         "start": "%2$s", "end": "%3$s",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
        .formatted(patient, instant(at), instant(at.plusMinutes(30)));
  }

  private static String instant(ZonedDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
