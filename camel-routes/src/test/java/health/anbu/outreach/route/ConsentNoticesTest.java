package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.anbu.outreach.contact.InboundMessage;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Network Act art. 50(7): within 14 days people are told what became of what they said. */
@DisplayName("C46 the result of a consent or a refusal is told once: who, when and what")
class ConsentNoticesTest extends TravellingRoutes {

  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");

  @Autowired ProducerTemplate camel;

  private final String number = number();

  @BeforeEach
  void theScenarioIsActive() {
    for (String step : List.of("given", "given-for-the-night", "refused", "refused-everything")) {
      store.put(read(GUIDE.resolve("ActivityDefinition-consent-notice-" + step + ".json")));
    }
    scenario("active");
  }

  @AfterEach
  void andIsNotForTheOthers() {
    scenario("draft");
  }

  private void scenario(String status) {
    store.put(
        read(GUIDE.resolve("PlanDefinition-consent-notice.json"))
            .replaceFirst("\"status\": *\"draft\"", "\"status\": \"" + status + "\""));
    changed("PlanDefinition", "consent-notice");
  }

  private void daysPass(int days) {
    until(today().plusDays(days), "18:00");
  }

  private void consent(String patient, String type) {
    store.put(
        """
        {"resourceType": "Consent", "id": "%1$s-ad", "status": "active", "scope": {"text": "privacy"},
         "patient": {"reference": "Patient/%1$s"}, "dateTime": "%2$s",
         "category": [{"coding": [{"code": "advertising",
           "system": "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose"}]}],
         "policyRule": {"text": "x"}, "provision": {"type": "%3$s"}}
        """
            .formatted(patient, today() + "T12:00:00+09:00", type));
    changed("Consent", patient + "-ad", patient);
  }

  @Test
  void whoAgreesReadsThatItWasRecorded() {
    String patient = patient(number);
    consent(patient, "permit");
    daysPass(1);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
    assertThat(messages(number).get(0)).contains("안부의원", "동의", "%d일".formatted(day()));
    changed("Consent", patient + "-ad", patient);
    daysPass(2);
    assertThat(messages(number)).hasSize(1);
  }

  private int day() {
    return today().minusDays(1).getDayOfMonth();
  }

  @Test
  void whoObjectsReadsThatItWasDone() {
    String patient = patient(number);
    consent(patient, "deny");
    daysPass(1);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
    assertThat(messages(number).get(0)).contains("수신 거부를 처리했습니다");
  }

  @Test
  void whoWritesThatNothingMayComeIsAnsweredOnceAndNeverAgain() {
    String patient = patient(number);
    camel.sendBody(
        "direct:receive-webhook",
        new InboundMessage(
            "sms",
            "twilio",
            "SM-" + number,
            e164(number),
            "+8215880000",
            "수신거부",
            clock.instant(),
            false));
    settle();
    daysPass(1);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
    assertThat(messages(number).get(0)).contains("이 안내를 끝으로");
    store.put(
        """
        {"resourceType": "Appointment", "id": "%1$s", "status": "booked", "created": "%2$s",
         "start": "%3$sT11:00:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient, today(), today().plusDays(2)));
    changed("Appointment", patient, patient);
    daysPass(2);
    assertThat(messages(number)).hasSize(1);
  }
}
