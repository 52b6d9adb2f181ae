package health.anbu.server;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A running server; every class on the same database shares one, because a boot is expensive. */
@SpringBootTest(
    classes = Anbu.class,
    webEnvironment = RANDOM_PORT,
    properties = "anbu.routes.enabled=false")
@Import(HeardChanges.Configuration.class)
abstract class ServerTest {

  @LocalServerPort int port;
  @Autowired FhirContext fhirContext;
  @Autowired JdbcTemplate jdbc;
  @Autowired JdbcOutbox outbox;
  @Autowired HeardChanges heard;

  FhirHttp fhir;

  @BeforeEach
  void connect() {
    fhir = new FhirHttp("http://localhost:" + port + "/fhir", fhirContext);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Stores a patient and returns its id. */
  String patient() {
    Patient patient = new Patient();
    patient.setId(newId());
    patient.addName().setFamily("Kim");
    assertStored(fhir.put(patient));
    return patient.getIdElement().getIdPart();
  }

  /** The words of a scenario as they are on the server now, in the order of its steps. */
  List<ActivityDefinition> words(PlanDefinition scenario) {
    return words(fhir, scenario);
  }

  static List<ActivityDefinition> words(FhirHttp fhir, PlanDefinition scenario) {
    return scenario.getAction().stream()
        .filter(action -> action.hasDefinitionCanonicalType())
        .map(action -> action.getDefinitionCanonicalType().getValue().split("\\|")[0])
        .distinct()
        .map(url -> fhir.get("ActivityDefinition?url=" + url).as(Bundle.class))
        .flatMap(found -> found.getEntry().stream())
        .map(entry -> (ActivityDefinition) entry.getResource())
        .toList();
  }

  static void assertStored(FhirHttp.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
  }

  /** But for the trail of those who read, which is written a moment later. */
  long storedResources() {
    Long count =
        jdbc.queryForObject(
            "select count(*) from hfj_resource where res_type <> 'AuditEvent'", Long.class);
    return count == null ? 0 : count;
  }
}
