package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.anbu.outreach.fhir.ScenarioApproval;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as a process of their own, the real jar, beside a server that knows nothing of it. */
class StandaloneRoutesIT extends PostgresServerTest {

  private static final Path JAR = Path.of("../camel-routes/target/anbu-routes.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;
  private Process routes;
  private int routesPort;

  @BeforeEach
  void startRoutes() throws IOException {
    setStatus(PublicationStatus.ACTIVE);
    routesPort = freePort();
    routes =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--server.port=" + routesPort,
                "--anbu.fhir.base-url=" + fhir.base(),
                "--anbu.mode=simulated",
                "--anbu.simulators.enabled=true",
                "--anbu.clock=simulated",
                "--anbu.clock.start=2026-03-01T09:00:00+09:00",
                "--anbu.clinic.name=하나의원",
                "--anbu.clinic.phone=02-555-0100",
                "--anbu.sweep.poll=500ms")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/standalone-routes.log").toFile())
            .start();
    await().atMost(PATIENCE).until(() -> call("GET", "/clock", "").contains("\"idle\":true"));
  }

  @AfterEach
  void stopRoutes() {
    routes.destroyForcibly().onExit().join();
    setStatus(PublicationStatus.DRAFT);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void setStatus(PublicationStatus status) {
    PlanDefinition scenario = fhir.get("PlanDefinition/botox-retouch").as(PlanDefinition.class);
    assertStored(
        fhir.put(
            ScenarioApproval.byOperator(
                scenario, words(scenario), null, Instant.EPOCH, ZoneId.of("Asia/Seoul"))));
    assertStored(fhir.put(scenario.setStatus(status)));
  }

  /** Empty while nobody listens yet. */
  private String call(String method, String path, String body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + routesPort + path))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  private static String treatment(String patient, String procedure, String phone) {
    return """
        {"resourceType":"Bundle","type":"transaction","entry":[
         {"resource":{"resourceType":"Patient","id":"%1$s","gender":"female",
           "birthDate":"1988-04-12","name":[{"family":"김","given":["하늘"]}],
           "telecom":[{"system":"phone","value":"%3$s","use":"mobile"}],
           "communication":[{"preferred":true,"language":{"coding":[
             {"system":"urn:ietf:bcp:47","code":"ko"}]}}]},
          "request":{"method":"PUT","url":"Patient/%1$s"}},
         {"resource":{"resourceType":"Consent","status":"active",
           "meta":{"profile":["https://anbu-health.github.io/fhir/StructureDefinition/purpose-consent"]},
           "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope",
             "code":"patient-privacy"}]},
           "category":[{"coding":[{"system":
             "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose","code":"recall"}]}],
           "patient":{"reference":"Patient/%1$s"},"dateTime":"2026-02-27T11:20:00+09:00",
           "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode",
             "code":"OPTIN"}]},
           "provision":{"type":"permit"}},
          "request":{"method":"POST","url":"Consent"}},
         {"resource":{"resourceType":"Procedure","id":"%2$s","status":"completed",
           "code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/treatment",
             "code":"botulinum-toxin"}]},
           "subject":{"reference":"Patient/%1$s"},"performedDateTime":"2026-02-27"},
          "request":{"method":"PUT","url":"Procedure/%2$s"}}]}
        """
        .formatted(patient, procedure, phone);
  }

  private <T> List<T> found(String search, Class<T> type) {
    return fhir.get(search).as(Bundle.class).getEntry().stream()
        .map(entry -> type.cast(entry.getResource()))
        .toList();
  }

  private Optional<CommunicationRequest> request(String patient) {
    return found("CommunicationRequest?patient=" + patient, CommunicationRequest.class).stream()
        .findFirst();
  }

  @Test
  void planAndSendWhatTheServerHasSeen() throws InterruptedException {
    String patient = newId();
    String procedure = newId();
    assertStored(fhir.post("", treatment(patient, procedure, "010-0000-0001")));
    call("POST", "/wake-up/Procedure", "");

    await().atMost(PATIENCE).until(() -> request(patient).isPresent());
    CommunicationRequest request = request(patient).orElseThrow();
    assertThat(request.getIdentifierFirstRep().getValue())
        .isEqualTo("botox-retouch:three-months-after:Procedure/" + procedure);
    assertThat(request.getOccurrenceDateTimeType().getValueAsString())
        .isEqualTo("2026-05-27T10:00:00+09:00");

    assertThat(call("POST", "/clock", "{\"advance\":\"P4M\"}")).contains("\"idle\":true");
    assertThat(call("GET", "/simulators/messages", ""))
        .containsOnlyOnce("+821000000001")
        .contains("2026-05-27T10:00+09:00", "김하늘");
    assertThat(found("Communication?patient=" + patient, Communication.class))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.getBasedOnFirstRep().getReference())
                    .isEqualTo("CommunicationRequest/" + request.getIdElement().getIdPart()));
    assertThat(request(patient).orElseThrow().getStatus().toCode()).isEqualTo("completed");
  }

  @Test
  void withdrawWhatIsNoLongerTrue() {
    String patient = newId();
    String procedure = newId();
    assertStored(fhir.post("", treatment(patient, procedure, "010-0000-0002")));
    await().atMost(PATIENCE).until(() -> request(patient).isPresent());
    var done = fhir.get("Procedure/" + procedure).as(org.hl7.fhir.r4.model.Procedure.class);
    done.setStatus(org.hl7.fhir.r4.model.Procedure.ProcedureStatus.ENTEREDINERROR);
    assertStored(fhir.put(done));
    await()
        .atMost(PATIENCE)
        .until(() -> "revoked".equals(request(patient).orElseThrow().getStatus().toCode()));
  }
}
