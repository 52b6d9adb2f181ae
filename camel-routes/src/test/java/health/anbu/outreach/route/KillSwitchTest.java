package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending is stopped by a Flag, before the next call of a provider, and nothing is lost. */
@DisplayName("C33 kill switch per scenario, clinic and everywhere")
class KillSwitchTest extends RunningRoutes {

  private static final String WAITED = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다.";
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "everything",
          "{\"identifier\":{\"system\":\"https://anbu-health.github.io/fhir/sid/outreach-stop\",\"value\":\"everything\"}}",
          "scenario",
          "{\"reference\":\"PlanDefinition/complaint-acknowledgement\"}",
          "other-scenario",
          "{\"reference\":\"PlanDefinition/appointment-reminder\"}",
          "clinic",
          "{\"reference\":\"Organization/branch\"}",
          "other-clinic",
          "{\"reference\":\"Organization/elsewhere\"}");

  private void flag(String subject, String status) {
    store.put(
        """
        {"resourceType":"Flag","id":"stop","status":"%s",
         "identifier":[{"system":"https://anbu-health.github.io/fhir/sid/outreach-stop","value":"stop"}],
         "code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/outreach-stop","code":"stop"}]},
         "subject":%s}
        """
            .formatted(status, SUBJECTS.get(subject)));
  }

  @AfterEach
  void lift() {
    store.delete("Flag/stop");
  }

  private String complains(String number) {
    String patient = patient(number);
    store.put(
        """
        {"resourceType":"Patient","id":"%s","name":[{"family":"김","given":["하나"]}],
         "telecom":[{"system":"phone","value":"%s"}],
         "managingOrganization":{"reference":"Organization/branch"}}
        """
            .formatted(patient, number));
    post(
        "/intake/web",
        json(Map.of("text", WAITED, "language", "ko", "from", Map.of("phone", number))));
    return patient;
  }

  private List<CommunicationRequest> requests(String patient) {
    return store.all(CommunicationRequest.class).stream()
        .filter(request -> request.getSubject().getReference().equals("Patient/" + patient))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "scenario", "clinic"})
  void holdsTheMessageWithItsReasonAndLetsItGoWhenLifted(String subject) {
    flag(subject, "active");
    String number = number();
    String patient = complains(number);
    await()
        .untilAsserted(
            () ->
                assertThat(requests(patient))
                    .singleElement()
                    .satisfies(
                        r ->
                            assertThat(r.getStatusReason().getCodingFirstRep().getCode())
                                .isEqualTo("kill-switch")));
    settle();
    assertThat(messages(number)).isEmpty();
    assertThat(requests(patient).get(0).getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);
    flag(subject, "inactive");
    post("/clock", json(Map.of("advance", "PT6M")));
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"other-scenario", "other-clinic"})
  void leavesWhatItIsNotAbout(String subject) {
    flag(subject, "active");
    String number = number();
    complains(number);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
  }

  @Test
  void countsOnlyWithinItsPeriod() {
    flag("everything", "active");
    store.put(
        store
            .json("Flag/stop")
            .replaceFirst("\"subject\"", "\"period\":{\"end\":\"2026-03-01\"},\"subject\""));
    String number = number();
    complains(number);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
  }
}
