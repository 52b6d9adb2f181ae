package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.fhir.FhirServer;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.Change.Action;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** What any EHR can rely on, whatever the database. */
interface FhirServerContract {

  /** A running server with its outbox. */
  ServerTest server();

  private FhirHttp fhir() {
    return server().fhir;
  }

  private static Encounter encounter(String patient) {
    Encounter encounter = new Encounter();
    encounter.setId(ServerTest.newId());
    encounter.setStatus(EncounterStatus.FINISHED);
    encounter.getClass_().setCode("AMB");
    encounter.setSubject(new Reference("Patient/" + patient));
    return encounter;
  }

  private static String id(Resource resource) {
    return resource.getIdElement().getIdPart();
  }

  private static Bundle transaction(Resource... puts) {
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    for (Resource put : puts) {
      bundle
          .addEntry()
          .setResource(put)
          .getRequest()
          .setMethod(HTTPVerb.PUT)
          .setUrl(put.fhirType() + "/" + id(put));
    }
    return bundle;
  }

  private int found(String search) {
    return fhir().get(search).as(Bundle.class).getEntry().size();
  }

  @Test
  default void tellsBrowsersToBeCarefulAndNobodyWhatItIsMadeOf() {
    FhirHttp.Answer answer = fhir().get("Patient?_count=1");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  default void saysWhatItIs() {
    CapabilityStatement statement = fhir().get("metadata").as(CapabilityStatement.class);
    assertThat(statement.getName()).isEqualTo("Anbu");
    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
  }

  @Test
  default void findsWhatWasJustWritten() {
    String patient = server().patient();
    String search = "Encounter?patient=" + patient;
    assertThat(found(search)).isZero();
    ServerTest.assertStored(fhir().put(encounter(patient)));
    assertThat(found(search)).isEqualTo(1);
  }

  @Test
  default void keepsEveryVersion() {
    String id = server().patient();
    Patient changed = fhir().get("Patient/" + id).as(Patient.class);
    changed.setActive(false);
    ServerTest.assertStored(fhir().put(changed, "If-Match", "W/\"1\""));
    assertThat(fhir().get("Patient/" + id + "/_history").as(Bundle.class).getEntry()).hasSize(2);
    assertThat(fhir().get("Patient/" + id + "/_history/1").as(Patient.class).hasActive()).isFalse();
  }

  @Test
  default void refusesAnUpdateOfAnOldVersion() {
    String id = server().patient();
    Patient changed = fhir().get("Patient/" + id).as(Patient.class);
    assertThat(fhir().put(changed.setActive(true), "If-Match", "W/\"7\"").status()).isIn(409, 412);
  }

  @Test
  default void acceptsPlainNumbersAsIds() {
    Patient patient = new Patient();
    patient.setId("4711");
    ServerTest.assertStored(fhir().put(patient));
    assertThat(fhir().get("Patient/4711").status()).isEqualTo(200);
  }

  @Test
  default void createsOnlyOnceOnACondition() {
    String value = ServerTest.newId();
    String body =
        "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:mrn\",\"value\":\"%s\"}]}"
            .formatted(value);
    String condition = "identifier=urn:mrn|" + value;
    for (int status : new int[] {201, 200}) {
      assertThat(
              fhir()
                  .send("POST", "Patient", body, FhirHttp.JSON, "If-None-Exist", condition)
                  .status())
          .isEqualTo(status);
    }
  }

  @Test
  default void readsAndWritesXml() {
    var answer =
        fhir()
            .send(
                "POST",
                "Patient",
                "<Patient xmlns=\"http://hl7.org/fhir\"><gender value=\"male\"/></Patient>",
                FhirHttp.XML,
                "Prefer",
                "return=representation");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(fhir().get("Patient/" + answer.id() + "?_format=xml").body()).startsWith("<Patient");
  }

  @Test
  default void validatesOnRequest() {
    var outcome =
        fhir()
            .post(
                "Patient/$validate",
                """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":
                {"resourceType":"Patient","maritalStatus":{"text":"x"},"link":[{"type":"refer"}]}}]}
                """)
            .as(OperationOutcome.class);
    assertThat(outcome.getIssue()).anyMatch(i -> i.getDiagnostics().contains("Patient.link.other"));
  }

  @Test
  default void refusesAReferenceToAPatientThatDoesNotExist() {
    long before = server().storedResources();
    var answer = fhir().put(encounter("nobody-" + ServerTest.newId()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Encounter.subject");
    assertThat(server().storedResources()).isEqualTo(before);
  }

  @Test
  default void refusesWhatItWouldHaveToDrop() {
    var answer =
        fhir().post("Patient", "{\"resourceType\":\"Patient\",\"nmae\":[{\"family\":\"Kim\"}]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("nmae");
  }

  @Test
  default void undoesAWholeTransaction() {
    String patient = server().patient();
    long before = server().storedResources();
    long depth = server().outbox.depth();
    Encounter good = encounter(patient);
    var answer = fhir().transact(transaction(good, encounter("nobody")));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(server().storedResources()).isEqualTo(before);
    assertThat(server().outbox.depth()).isEqualTo(depth);
    assertThat(server().heard.of("Encounter", id(good))).isEmpty();
  }

  @Test
  default void announcesEachChangeOnceWithItsPatients() {
    String patient = server().patient();
    String referrer = server().patient();
    Encounter encounter = encounter(patient);
    encounter
        .addExtension()
        .setUrl(Canonical.PROFILES + "referred-by")
        .setValue(new Reference("Patient/" + referrer));
    ServerTest.assertStored(fhir().put(encounter));
    encounter.getExtension().clear();
    ServerTest.assertStored(fhir().put(encounter));
    ServerTest.assertStored(fhir().delete("Encounter/" + id(encounter)));

    List<Change> changes = server().heard.of("Encounter", id(encounter));
    assertThat(changes)
        .extracting(Change::action)
        .containsExactly(Action.CREATED, Action.UPDATED, Action.DELETED);
    assertThat(changes.get(0).patients()).containsExactlyInAnyOrder(patient, referrer);
    assertThat(changes.get(1).patients()).containsExactlyInAnyOrder(patient, referrer);
    assertThat(changes.get(2).patients()).containsExactly(patient);
    assertThat(changes).extracting(Change::version).containsExactly("1", "2", "3");
  }

  @Test
  default void announcesARecordThoughItsWriterCallsItselfTheRoutes() {
    String patient = server().patient();
    Encounter encounter = encounter(patient);
    Task task = new Task();
    task.setStatus(Task.TaskStatus.REQUESTED).setIntent(Task.TaskIntent.ORDER);
    task.setFor(new Reference("Patient/" + patient)).setId(ServerTest.newId());
    ServerTest.assertStored(fhir().put(encounter, FhirServer.BY_ROUTES, "true"));
    ServerTest.assertStored(fhir().put(task, FhirServer.BY_ROUTES, "true"));

    assertThat(server().heard.of("Encounter", id(encounter))).hasSize(1);
    assertThat(server().heard.of("Task", id(task))).isEmpty();
  }

  @Test
  default void keepsAChangeUntilItIsDone() {
    String patient = server().patient();
    Change change = server().heard.of("Patient", patient).get(0);
    assertThat(change.patients()).containsExactly(patient);
    assertThat(server().outbox.pending(10_000)).contains(change);
    server().outbox.done(List.of(change.id()));
    assertThat(server().outbox.pending(10_000)).doesNotContain(change);
  }

  @Test
  default void announcesATransactionTogether() {
    String patient = server().patient();
    Encounter first = encounter(patient);
    Encounter second = encounter(patient);
    ServerTest.assertStored(fhir().transact(transaction(first, second)));
    List<Change> changes =
        List.of(
            server().heard.of("Encounter", id(first)).get(0),
            server().heard.of("Encounter", id(second)).get(0));
    assertThat(server().outbox.pending(10_000)).containsAll(changes);
  }

  @Test
  default void deletesWhatOthersPointAt() {
    String patient = server().patient();
    ServerTest.assertStored(fhir().put(encounter(patient)));
    assertThat(fhir().delete("Patient/" + patient).status()).isEqualTo(200);
    assertThat(fhir().get("Patient/" + patient).status()).isEqualTo(410);
  }

  @Test
  default void withdrawsARequestWhoseAnchorIsGone() {
    String patient = server().patient();
    Encounter anchor = encounter(patient);
    ServerTest.assertStored(fhir().put(anchor));
    CommunicationRequest request = request(patient);
    request.addAbout(new Reference("Encounter/" + id(anchor)));
    ServerTest.assertStored(fhir().put(request));
    ServerTest.assertStored(fhir().delete("Encounter/" + id(anchor)));
    request.setStatus(CommunicationRequestStatus.REVOKED);
    ServerTest.assertStored(fhir().put(request, "If-Match", "W/\"1\""));
  }

  private static CommunicationRequest request(String patient) {
    CommunicationRequest request = new CommunicationRequest();
    request.setId(ServerTest.newId());
    request.setStatus(CommunicationRequestStatus.ACTIVE);
    request.addIdentifier().setSystem(Canonical.OUTREACH_KEY).setValue("a:b:Encounter/" + patient);
    request.setSubject(new Reference("Patient/" + patient));
    return request;
  }

  @Test
  default void refusesAnUnversionedPutOverAnOutreachRequest() {
    CommunicationRequest request = request(server().patient());
    assertThat(fhir().put(request).status()).isEqualTo(201);
    request.setStatus(CommunicationRequestStatus.REVOKED);
    assertThat(fhir().put(request).status()).isEqualTo(412);
    assertThat(fhir().transact(transaction(request)).status()).isEqualTo(412);
    Bundle versioned = transaction(request);
    versioned.getEntryFirstRep().getRequest().setIfMatch("W/\"1\"");
    ServerTest.assertStored(fhir().transact(versioned));
    request.setStatus(CommunicationRequestStatus.ACTIVE);
    ServerTest.assertStored(fhir().put(request, "If-Match", "W/\"2\""));
  }
}
