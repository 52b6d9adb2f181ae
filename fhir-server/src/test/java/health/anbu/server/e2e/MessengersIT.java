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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * LINE and WhatsApp end to end. The confirmation of an appointment goes out at once, so that each
 * test sees one message on its way.
 */
class MessengersIT {

  private static final String LINE = "line";
  private static final String WHATSAPP = "whatsapp";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static AnbuProcess anbu;
  private static AnbuClient client;

  private final String patient = "m" + NUMBER.incrementAndGet();
  private final String phone = "+8210720%05d".formatted(NUMBER.get());
  private final String user = "U%032x".formatted(NUMBER.get());

  @BeforeAll
  static void start() {
    anbu =
        AnbuProcess.start(
            "messengers",
            AnbuProcess.onPostgres(
                "messengers",
                AnbuProcess.simulated(
                    "2026-03-02T09:00:00+09:00",
                    "appointment-reminder",
                    "--anbu.clinic.channels=line,whatsapp,sms")));
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
    client.clearFaults();
  }

  /** Somebody whom LINE knows, and whom WhatsApp reaches by number. */
  private void reachedBy(String channel) {
    String line =
        """
        ,"identifier":[{"system":"https://anbu-health.github.io/fhir/sid/line-user","value":"%s"}]"""
            .formatted(user);
    client.put(Records.patient(patient, phone, channel.equals(LINE) ? line : ""));
  }

  private void book(String id) {
    String day = OffsetDateTime.parse(client.now()).toLocalDate().plusDays(20).toString();
    client.put(Records.appointment(patient + id, patient, day + "T15:00:00+09:00", "booked"));
    client.untilIdle();
  }

  private String to(String channel) {
    return channel.equals(LINE) ? user : phone;
  }

  private List<JsonNode> accepted(String channel) {
    return client.messagesTo(to(channel)).stream()
        .filter(message -> message.path("channel").asText().equals(channel))
        .toList();
  }

  private int acceptedAnywhere() {
    return client.messagesTo(user).size() + client.messagesTo(phone).size();
  }

  /** The attempts at the confirmation. */
  private List<JsonNode> attempts() {
    String key = "appointment-reminder:confirmation:Appointment/" + patient;
    String request = client.requests(patient).get(key).path("id").asText();
    return client.search("Communication?based-on=CommunicationRequest/" + request);
  }

  private List<JsonNode> tasks() {
    return client.search("Task?patient=" + patient);
  }

  private void plays(String channel, String event, String text) {
    String body =
        "{\"from\":\"%s\",\"event\":\"%s\",\"text\":\"%s\"}".formatted(to(channel), event, text);
    assertThat(client.send("POST", "/simulators/" + channel + "/inbound", body).status())
        .isEqualTo(202);
    client.untilIdle();
  }

  @Nested
  class AMessage {

    @Test
    void goesByLineOnceAndStaysAccepted() {
      reachedBy(LINE);
      book("");
      client.advance("PT2H");
      assertThat(accepted(LINE)).hasSize(1);
      assertThat(acceptedAnywhere()).isEqualTo(1);
      assertThat(attempts())
          .singleElement()
          .satisfies(m -> assertThat(deliveryStatus(m)).isEqualTo("accepted"));
    }

    @Test
    void goesByWhatsappToWhoHasNoLineAndIsDelivered() {
      reachedBy(WHATSAPP);
      book("");
      assertThat(accepted(WHATSAPP)).hasSize(1);
      assertThat(acceptedAnywhere()).isEqualTo(1);
      assertDelivered();
      JsonNode explained =
          client.get(
              "/fhir/Patient/" + patient + "/$explain-outreach?scenario=appointment-reminder");
      assertThat(explained.toString()).contains("line: no-address");
    }

    @ParameterizedTest
    @CsvSource({"line,server-error", "line,throttle", "whatsapp,server-error", "whatsapp,throttle"})
    void goesLaterAndOnceWhereTheProviderIsInTrouble(String channel, String kind) {
      reachedBy(channel);
      client.fault(channel, kind, 2);
      book("");
      assertThat(acceptedAnywhere()).isZero();
      client.advance("PT2H");
      assertThat(accepted(channel)).hasSize(1);
      assertThat(acceptedAnywhere()).isEqualTo(1);
      assertThat(tasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LINE, WHATSAPP})
    void goesByTheNextChannelWhereItIsRefused(String channel) {
      reachedBy(channel);
      client.fault(channel, "reject-number", 1);
      book("");
      assertThat(accepted(channel)).isEmpty();
      assertThat(acceptedAnywhere()).isEqualTo(1);
    }
  }

  private void assertDelivered() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(attempts())
                    .singleElement()
                    .satisfies(m -> assertThat(deliveryStatus(m)).isEqualTo("delivered")));
  }

  @Nested
  class AMessageThatWasTakenWithoutAnAnswer {

    @Test
    void isOnceAtLineByItsRetryKey() {
      reachedBy(LINE);
      client.fault(LINE, "timeout-after-accept", 1);
      book("");
      client.advance("PT2H");
      assertThat(acceptedAnywhere()).isEqualTo(1);
      assertThat(attempts())
          .singleElement()
          .satisfies(m -> assertThat(deliveryStatus(m)).isEqualTo("accepted"));
      assertThat(tasks()).isEmpty();
    }

    @Test
    void isUnknownAtWhatsappAndForStaff() {
      reachedBy(WHATSAPP);
      client.fault(WHATSAPP, "timeout-after-accept", 1);
      client.fault(WHATSAPP, "lost-receipt", 1);
      book("");
      client.advance("PT2H");
      assertThat(acceptedAnywhere()).isEqualTo(1);
      assertThat(attempts())
          .singleElement()
          .satisfies(m -> assertThat(deliveryStatus(m)).isEqualTo("unknown"));
      assertThat(tasks()).singleElement().asString().contains("check-unknown-delivery");
    }

    @Test
    void isKnownByWhatsappsReceipt() {
      reachedBy(WHATSAPP);
      client.fault(WHATSAPP, "timeout-after-accept", 1);
      book("");
      client.advance("PT2H");
      assertThat(acceptedAnywhere()).isEqualTo(1);
      assertDelivered();
    }
  }

  @Nested
  class AForgedWebhook {

    @Test
    void isRefusedAndNothingIsStored() {
      reachedBy(LINE);
      String line =
          """
          {"destination":"U1","events":[{"type":"unfollow","timestamp":1,"webhookEventId":"1",
           "source":{"type":"user","userId":"%s"}}]}"""
              .formatted(user);
      assertThat(client.send("POST", "/webhooks/line", line).status()).isEqualTo(403);
      assertThat(client.send("POST", "/webhooks/whatsapp", "{\"entry\":[]}").status())
          .isEqualTo(403);
      assertThat(client.search("Consent?patient=" + patient)).isEmpty();
    }
  }

  @Nested
  class APatientWhoWantsNoMore {

    @ParameterizedTest
    @CsvSource({"line,停止", "whatsapp,STOP"})
    void getsNothingAnywhereAfterTheWord(String channel, String word) {
      reachedBy(channel);
      book("");
      assertThat(acceptedAnywhere()).isEqualTo(1);
      plays(channel, "stop", word);
      book("-second");
      client.advance("P30D");
      assertThat(acceptedAnywhere()).isEqualTo(1);
    }

    @Test
    void ofLineGetsNothingThereAfterUnfollowing() {
      reachedBy(LINE);
      book("");
      plays(LINE, "unfollow", "");
      book("-second");
      assertThat(accepted(LINE)).hasSize(1);
      assertThat(accepted(WHATSAPP)).as("by the next channel").hasSize(1);
    }
  }
}
