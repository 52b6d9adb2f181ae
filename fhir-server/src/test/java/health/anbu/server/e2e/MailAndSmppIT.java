package health.anbu.server.e2e;

import static health.anbu.server.e2e.AnbuClient.deliveryStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * E-mail over SMTP and text messages over SMPP, on the real jar: the confirmation of an appointment
 * goes out at once, by e-mail to whom has only an address, by text to whom has only a number.
 */
class MailAndSmppIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static AnbuProcess anbu;
  private static AnbuClient client;

  private final String patient = "m" + NUMBER.incrementAndGet();
  private final String email = patient + "@example.org";
  private final String phone = "010-7200-%04d".formatted(NUMBER.get());

  @BeforeAll
  static void start() {
    anbu =
        AnbuProcess.start(
            "mail-and-smpp",
            AnbuProcess.simulated(
                "2026-03-02T09:00:00+09:00",
                "appointment-reminder",
                "--anbu.clinic.channels=email,sms",
                "--anbu.channels.sms.provider=smpp",
                "--anbu.channels.email.response-timeout=2000"));
    client = anbu.client();
  }

  @AfterAll
  static void stop() {
    anbu.close();
  }

  @BeforeEach
  void byDay() {
    OffsetDateTime now = OffsetDateTime.parse(client.now());
    client.timeIs(now.toLocalDate().plusDays(1) + "T11:00:00+09:00");
  }

  @AfterEach
  void noMoreFaults() {
    client.send("DELETE", "/simulators/smtp/faults", null);
    client.send("DELETE", "/simulators/smpp/faults", null);
  }

  private void withEmail() {
    client.put(Records.patient(patient, email).replace("\"phone\"", "\"email\""));
  }

  private void withPhone() {
    client.put(Records.patient(patient, phone));
  }

  private void book(String id) {
    String day = OffsetDateTime.parse(client.now()).toLocalDate().plusDays(20).toString();
    client.put(Records.appointment(patient + id, patient, day + "T15:00:00+09:00", "booked"));
    client.untilIdle();
  }

  private JsonNode attempt() {
    List<JsonNode> messages = client.search("Communication?subject=Patient/" + patient);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private void play(String provider, String body) {
    AnbuClient.Answer answer = client.send("POST", "/simulators/" + provider + "/inbound", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    client.untilIdle();
  }

  private List<JsonNode> optOuts() {
    return client.search("Consent?patient=" + patient);
  }

  @Nested
  class AnEmail {

    @Test
    void isSentOnceWithAnIdOfOurs() {
      withEmail();
      book("");
      client.advance("PT2H");
      assertThat(client.messagesTo(email))
          .singleElement()
          .satisfies(
              m -> {
                assertThat(m.path("channel").asText()).isEqualTo("email");
                assertThat(m.path("title").asText()).isNotBlank();
                assertThat(m.path("idempotencyKey").asText())
                    .isEqualTo(attempt().path("id").asText());
              });
      assertThat(deliveryStatus(attempt())).isEqualTo("accepted");
    }

    @Test
    void thatWasTakenWithoutAnAnswerIsUnknownAndForStaffAndNeverSentAgain() {
      withEmail();
      client.fault("smtp", "timeout-after-accept", 1);
      book("");
      assertThat(deliveryStatus(attempt())).isEqualTo("unknown");
      assertThat(client.search("Task?patient=" + patient))
          .singleElement()
          .asString()
          .contains("check-unknown-delivery");
      client.advance("P1D");
      assertThat(client.messagesTo(email)).hasSize(1);
    }

    @Test
    void thatBouncesFailsForGood() {
      withEmail();
      book("");
      play("smtp", "{\"event\":\"bounce\",\"from\":\"" + email + "\"}");
      assertThat(client.search("Communication?subject=Patient/" + patient))
          .anySatisfy(
              message -> {
                assertThat(deliveryStatus(message)).isEqualTo("failed-permanent");
                assertThat(AnbuClient.reason(message)).isEqualTo("number-invalid");
              });
      assertThat(client.search("Task?patient=" + patient))
          .singleElement()
          .asString()
          .contains("exhausted-channels");
    }
  }

  @Nested
  class TheOneClickLink {

    @Test
    void stopsTheNextMail() {
      withEmail();
      book("");
      play("smtp", "{\"event\":\"one-click\",\"from\":\"" + email + "\"}");
      assertThat(optOuts())
          .singleElement()
          .satisfies(
              consent -> {
                assertThat(consent.at("/provision/type").asText()).isEqualTo("deny");
                assertThat(consent.at("/provision/code/0/coding/0/code").asText())
                    .isEqualTo("email");
              });
      book("-second");
      client.advance("P15D");
      assertThat(client.messagesTo(email)).hasSize(1);
    }

    @Test
    void isRefusedWhenForged() {
      withEmail();
      book("");
      String message = attempt().path("id").asText();
      String forged = "/webhooks/email/unsubscribe?t=" + message + "." + "A".repeat(43);
      assertThat(client.send("POST", forged, "List-Unsubscribe=One-Click").status()).isEqualTo(403);
      client.untilIdle();
      assertThat(optOuts()).isEmpty();
    }
  }

  @Nested
  class ATextMessage {

    @Test
    void isDeliveredByTheReceiptOfTheSmsc() {
      withPhone();
      book("");
      assertThat(client.messagesTo(phone))
          .singleElement()
          .satisfies(m -> assertThat(m.path("provider").asText()).isEqualTo("smpp"));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(deliveryStatus(attempt())).isEqualTo("delivered"));
    }

    @Test
    void answeredByStopIsTheLast() {
      withPhone();
      book("");
      play("smpp", "{\"from\":\"" + phone + "\",\"text\":\"수신거부\"}");
      assertThat(optOuts())
          .singleElement()
          .satisfies(c -> assertThat(c.at("/provision/type").asText()).isEqualTo("deny"));
      book("-second");
      client.advance("P15D");
      assertThat(client.messagesTo(phone)).hasSize(1);
    }
  }
}
