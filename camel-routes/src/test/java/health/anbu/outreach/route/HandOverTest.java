package health.anbu.outreach.route;

import static health.anbu.outreach.route.DispatchScene.extension;
import static health.anbu.outreach.route.DispatchScene.step;
import static health.anbu.outreach.route.DispatchScene.window;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.SendOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message goes by another channel than its first, and nothing of what holds gets lost. */
class HandOverTest {

  private static final String WATER = "Drink water. ";
  private static final String AT_ONCE =
      """
      {"id": "care", "definitionCanonical": "https://c.example/ActivityDefinition/care",
       "relatedAction": [{"actionId": "anchor", "relationship": "concurrent-with-start"}]}
      """;
  private static final String WINDOW_FROM_EIGHT = window("08:00", "20:00");

  private final List<String> tried = new ArrayList<>();
  private DispatchScene scene;

  private void scene(String law, String channels, String purpose, String words) {
    JurisdictionPack korea = JurisdictionPack.of("KR");
    scene =
        new DispatchScene(
                law.isEmpty() ? korea : korea.overriddenBy("own", List.of(law)),
                "2026-03-02T12:00:00+09:00",
                channels,
                FrequencyCap.NONE)
            .words("care", purpose, words)
            .patient("p")
            .scenario("one", step("care", 1, WINDOW_FROM_EIGHT));
  }

  /** Says more of the patient. */
  private void patient(String before, String with) {
    scene.store.put(scene.store.json("Patient/p").replaceFirst(before, with));
  }

  private void hasEmailToo() {
    patient(
        "\"telecom\": *\\[",
        "\"telecom\": [{\"system\": \"email\", \"value\": \"p@example.org\"},");
  }

  private void booked(String status, String start) {
    scene.store.put(
        """
        {"resourceType": "Appointment", "id": "a", "status": "%s", "start": "%s",
         "participant": [{"actor": {"reference": "Patient/p"}, "status": "accepted"}]}
        """
            .formatted(status, start));
  }

  private void goes() {
    scene.treated("p", "2026-03-02").until("2026-03-12T00:00:00+09:00");
  }

  private List<String> channels() {
    return scene.taken.stream().map(taken -> taken.message().channel()).toList();
  }

  private String reason(String step) {
    return scene.request(step).getStatusReason().getCodingFirstRep().getCode();
  }

  @Nested
  @DisplayName("D5, C34 a text that is too long for its first channel")
  class TooLong {

    @Test
    void goesByTheNextChannelThatHoldsIt() {
      scene("", "kakao,sms", "treatment", WATER.repeat(85));
      goes();
      assertThat(channels()).containsExactly("sms");
      assertThat(scene.times()).containsExactly("2026-03-03T08:00");
    }

    @Test
    @DisplayName("D5, C18 after an outage waits for the hours of the channel that it goes by")
    void waitsForTheHoursOfTheNextChannel() {
      confirmsAnHourAfterSmsBecameQuiet(WATER.repeat(85));
      assertThat(scene.taken).isEmpty();
      scene.until("2026-03-05T00:00:00+09:00");
      assertThat(channels()).containsExactly("sms");
      assertThat(scene.times()).containsExactly("2026-03-03T10:00");
    }

    @Test
    void doesNotWaitForTheHoursOfAChannelThatItDoesNotGoBy() {
      confirmsAnHourAfterSmsBecameQuiet(WATER);
      assertThat(channels()).containsExactly("kakao");
    }

    /** Booked at noon, and nothing ran until half past eight in the evening. */
    private void confirmsAnHourAfterSmsBecameQuiet(String words) {
      scene("quiet | * | sms | 19:30-10:00 | ours", "kakao,sms", "transactional", words);
      scene.scenario("visits", StopsTest.VISIT, List.of(AT_ONCE));
      booked("booked", "2026-03-10T11:00:00+09:00");
      scene.reconciler.reconcile(List.of("p"));
      scene.clock.moveTo(Instant.parse("2026-03-02T11:30:00Z"));
      scene.fire(scene.request("care").getIdPart(), "p");
    }

    @Test
    @DisplayName("C24, D14 is counted by the cap of the channel that it goes by")
    void keepsTheCapOfTheNextChannel() {
      scene("cap | treatment | sms | 1 per 7d | ours", "kakao,sms", "treatment", WATER.repeat(85));
      scene
          .words("again", "treatment", WATER.repeat(85))
          .scenario("two", step("again", 2, WINDOW_FROM_EIGHT, validFor(30)));
      scene.treated("p", "2026-03-02").until("2026-04-01T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-03T08:00", "2026-03-10T08:00");
    }

    @Test
    @DisplayName("D7 keeps label, sender and free opt-out of advertising on the next channel")
    void keepsItsLabel() {
      scene("", "sms,email", "advertising", WATER.repeat(160));
      hasEmailToo();
      goes();
      assertThat(channels()).containsExactly("email");
      assertThat(scene.taken.get(0).message().title()).startsWith("(광고)");
      assertThat(scene.texts().get(0))
          .startsWith("(광고) 안부의원 02-555-0100")
          .contains("무료수신거부 080-555-0100");
    }

    @Test
    @DisplayName("X5 goes by a channel where the law sets no length")
    void goesWhereTheLawSetsNoLength() {
      scene("", "sms,email", "treatment", WATER.repeat(20));
      hasEmailToo();
      patient("\"birthDate\"", "\"address\": [{\"country\": \"US\"}], \"birthDate\"");
      goes();
      assertThat(channels()).containsExactly("email");
    }

    @Test
    void isRevokedWithItsReasonWhereNoChannelHoldsIt() {
      scene("", "kakao,sms", "treatment", WATER.repeat(160));
      goes();
      assertThat(scene.taken).isEmpty();
      assertThat(scene.request("care").getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
      assertThat(reason("care")).isEqualTo("too-long");
    }
  }

  private static String validFor(int days) {
    return extension(
        "valid-for",
        "\"valueDuration\": {\"value\": %d, \"system\": \"http://unitsofmeasure.org\", \"code\": \"d\"}"
            .formatted(days));
  }

  /** The first channel refuses, and in that moment the records change. */
  private void kakaoRefusesAnd(Runnable change) {
    scene.provider =
        dispatch -> {
          tried.add(dispatch.message().channel());
          if (!dispatch.message().channel().equals("kakao")) {
            return scene.takes(dispatch);
          }
          change.run();
          return new SendOutcome.Refused("test", "1", "provider-rejected", true, false);
        };
  }

  @Nested
  @DisplayName("X7, C34 what changes between the first channel and the next stops the next")
  class BetweenTwoChannels {

    private void reminder() {
      scene("", "kakao,sms", "treatment", WATER);
      scene
          .words("reminded", "transactional", "내일 예약입니다.")
          .scenario("visits", StopsTest.VISIT, List.of(StopsTest.REMINDED));
      booked("booked", "2026-03-10T11:00:00+09:00");
      scene.reconciler.reconcile(List.of("p"));
    }

    @Test
    void nothingChangedAndTheNextIsTaken() {
      reminder();
      kakaoRefusesAnd(() -> {});
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(tried).containsExactly("kakao", "sms");
      assertThat(scene.times()).containsExactly("2026-03-09T10:00");
    }

    @Test
    void theAppointmentWasCancelled() {
      reminder();
      kakaoRefusesAnd(() -> booked("cancelled", "2026-03-10T11:00:00+09:00"));
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(tried).containsExactly("kakao");
      assertThat(reason("reminded")).isEqualTo("appointment-cancelled");
    }

    @Test
    void theAppointmentMoved() {
      reminder();
      kakaoRefusesAnd(() -> booked("booked", "2026-03-17T11:00:00+09:00"));
      scene.until("2026-03-15T00:00:00+09:00");
      assertThat(scene.taken).isEmpty();
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-16T10:00");
    }

    @Test
    void thePatientCameIn() {
      scene("", "kakao,sms", "recall", WATER);
      kakaoRefusesAnd(
          () ->
              scene.store.put(
                  """
                  {"resourceType": "Encounter", "id": "e", "status": "finished",
                   "class": {"code": "AMB"}, "subject": {"reference": "Patient/p"},
                   "period": {"start": "2026-03-03T07:00:00+09:00", "end": "2026-03-03T07:30:00+09:00"}}
                  """));
      goes();
      assertThat(tried).containsExactly("kakao");
      assertThat(reason("care")).isEqualTo("visited-since");
    }

    @ParameterizedTest
    @CsvSource({
      "'\"deceasedBoolean\": true,', deceased",
      "'\"active\": false,', inactive",
      "'\"link\": [{\"other\": {\"reference\": \"Patient/o\"}, \"type\": \"replaced-by\"}],', merged"
    })
    void thePatientMayNoLongerBeWrittenTo(String change, String reason) {
      scene("", "kakao,sms", "treatment", WATER);
      kakaoRefusesAnd(() -> patient("\"birthDate\"", change + "\"birthDate\""));
      goes();
      assertThat(tried).containsExactly("kakao");
      assertThat(reason("care")).isEqualTo(reason);
    }

    @Test
    void thePatientSaidNo() {
      scene("", "kakao,sms", "treatment", WATER);
      kakaoRefusesAnd(
          () ->
              scene.store.put(
                  """
                  {"resourceType": "Consent", "id": "no", "status": "active",
                   "patient": {"reference": "Patient/p"}, "dateTime": "2026-03-03T07:30:00+09:00",
                   "provision": {"type": "deny"}}
                  """));
      goes();
      assertThat(tried).containsExactly("kakao");
      assertThat(reason("care")).isEqualTo("opt-out");
    }

    @Test
    @DisplayName("X7, X17 the patient complained: they are asked nothing until it is answered")
    void thePatientComplained() {
      scene("", "kakao,sms", "treatment", WATER);
      kakaoRefusesAnd(this::complains);
      goes();
      assertThat(tried).containsExactly("kakao");
      assertThat(scene.taken).isEmpty();
      assertThat(scene.request("care").getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
      assertThat(reason("care")).isEqualTo("open-complaint");
    }

    @Test
    @DisplayName("X7, X17 the patient complained: of their appointment they hear all the same")
    void thePatientComplainedAndIsStillReminded() {
      reminder();
      kakaoRefusesAnd(this::complains);
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(tried).containsExactly("kakao", "sms");
      assertThat(scene.times()).containsExactly("2026-03-09T10:00");
    }

    private void complains() {
      scene.store.put(
          """
          {"resourceType": "Communication", "id": "words", "status": "completed",
           "subject": {"reference": "Patient/p"}, "category": [{"coding": [{"code": "complaint",
             "system": "https://anbu-health.github.io/fhir/CodeSystem/feedback-category"}]}]}
          """);
      scene.store.put(
          """
          {"resourceType": "Task", "id": "case", "status": "requested", "intent": "order",
           "code": {"coding": [{"code": "handle-complaint",
             "system": "https://anbu-health.github.io/fhir/CodeSystem/task-code"}]},
           "for": {"reference": "Patient/p"}, "focus": {"reference": "Communication/words"},
           "authoredOn": "%s"}
          """
              .formatted(scene.clock.instant()));
    }

    @Test
    @DisplayName("C33, X7 sending was stopped")
    void sendingWasStopped() {
      scene("", "kakao,sms", "treatment", WATER);
      kakaoRefusesAnd(() -> flag("active"));
      scene.treated("p", "2026-03-02").until("2026-03-03T08:30:00+09:00");
      assertThat(tried).containsExactly("kakao");
      assertThat(reason("care")).isEqualTo("kill-switch");
      flag("inactive");
      scene.until("2026-03-03T08:36:00+09:00");
      assertThat(tried).containsExactly("kakao", "sms");
    }

    private void flag(String status) {
      scene.store.put(
          """
          {"resourceType":"Flag","id":"stop","status":"%s",
           "identifier":[{"system":"https://anbu-health.github.io/fhir/sid/outreach-stop","value":"x"}],
           "subject":{"identifier":{"value":"everything"}}}
          """
              .formatted(status));
    }
  }
}
