package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.TestPostgres;
import health.anbu.outreach.fhir.AuditTrail;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.Query;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With an issuer: who saw which patient, and who completed which review. */
@SpringBootTest(
    classes = Anbu.class,
    webEnvironment = RANDOM_PORT,
    properties = {"anbu.clock=simulated", "anbu.clock.start=2026-04-01T09:00:00+09:00"})
class AuditIT {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final String ALL = "system/*.read system/*.write";

  @LocalServerPort int port;
  @Autowired FhirContext fhirContext;
  @Autowired FhirStore store;
  @Autowired AuditTrail trail;

  private final String token = "Bearer " + ISSUER.token(ALL);
  private FhirHttp fhir;
  private String patient;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("anbu.security.issuer", ISSUER::url);
    TestPostgres.settings("audit").forEach((name, value) -> properties.add(name, () -> value));
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @BeforeEach
  void aPatient() {
    fhir = new FhirHttp("http://localhost:" + port + "/fhir", fhirContext);
    patient = patient();
    trail.write();
  }

  private String patient() {
    Patient one = new Patient();
    one.setId(ServerTest.newId());
    ServerTest.assertStored(fhir.put(one, "Authorization", token));
    return one.getIdElement().getIdPart();
  }

  private FhirHttp.Answer get(String path) {
    return fhir.send("GET", path, null, FhirHttp.JSON, "Authorization", token);
  }

  private List<AuditEvent> events(String id) {
    trail.write();
    return store
        .search(Query.of("AuditEvent").where("entity", "Patient/" + id).where("_count", "50"))
        .stream()
        .map(AuditEvent.class::cast)
        .toList();
  }

  private AuditEvent onlyEvent(String id) {
    List<AuditEvent> events = events(id);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @Nested
  class ReadingAPatient {

    @Test
    void leavesWhoAndFromWhere() {
      assertThat(get("Patient/" + patient).status()).isEqualTo(200);
      AuditEvent event = onlyEvent(patient);
      assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
      assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.R);
      assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("ehr");
      assertThat(event.getAgentFirstRep().getWho().getIdentifier().getSystem())
          .isEqualTo(ISSUER.url());
      assertThat(event.getAgentFirstRep().getNetwork().getAddress()).isEqualTo("127.0.0.1");
      assertThat(event.getRecordedElement().getValueAsString()).startsWith("2026-04-01");
    }

    @Test
    void leavesATraceByWhicheverWay() {
      Stream.of(
              "Patient?_id=" + patient,
              "Patient/" + patient + "/_history",
              "Patient/" + patient + "/$outreach-timeline",
              "Patient/" + patient + "/$explain-outreach")
          .forEach(path -> assertThat(get(path).status()).as(path).isEqualTo(200));
      assertThat(events(patient))
          .extracting(event -> event.getSubtypeFirstRep().getCode() + " " + event.getOutcomeDesc())
          .containsExactlyInAnyOrder(
              "search-type Patient",
              "history-instance Patient/_history",
              "operation Patient/$outreach-timeline",
              "operation Patient/$explain-outreach");
    }

    @Test
    void leavesATraceByThePageToo() {
      FhirHttp pages = new FhirHttp("http://localhost:" + port, fhirContext);
      String page = "overview/patients/" + patient + "/timeline";
      assertThat(pages.send("GET", page, null, FhirHttp.JSON).status()).isEqualTo(401);
      assertThat(pages.send("GET", page, null, FhirHttp.JSON, "Authorization", token).status())
          .isEqualTo(200);
      AuditEvent event = onlyEvent(patient);
      assertThat(event.getOutcomeDesc()).isEqualTo("timeline");
      assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("ehr");
    }

    @Test
    void isWrittenWithoutBeingAskedFor() {
      get("Patient/" + patient);
      await()
          .until(
              () -> store.count(Query.of("AuditEvent").where("entity", "Patient/" + patient)) > 0);
    }

    @Test
    void manyAtOnceIsOneEvent() {
      String other = patient();
      get("Patient?_id=" + patient + "," + other);
      assertThat(onlyEvent(patient).getIdElement().getIdPart())
          .isEqualTo(onlyEvent(other).getIdElement().getIdPart());
    }

    @Test
    void survivesThatThePatientIsGone() {
      get("Patient/" + patient);
      ServerTest.assertStored(
          fhir.send("DELETE", "Patient/" + patient, null, FhirHttp.JSON, "Authorization", token));
      trail.write();
      assertThat(
              store.search(Query.of("AuditEvent").where("_count", "200")).stream()
                  .map(AuditEvent.class::cast)
                  .flatMap(event -> event.getEntity().stream()))
          .anyMatch(entity -> ("Patient/" + patient).equals(entity.getWhat().getDisplay()));
    }
  }

  @Nested
  class WhatLeavesNone {

    @Test
    void isWhatNobodySaw() {
      assertThat(get("Patient/nobody").status()).isEqualTo(404);
      assertThat(fhir.get("Patient/" + patient).status()).isEqualTo(401);
      assertThat(get("Patient?_summary=count").status()).isEqualTo(200);
      assertThat(events(patient)).isEmpty();
    }

    @Test
    void isTheTrailItself() {
      get("Patient/" + patient);
      onlyEvent(patient);
      assertThat(get("AuditEvent?entity=Patient/" + patient).body()).contains("Patient/" + patient);
      onlyEvent(patient);
    }

    @Test
    void isWhatOurOwnRoutesRead() {
      store.search(Query.of("Patient").where("_id", patient));
      assertThat(events(patient)).isEmpty();
    }
  }

  @Nested
  class CompletingAReview {

    private Task review(TaskStatus status) {
      Task review = new Task();
      review.setId("review-" + patient);
      review.setStatus(status);
      review.setIntent(TaskIntent.ORDER);
      review
          .getCode()
          .addCoding(new Coding().setSystem(Canonical.BASE + "/CodeSystem/task-code").setCode("x"));
      review.getFor().setReference("Patient/" + patient);
      return review;
    }

    @Test
    void leavesWhoDidIt() {
      ServerTest.assertStored(fhir.put(review(TaskStatus.REQUESTED), "Authorization", token));
      assertThat(events(patient)).isEmpty();
      ServerTest.assertStored(fhir.put(review(TaskStatus.COMPLETED), "Authorization", token));
      AuditEvent event = onlyEvent(patient);
      assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("update");
      assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("ehr");
      assertThat(event.getEntityFirstRep().getWhat().getReference())
          .startsWith("Task/review-" + patient);
      ServerTest.assertStored(fhir.put(review(TaskStatus.COMPLETED), "Authorization", token));
      onlyEvent(patient);
    }

    @Test
    void leavesNothingWhereItIsRolledBack() {
      ServerTest.assertStored(fhir.put(review(TaskStatus.REQUESTED), "Authorization", token));
      String bundle =
          """
          {"resourceType":"Bundle","type":"transaction","entry":[
           {"resource":%s,"request":{"method":"PUT","url":"Task/review-%s"}},
           {"resource":{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
             "subject":{"reference":"Patient/nobody"}},
            "request":{"method":"POST","url":"Encounter"}}]}
          """
              .formatted(fhir.encode(review(TaskStatus.COMPLETED)), patient);
      assertThat(fhir.send("POST", "", bundle, FhirHttp.JSON, "Authorization", token).status())
          .isEqualTo(400);
      assertThat(events(patient)).isEmpty();
    }
  }
}
