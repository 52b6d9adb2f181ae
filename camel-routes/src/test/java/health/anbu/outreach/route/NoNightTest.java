package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Receipt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A day after a treatment the clinic advertises, from nine to ten in the evening. The judge is what
 * the simulated providers accepted.
 */
@DisplayName("D5, C18: no advertising at night, by no way to a provider")
@TestPropertySource(
    properties = {
      "anbu.clinic.channels=email,sms",
      "anbu.clinic.opt-out-number=080-123-4567",
      "anbu.receipts.poll-after=30d"
    })
class NoNightTest extends RunningRoutes {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @Autowired SimulatedClock clock;
  @Autowired ReceiptRecorder receipts;

  private final String number = number();

  @BeforeEach
  void theClinicAdvertises() {
    store.put(
        """
        {"resourceType": "ActivityDefinition", "id": "offer", "status": "active", "version": "1",
         "url": "https://clinic.example.org/ActivityDefinition/offer", "kind": "CommunicationRequest",
         "extension": [
           {"url": "https://anbu-health.github.io/fhir/StructureDefinition/outreach-purpose", "valueCode": "advertising"},
           {"url": "https://anbu-health.github.io/fhir/StructureDefinition/message-content", "extension": [
             {"url": "language", "valueCode": "ko"}, {"url": "body", "valueString": "봄맞이 관리 안내입니다."}]}]}
        """);
    store.put(
        """
        {"resourceType": "PlanDefinition", "id": "offers", "status": "active", "version": "1",
         "meta": {"profile": ["https://anbu-health.github.io/fhir/StructureDefinition/outreach-scenario"]},
         "url": "https://clinic.example.org/PlanDefinition/offers", "title": "Offers",
         "action": [
           {"id": "anchor",
            "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/anchor-date",
              "valueExpression": {"language": "text/fhirpath", "expression": "performed"}}],
            "trigger": [{"type": "data-added", "data": [{"type": "Procedure",
              "codeFilter": [{"path": "status", "code": [{"code": "completed"}]}]}]}]},
           {"id": "a-day-later", "definitionCanonical": "https://clinic.example.org/ActivityDefinition/offer",
            "extension": [
              {"url": "https://anbu-health.github.io/fhir/StructureDefinition/send-window", "extension": [
                {"url": "start", "valueTime": "09:00:00"}, {"url": "end", "valueTime": "22:00:00"}]},
              {"url": "https://anbu-health.github.io/fhir/StructureDefinition/valid-for",
               "valueDuration": {"value": 5, "system": "http://unitsofmeasure.org", "code": "d"}}],
            "relatedAction": [{"actionId": "anchor", "relationship": "after-start",
              "offsetDuration": {"value": 24, "system": "http://unitsofmeasure.org", "code": "h"}}]}]}
        """);
    changed("PlanDefinition", "offers");
  }

  @AfterEach
  void providersAreWellAgain() {
    exchange(request("/simulators/twilio/faults").DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  // --- what happens

  private ZonedDateTime now() {
    return clock.instant().atZone(SEOUL);
  }

  /** The next time that a clock in the clinic shows this. */
  private ZonedDateTime next(String time) {
    ZonedDateTime today = now().with(LocalTime.parse(time));
    return today.isAfter(now()) ? today : today.plusDays(1);
  }

  private static String written(ZonedDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  private void until(ZonedDateTime moment) {
    Answer answer = post("/clock", json(Map.of("instant", written(moment))));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private String reachedBy(String telecom) {
    String id = patient(number);
    store.put(
        """
        {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
         "telecom": [%s]}
        """
            .formatted(id, telecom));
    store.put(
        """
        {"resourceType": "Consent", "id": "c-%1$s", "status": "active", "dateTime": "2026-03-01",
         "patient": {"reference": "Patient/%1$s"}, "provision": {"type": "permit"}, "category": [{"coding": [
           {"system": "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose", "code": "advertising"}]}]}
        """
            .formatted(id));
    return id;
  }

  private String phone() {
    return "{\"system\": \"phone\", \"value\": \"%s\"}".formatted(number);
  }

  /** Treated a day before the given moment; the routes hear of it now. */
  private void offerDue(String patient, ZonedDateTime due) {
    store.put(
        """
        {"resourceType": "Procedure", "id": "t-%1$s", "status": "completed",
         "subject": {"reference": "Patient/%1$s"}, "performedDateTime": "%2$s"}
        """
            .formatted(patient, written(due.minusDays(1))));
    changed("Procedure", "t-" + patient, patient);
  }

  private void faults(String kind, int count) {
    assertThat(
            post("/simulators/twilio/faults", json(Map.of("kind", kind, "count", count))).status())
        .isLessThan(300);
  }

  // --- the judge

  /** When the providers took what, of all tests so far; none of it at night. */
  private List<ZonedDateTime> accepted(String to) {
    List<ZonedDateTime> at = new ArrayList<>();
    for (JsonNode message : exchange(request("/simulators/messages").build()).body()) {
      ZonedDateTime taken =
          OffsetDateTime.parse(message.path("at").asText()).atZoneSameInstant(SEOUL);
      assertThat(message.path("text").asText()).startsWith("(광고)");
      assertThat(taken.toLocalTime())
          .as("%s", message)
          .isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59, 59));
      if (message.path("to").asText().equals(to)) {
        at.add(taken);
      }
    }
    return at;
  }

  private void goesAtNineTheNextMorning(ZonedDateTime evening) {
    until(evening.plusDays(1).with(LocalTime.of(20, 0)));
    assertThat(accepted(e164(number)))
        .singleElement()
        .isEqualTo(evening.plusDays(1).with(NINE).withNano(0));
  }

  @Test
  void isSentTheFirstTimeInTheMorning() {
    ZonedDateTime evening = next("21:30");
    offerDue(reachedBy(phone()), evening);
    goesAtNineTheNextMorning(evening);
  }

  @Test
  void isSentRightBeforeTheNight() {
    ZonedDateTime evening = next("20:45");
    offerDue(reachedBy(phone()), evening);
    until(evening.plusHours(12));
    assertThat(accepted(e164(number))).containsExactly(evening);
  }

  @Test
  void isTriedAgainInTheMorning() {
    ZonedDateTime evening = next("20:45");
    offerDue(reachedBy(phone()), evening);
    faults("server-error", 5);
    goesAtNineTheNextMorning(evening);
  }

  @Test
  void fallsBackToTheNextChannelInTheMorning() {
    ZonedDateTime evening = next("20:45");
    String email = "kim-" + number + "@example.org";
    String patient =
        reachedBy("{\"system\": \"email\", \"value\": \"%s\"}, %s".formatted(email, phone()));
    offerDue(patient, evening);
    until(evening.plusMinutes(45));
    assertThat(accepted(email)).containsExactly(evening);
    Communication sent =
        store.all(Communication.class).stream()
            .filter(m -> m.getSubject().getReference().equals("Patient/" + patient))
            .findFirst()
            .orElseThrow();
    receipts.recordOne(
        new Receipt(
            "smtp",
            "bounce-of-" + patient,
            sent.getIdElement().getIdPart(),
            DeliveryStatus.FAILED_PERMANENT,
            "",
            clock.instant(),
            "bounce-of-" + patient,
            false));
    settle();
    goesAtNineTheNextMorning(evening);
  }

  @Test
  void waitsForTheMorningAfterAnOutageOfTwelveHours() {
    ZonedDateTime evening = next("20:45");
    offerDue(reachedBy(phone()), evening);
    until(evening.with(LocalTime.of(14, 0)));
    // Nothing ran meanwhile: the clock is moved behind the back of the routes.
    clock.moveTo(evening.with(LocalTime.of(2, 0)).plusDays(1).toInstant());
    settle();
    goesAtNineTheNextMorning(evening);
  }

  @Test
  void isSentAgainByStaffAtNightAndGoesInTheMorning() {
    ZonedDateTime evening = next("20:45");
    String patient = reachedBy(phone());
    offerDue(patient, evening);
    faults("reject-number", 1);
    until(evening.plusHours(2));
    assertThat(accepted(e164(number))).isEmpty();
    CommunicationRequest request =
        store.all(CommunicationRequest.class).stream()
            .filter(r -> r.getSubject().getReference().equals("Patient/" + patient))
            .findFirst()
            .orElseThrow();
    assertThat(request.getStatus())
        .isEqualTo(CommunicationRequest.CommunicationRequestStatus.REVOKED);
    String id = request.getIdElement().getIdPart();
    ObjectNode again = (ObjectNode) stored("CommunicationRequest/" + id);
    again.put("status", "active").put("occurrenceDateTime", written(now()));
    again.remove("statusReason");
    store.all(Communication.class).stream()
        .filter(m -> m.getSubject().getReference().equals("Patient/" + patient))
        .forEach(m -> store.delete("Communication/" + m.getIdElement().getIdPart()));
    store.put(again.toString());
    changed("CommunicationRequest", id, patient);
    goesAtNineTheNextMorning(evening);
  }

  @Test
  void isReplayedFromTheDeadLettersAtNightAndGoesInTheMorning() {
    ZonedDateTime evening = next("20:45");
    String patient = reachedBy(phone());
    store.failNext(new IllegalStateException("a fault"), 1);
    offerDue(patient, evening);
    until(evening.plusHours(2));
    ObjectNode letter =
        (ObjectNode)
            tasks().stream()
                .map(this::stored)
                .filter(t -> t.at("/focus/reference").asText().equals("Procedure/t-" + patient))
                .findFirst()
                .orElseThrow();
    store.put(letter.put("status", "ready").toString());
    changed("Task", letter.path("id").asText());
    goesAtNineTheNextMorning(evening);
  }
}
