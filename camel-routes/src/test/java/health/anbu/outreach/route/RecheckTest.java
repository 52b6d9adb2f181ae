package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The first channel has failed; before the second one everything is asked again. */
@DisplayName("X7, C34: re-checked at each step of the cascade")
class RecheckTest extends RunningRoutes {

  private static final String WAITED = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다.";

  @Autowired Dispatcher dispatcher;

  private final String number = number();
  private String patient;
  private String request;

  private void flag(String status) {
    store.put(
        """
        {"resourceType":"Flag","id":"stop-all","status":"%s",
         "identifier":[{"system":"https://anbu-health.github.io/fhir/sid/outreach-stop","value":"x"}],
         "subject":{"identifier":{"value":"everything"}}}
        """
            .formatted(status));
  }

  @BeforeEach
  void theFirstChannelHasFailed() {
    flag("active");
    patient = patient(number);
    post(
        "/intake/web",
        json(Map.of("text", WAITED, "language", "ko", "from", Map.of("phone", number))));
    await().until(() -> held() != null);
    settle();
    request = held();
    post("/clock", json(Map.of("advance", "PT6M")));
    store.put(
        """
        {"resourceType":"Communication","id":"first-of-%s","status":"not-done",
         "basedOn":[{"reference":"CommunicationRequest/%s"}],"subject":{"reference":"Patient/%s"},
         "medium":[{"coding":[{"code":"kakao"}]}],
         "extension":[{"url":"https://anbu-health.github.io/fhir/StructureDefinition/delivery-status","valueCode":"failed-permanent"},
                      {"url":"https://anbu-health.github.io/fhir/StructureDefinition/attempt","valuePositiveInt":1}]}
        """
            .formatted(patient, request, patient));
    flag("inactive");
  }

  @AfterEach
  void gone() {
    store.delete("Flag/stop-all");
  }

  private String held() {
    return store.all(CommunicationRequest.class).stream()
        .filter(r -> r.getSubject().getReference().equals("Patient/" + patient))
        .filter(r -> r.getStatusReason().getCodingFirstRep().getCode() != null)
        .map(r -> r.getIdElement().getIdPart())
        .findFirst()
        .orElse(null);
  }

  private List<Dispatch> decide() {
    return dispatcher.decide(
        List.of(new DueMessage(request, DueTimer.fresh(patient), new CompletableFuture<>())));
  }

  @Test
  void goesByTheSecondChannelWhenNothingHasChanged() {
    assertThat(decide())
        .singleElement()
        .satisfies(dispatch -> assertThat(dispatch.message().channel()).isEqualTo("sms"))
        .satisfies(dispatch -> assertThat(dispatch.attempt()).isEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"deceasedBoolean\":true,",
        "\"active\":false,",
        "\"link\":[{\"other\":{\"reference\":\"Patient/other\"},\"type\":\"replaced-by\"}],",
        "\"birthDate\":\"2020-01-01\","
      })
  void doesNotGoToWhoeverMayNoLongerBeWrittenTo(String change) {
    store.put(store.json("Patient/" + patient).replaceFirst("\"name\"", change + "\"name\""));
    assertThat(decide()).isEmpty();
  }

  @Test
  void doesNotGoWhereTheNumberIsGone() {
    store.put("{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(patient));
    assertThat(decide()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"period\":{\"end\":\"2026-06-01\"}"})
  void doesNotGoAfterAnOptOutOrInAMute(String period) {
    store.put(
        """
        {"resourceType":"Consent","id":"no-%s","status":"active","patient":{"reference":"Patient/%s"},
         "dateTime":"2026-03-02T23:31:00+09:00","provision":{"type":"deny"%s}}
        """
            .formatted(patient, patient, period));
    assertThat(decide()).isEmpty();
  }
}
