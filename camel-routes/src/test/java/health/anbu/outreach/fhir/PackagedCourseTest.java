package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Reconciliation;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of the requests of the packaged scenarios while life goes on. */
class PackagedCourseTest {

  /** A case of the guide on a server, looked at again whenever something happened. */
  private static final class Course {

    private final MemoryFhirStore store = new MemoryFhirStore().takingAnyReference();
    private final ClinicPolicy clinic;
    private final ScenarioCatalog catalog;
    private final String patient;
    private OutreachPlan plan;

    Course(String file, UnaryOperator<String> change) throws IOException {
      JsonNode known =
          new ObjectMapper().readTree(change.apply(PackagedScenariosTest.text("expected/" + file)));
      known.at("/input/entry").forEach(entry -> store.put(entry.path("resource").toString()));
      clinic = PackagedScenariosTest.clinic(known);
      catalog = PackagedScenariosTest.catalog(PackagedScenariosTest.scenario(file));
      patient = store.all(Patient.class).get(0).getIdElement().getIdPart();
      look(OffsetDateTime.parse(known.get("now").asText()).toInstant());
    }

    Course look(Instant now) {
      PatientFacts facts =
          new FactsReader(store, store, new PhoneNumbers(clinic.pack().code()))
              .read(List.of(patient), clinic.zone())
              .get(patient);
      plan = OutreachPlanner.plan(facts, catalog.scenarios(List.of()), clinic, now);
      List<Write> writes =
          new RequestWriter(clinic.zone()).entries(facts, Reconciliation.of(facts, plan), now);
      if (!writes.isEmpty()) {
        store.write(writes);
      }
      return this;
    }

    Course then(String moment, String record) {
      store.put(record);
      return look(OffsetDateTime.parse(moment).toInstant());
    }

    List<CommunicationRequest> requests() {
      return store.all(CommunicationRequest.class);
    }

    CommunicationRequest request(String key) {
      return store.read(CommunicationRequest.class, DerivedId.of(key)).orElseThrow();
    }

    String due(String key) {
      return request(key).getOccurrenceDateTimeType().getValueAsString();
    }

    String ended(String key) {
      CommunicationRequest request = request(key);
      return request.getStatus().toCode()
          + " "
          + request.getStatusReason().getCodingFirstRep().getCode();
    }
  }

  @Test
  @DisplayName("S1.4, S1.13a botox on 31 March is one request on 30 June in the clinic's zone")
  void botox() throws IOException {
    Course botox = new Course("botox-retouch/month-end.json", json -> json);
    assertThat(botox.requests()).hasSize(1);
    String key = "botox-retouch:three-months-after:Procedure/p1";
    assertThat(botox.due(key)).isEqualTo("2026-06-30T10:00:00+09:00");
    assertThat(botox.request(key).getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);
    assertThat(botox.request(key).getAboutFirstRep().getReference()).isEqualTo("Procedure/p1");
  }

  @Test
  @DisplayName("S1.7 every recall request names the treatment or the visit it goes on from")
  void everyRecallRequestNamesWhatItGoesOnFrom() throws IOException {
    int recalls = 0;
    for (String file : PackagedScenariosTest.cases()) {
      Course course = new Course(file, json -> json);
      for (PlannedMessage message : course.plan.messages()) {
        if (message.step().purpose() == Purpose.RECALL) {
          recalls++;
          assertThat(course.request(message.key()).getAbout())
              .as(file)
              .singleElement()
              .satisfies(
                  about -> {
                    assertThat(about.getReference()).matches("(Procedure|Encounter)/[\\w-]+");
                    assertThat(course.store.references()).contains(about.getReference());
                  });
        }
      }
    }
    assertThat(recalls).isGreaterThan(20);
  }

  @Nested
  @DisplayName("S4.8 an implant and no visit since")
  class AnImplant {

    private static final String HALF = "implant-checkup:six-months-after:Procedure/p1";
    private static final String YEAR = "implant-checkup:a-year-after:Procedure/p1";
    private static final String VISIT =
        """
        {"resourceType": "Encounter", "id": "e9", "status": "%s", "class": {"code": "AMB"},
         "subject": {"reference": "Patient/haneul"},
         "period": {"start": "2026-06-01T10:00:00+09:00", "end": "2026-06-01T11:00:00+09:00"}}
        """;

    private final Course implant = new Course("implant-checkup/not-seen-since.json", json -> json);

    AnImplant() throws IOException {}

    @Test
    @DisplayName("S4.8 is asked after in half a year and in a year")
    void isAskedAfter() {
      assertThat(implant.requests())
          .hasSize(2)
          .allMatch(request -> request.getStatus() == CommunicationRequestStatus.ACTIVE);
      assertThat(implant.due(HALF)).isEqualTo("2026-07-15T10:00:00+09:00");
      assertThat(implant.due(YEAR)).isEqualTo("2027-01-15T10:00:00+09:00");
    }

    @Test
    @DisplayName("S4.8 a visit before it is sent withdraws the reminder, with the reason")
    void isWithdrawnByAVisit() {
      implant.then("2026-06-01T18:00:00+09:00", VISIT.formatted("finished"));
      assertThat(implant.ended(HALF)).isEqualTo("revoked visited-since");
      assertThat(implant.ended(YEAR)).isEqualTo("revoked visited-since");
    }

    @Test
    @DisplayName("S4.8 a visit that did not take place withdraws nothing")
    void isNotWithdrawnByAVisitThatWasCancelled() {
      implant.then("2026-06-01T18:00:00+09:00", VISIT.formatted("cancelled"));
      assertThat(implant.request(HALF).getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);
    }
  }

  @Nested
  @DisplayName("S4.10 the packaged reminders in Tehran")
  class InTehran {

    private static final String KEY = "appointment-reminder:three-days-before:Appointment/a1";
    private static final String BOOKED =
        """
        {"resourceType": "Appointment", "id": "a1", "status": "%s", "start": "%s",
         "participant": [{"actor": {"reference": "Patient/arash"}, "status": "accepted"}]}
        """;

    private final Course visit = new Course("appointment-reminder/in-tehran.json", json -> json);

    InTehran() throws IOException {}

    @Test
    @DisplayName("S4.10 one goes three days before, moves with the visit, and goes away with it")
    void followTheVisit() {
      assertThat(visit.due(KEY)).isEqualTo("2026-09-19T10:00:00+03:30");
      visit.then(
          "2026-09-02T12:00:00+03:30", BOOKED.formatted("booked", "2026-09-29T09:00:00+03:30"));
      assertThat(visit.due(KEY)).isEqualTo("2026-09-26T10:00:00+03:30");
      visit.then(
          "2026-09-03T12:00:00+03:30", BOOKED.formatted("cancelled", "2026-09-29T09:00:00+03:30"));
      assertThat(visit.ended(KEY)).isEqualTo("revoked appointment-cancelled");
    }

    @Test
    @DisplayName("S4.10 and seven days after a treatment somebody asks how it is")
    void askSevenDaysLater() throws IOException {
      Course treated =
          new Course(
              "post-treatment-followup/a-week-later.json",
              json ->
                  json.replace("Asia/Seoul", "Asia/Tehran")
                      .replace("\"KR\"", "\"IR\"")
                      .replace("010-0000-0001", "+989000000003"));
      assertThat(treated.due("post-treatment-followup:seven-days-after:Procedure/p1"))
          .isEqualTo("2026-04-17T10:00:00+03:30");
    }
  }
}
