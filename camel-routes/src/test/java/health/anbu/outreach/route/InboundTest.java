package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.fhir.FhirStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboundTest extends RunningRoutes {

  private static final String WAITED = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다.";

  @Autowired ProducerTemplate camel;

  private void write(String number, String text) {
    write(number, text, UUID.randomUUID().toString());
  }

  private void write(String number, String text, String providerId) {
    camel.sendBody(
        "direct:receive-webhook",
        new InboundMessage(
            "sms",
            "twilio",
            providerId,
            number,
            "+82215771234",
            text,
            Instant.parse("2026-03-02T14:30:00Z"),
            false));
  }

  /** The references of this type that were not there before. */
  private List<String> added(String type, List<String> before) {
    return store.references().stream()
        .filter(reference -> reference.startsWith(type + "/"))
        .filter(reference -> !before.contains(reference))
        .toList();
  }

  @Nested
  class AComplaint {
    @Test
    void becomesACaseOfTheSenderAndIsAnswered() {
      String number = number();
      String patient = patient(number);
      List<String> before = store.references();
      write(e164(number), WAITED);
      JsonNode task = stored(added("Task", before).get(0));
      assertThat(task.at("/for/reference").asText()).isEqualTo("Patient/" + patient);
      await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
    }

    @Test
    void isOneCaseHoweverOftenItIsDelivered() {
      String number = number();
      patient(number);
      List<String> before = store.references();
      for (int i = 0; i < 3; i++) {
        write(e164(number), WAITED, "SM-copy");
      }
      assertThat(added("Task", before)).hasSize(1);
      await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
    }

    @Test
    @DisplayName("D15 inbound from a shared number is an unassigned case and discloses nothing")
    void ofANumberWithTwoPatientsBelongsToNobodyAndIsNotAnswered() {
      String number = number();
      patient(number);
      patient(number);
      List<String> before = store.references();
      write(e164(number), WAITED);
      JsonNode task = stored(added("Task", before).get(0));
      assertThat(task.path("for").isMissingNode()).isTrue();
      assertThat(task.path("owner").isMissingNode()).isTrue();
      settle();
      assertThat(messages(number)).isEmpty();
    }

    @Test
    void reachesUsThroughTheProvidersOwnSignedWebhook() {
      String number = number();
      patient(number);
      List<String> before = store.references();
      Answer answer =
          post(
              "/simulators/twilio/inbound",
              json(Map.of("kind", "reply", "from", e164(number), "text", WAITED)));
      assertThat(answer.status()).isEqualTo(202);
      await().untilAsserted(() -> assertThat(added("Task", before)).hasSize(1));
    }
  }

  @Nested
  class AnOptOutWord {
    @Test
    void stopsEverythingForEverybodyWithTheNumberSilently() {
      String number = number();
      patient(number);
      patient(number);
      List<String> before = store.references();
      write(e164(number), "수신거부");
      List<String> consents = added("Consent", before);
      assertThat(consents).hasSize(2);
      assertThat(stored(consents.get(0)).at("/provision/type").asText()).isEqualTo("deny");
      assertThat(added("Task", before)).isEmpty();
      settle();
      assertThat(messages(number)).isEmpty();
    }

    @Test
    void heardTwiceIsOneConsent() {
      String number = number();
      patient(number);
      List<String> before = store.references();
      write(e164(number), "STOP", "SM-stop");
      String consent = added("Consent", before).get(0);
      write(e164(number), "STOP", "SM-stop");
      assertThat(added("Consent", before)).containsExactly(consent);
      assertThat(stored(consent).at("/meta/versionId").asText()).isEqualTo("1");
    }

    @Test
    void takesBackWhatWaits() {
      String number = number();
      String patient = patient(number);
      store.put(
          """
          {"resourceType": "Appointment", "id": "a-%s", "status": "booked",
           "start": "2026-03-09T10:00:00+09:00", "end": "2026-03-09T10:30:00+09:00",
           "participant": [{"actor": {"reference": "Patient/%s"}, "status": "accepted"}]}
          """
              .formatted(patient, patient));
      changed("Appointment", "a-" + patient, patient);
      List<JsonNode> waiting = requests(patient);
      assertThat(waiting).isNotEmpty();
      assertThat(waiting).anyMatch(r -> r.path("status").asText().equals("active"));
      write(e164(number), "수신거부");
      assertThat(requests(patient))
          .noneMatch(request -> request.path("status").asText().equals("active"));
    }

    @Test
    void withinASentenceIsForAPersonToRead() {
      String number = number();
      patient(number);
      List<String> before = store.references();
      write(e164(number), "시술 부위 출혈이 안 멈춰요");
      assertThat(added("Consent", before)).isEmpty();
      assertThat(stored(added("Task", before).get(0)).path("priority").asText()).isEqualTo("stat");
    }
  }

  private List<JsonNode> requests(String patient) {
    return store.references().stream()
        .filter(reference -> reference.startsWith("CommunicationRequest/"))
        .map(this::stored)
        .filter(r -> r.at("/subject/reference").asText().equals("Patient/" + patient))
        .toList();
  }

  @Nested
  class AnEmail {
    private final String address = UUID.randomUUID() + "@example.org";

    private String addressee() {
      String id = patient(number());
      store.put(
          """
          {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
           "telecom": [{"system": "email", "value": "%s"}]}
          """
              .formatted(id, address));
      return id;
    }

    private void mail(String text, boolean automatic) {
      camel.sendBody(
          "direct:receive-webhook",
          new InboundMessage(
              "email",
              "smtp",
              UUID.randomUUID().toString(),
              address,
              "anbu@clinic.example",
              text,
              Instant.parse("2026-03-02T14:30:00Z"),
              false,
              automatic));
    }

    @Test
    void thatComplainsBecomesACaseOfWhoHasTheAddress() {
      String patient = addressee();
      List<String> before = store.references();
      mail(WAITED, false);
      JsonNode task = stored(added("Task", before).get(0));
      assertThat(task.at("/for/reference").asText()).isEqualTo("Patient/" + patient);
    }

    @Test
    void thatSaysStopOptsOutEverybodyWithTheAddress() {
      addressee();
      addressee();
      List<String> before = store.references();
      mail("수신거부", false);
      assertThat(added("Consent", before)).hasSize(2);
      assertThat(added("Task", before)).isEmpty();
    }

    @Test
    void ofAMachineIsNoOptOutWhateverItSays() {
      addressee();
      List<String> before = store.references();
      mail("STOP", true);
      assertThat(added("Consent", before)).isEmpty();
      assertThat(added("Task", before)).isEmpty();
      assertThat(added("Communication", before)).hasSize(1);
    }
  }

  @Nested
  class AnAutomaticAnswer {
    @Test
    void isKeptButNeverAnswered() {
      String number = number();
      patient(number);
      List<String> before = store.references();
      write(e164(number), "[자동응답] 지금은 전화를 받을 수 없습니다. 불편을 드려 죄송합니다.");
      assertThat(added("Communication", before)).hasSize(1);
      assertThat(added("Task", before)).isEmpty();
      settle();
      assertThat(messages(number)).isEmpty();
    }

    @Test
    void isAlsoWhatComesFromAServiceWithAName() {
      List<String> before = store.references();
      write("KakaoBank", "불만이 있으시면 고객센터로");
      assertThat(added("Communication", before)).hasSize(1);
      assertThat(added("Task", before)).isEmpty();
    }
  }

  @Test
  void aMessageWithoutTextIsKeptToo() {
    List<String> before = store.references();
    write(e164(number()), " ");
    assertThat(added("Communication", before)).hasSize(1);
  }

  @Test
  void aStoreThatFailsReachesTheProviderAsAnError() {
    String number = number();
    patient(number);
    List<String> before = store.references();
    store.failNext(new FhirStore.StoreUnavailable("down", null), 1);
    assertThatThrownBy(() -> write(e164(number), WAITED, "SM-down"))
        .isInstanceOf(CamelExecutionException.class);
    assertThat(store.references()).isEqualTo(before);
    write(e164(number), WAITED, "SM-down");
    assertThat(added("Task", before)).hasSize(1);
  }

  /** D6, C49: whoever is written to for a child can stop it. */
  @Test
  void aGuardiansStopHoldsForTheChild() {
    String number = number();
    String child = patient(number());
    store.put(
        """
        {"resourceType": "RelatedPerson", "id": "mother-of-%s", "patient": {"reference": "Patient/%s"},
         "telecom": [{"system": "phone", "value": "%s"}]}
        """
            .formatted(child, child, number));
    List<String> before = store.references();
    write(e164(number), "수신거부");
    assertThat(added("Consent", before))
        .singleElement()
        .satisfies(
            consent ->
                assertThat(stored(consent).at("/patient/reference").asText())
                    .isEqualTo("Patient/" + child));
  }
}
