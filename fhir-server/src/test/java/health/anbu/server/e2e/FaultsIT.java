package health.anbu.server.e2e;

import static health.anbu.server.e2e.AnbuClient.deliveryStatus;
import static health.anbu.server.e2e.AnbuClient.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Comparator;
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
 * Providers that answer late, wrongly, twice or not at all. The confirmation of an appointment goes
 * out at once, so that each test sees one message on its way.
 */
class FaultsIT {

  private static final String KAKAO = "kakao";
  private static final String TWILIO = "twilio";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static AnbuProcess anbu;
  private static AnbuClient client;

  private final String patient = "f" + NUMBER.incrementAndGet();
  private final String phone = "010-7100-%04d".formatted(NUMBER.get());

  @BeforeAll
  static void start() {
    anbu =
        AnbuProcess.start(
            "faults",
            AnbuProcess.onPostgres(
                "faults",
                AnbuProcess.simulated(
                    "2026-03-02T09:00:00+09:00",
                    "appointment-reminder",
                    "--anbu.receipts.poll-after=1s",
                    "--anbu.receipts.poll-period=1000")));
    client = anbu.client();
  }

  @AfterAll
  static void stop() {
    anbu.close();
  }

  @BeforeEach
  void byDay() {
    client.put(Records.patient(patient, phone));
    OffsetDateTime now = OffsetDateTime.parse(client.now());
    // In the morning nothing waits for the end of the quiet hours.
    client.timeIs(now.toLocalDate().plusDays(1) + "T11:00:00+09:00");
  }

  @AfterEach
  void noMoreFaults() {
    client.clearFaults();
  }

  private void bySmsOnly() {
    client.put(Records.optOutOfChannel(patient, KAKAO));
  }

  private void book(String id) {
    String day = OffsetDateTime.parse(client.now()).toLocalDate().plusDays(20).toString();
    client.put(Records.appointment(patient + id, patient, day + "T15:00:00+09:00", "booked"));
    client.untilIdle();
  }

  private JsonNode confirmation(String id) {
    return client
        .requests(patient)
        .get("appointment-reminder:confirmation:Appointment/" + patient + id);
  }

  private List<JsonNode> accepted() {
    return client.messagesTo(phone);
  }

  /** The attempts of a confirmation, first one first. */
  private List<JsonNode> attempts(String id) {
    String request = "CommunicationRequest/" + confirmation(id).path("id").asText();
    return client.search("Communication?based-on=" + request).stream()
        .sorted(Comparator.comparing(FaultsIT::attempt))
        .toList();
  }

  private static int attempt(JsonNode message) {
    return AnbuClient.list(message.path("extension")).stream()
        .filter(e -> e.path("url").asText().endsWith("/attempt"))
        .mapToInt(e -> e.path("valuePositiveInt").asInt())
        .findFirst()
        .orElse(0);
  }

  private void assertArrivedOnce(String channel) {
    assertThat(accepted())
        .singleElement()
        .satisfies(m -> assertThat(m.path("channel").asText()).isEqualTo(channel));
    assertThat(confirmation("").path("status").asText()).isEqualTo("completed");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(attempts(""))
                    .singleElement()
                    .satisfies(m -> assertThat(deliveryStatus(m)).isEqualTo("delivered")));
    assertThat(client.search("Task?patient=" + patient)).isEmpty();
  }

  @Nested
  class AProviderThatTookAMessageAndDidNotAnswer {

    @Test
    void isAskedByTheIdempotencyKeyAndGetsItOnce() {
      client.fault(KAKAO, "timeout-after-accept", 1);
      book("");
      client.advance("PT2H");
      assertArrivedOnce(KAKAO);
    }

    @Test
    void isAskedForNumberAndTextAndGetsItOnce() {
      bySmsOnly();
      client.fault(TWILIO, "timeout-after-accept", 1);
      book("");
      client.advance("PT2H");
      assertArrivedOnce("sms");
    }
  }

  @Nested
  class AProviderThatIsLate {

    @ParameterizedTest
    @ValueSource(strings = {KAKAO, TWILIO})
    void isWaitedForAndGetsItOnce(String provider) {
      if (provider.equals(TWILIO)) {
        bySmsOnly();
      }
      client.fault(provider, "slow-answer", 1);
      long begun = System.nanoTime();
      book("");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
      assertArrivedOnce(provider.equals(KAKAO) ? KAKAO : "sms");
    }
  }

  @Nested
  class AProviderThatIsInTrouble {

    @ParameterizedTest
    @CsvSource({"kakao,server-error", "kakao,throttle", "twilio,server-error", "twilio,throttle"})
    void getsTheMessageLaterAndOnce(String provider, String kind) {
      if (provider.equals(TWILIO)) {
        bySmsOnly();
      }
      client.fault(provider, kind, 2);
      book("");
      assertThat(accepted()).as("nothing while it is in trouble").isEmpty();
      assertThat(confirmation("").path("status").asText()).isEqualTo("active");
      client.advance("PT2H");
      assertArrivedOnce(provider.equals(KAKAO) ? KAKAO : "sms");
    }
  }

  /** It has read a request, was held up, and writes when the request has been withdrawn. */
  @Nested
  class AStaleNode {

    private String path;
    private JsonNode stale;

    @BeforeEach
    void isHeldUp() {
      book("");
      stale = reminder();
      assertThat(stale.path("status").asText()).isEqualTo("active");
      path = "/fhir/CommunicationRequest/" + stale.path("id").asText();
      String visit = client.get("/fhir/Appointment/" + patient).toString();
      client.put(visit.replace("\"status\":\"booked\"", "\"status\":\"cancelled\""));
      client.untilIdle();
      assertThat(reminder().path("status").asText()).isEqualTo("revoked");
    }

    private JsonNode reminder() {
      return client
          .requests(patient)
          .get("appointment-reminder:three-days-before:Appointment/" + patient);
    }

    @Test
    void cannotWriteWithoutAVersion() {
      assertThat(client.send("PUT", path, stale.toString()).status()).isEqualTo(412);
      assertNothingIsRaised();
    }

    @Test
    void cannotWriteOnTheVersionItKnows() {
      String version = "W/\"" + stale.path("meta").path("versionId").asText() + "\"";
      assertThat(client.send("PUT", path, stale.toString(), "If-Match", version).status())
          .isEqualTo(412);
      assertNothingIsRaised();
    }

    private void assertNothingIsRaised() {
      client.advance("P20D");
      assertThat(reminder().path("status").asText()).isEqualTo("revoked");
      assertThat(accepted()).as("the confirmation, and no reminder").hasSize(1);
    }
  }

  /** The clock of a machine that was asleep, or was set: everything in between is due at once. */
  @Nested
  class AClockThatIsMovedOverManyDueInstants {

    @Test
    void getsEachMessageAtItsOwnTimeAndOnce() {
      LocalDate first = OffsetDateTime.parse(client.now()).toLocalDate().plusDays(20);
      List<LocalDate> visits = first.datesUntil(first.plusDays(10), Period.ofDays(2)).toList();
      visits.forEach(
          day ->
              client.put(
                  Records.appointment(
                      patient + day.getDayOfYear(), patient, day + "T15:00:00+09:00", "booked")));
      client.untilIdle();
      client.advance("P60D");
      assertThat(accepted()).hasSize(3 * visits.size());
      assertThat(client.requests(patient).values())
          .allSatisfy(r -> assertThat(r.path("status").asText()).isEqualTo("completed"));
      assertThat(client.search("Communication?patient=Patient/" + patient))
          .hasSize(3 * visits.size());
    }
  }

  @Nested
  class AProviderThatRefuses {

    @ParameterizedTest
    @ValueSource(strings = {"reject-number", "template-mismatch"})
    void isFollowedByTheNextChannel(String kind) {
      client.fault(KAKAO, kind, 1);
      book("");
      assertThat(accepted())
          .singleElement()
          .satisfies(m -> assertThat(m.path("channel").asText()).isEqualTo("sms"));
      assertThat(attempts(""))
          .extracting(AnbuClient::deliveryStatus)
          .containsExactly("failed-permanent", "delivered");
      assertThat(confirmation("").path("status").asText()).isEqualTo("completed");
    }

    @Test
    void becauseThePatientBlockedTheChannelIsNotTriedThereAgain() {
      client.fault(KAKAO, "blocked", 1);
      book("");
      assertThat(channels()).containsExactly(KAKAO, "sms");
      assertThat(attempts(""))
          .extracting(AnbuClient::deliveryStatus)
          .containsExactly("failed-permanent", "delivered");
      assertThat(optOuts()).singleElement().asString().contains("\"code\":\"kakao\"");

      book("-second");
      assertThat(channels()).containsExactly(KAKAO, "sms", "sms");
    }

    @Test
    void onEveryChannelLeavesTheRestToStaff() {
      bySmsOnly();
      client.fault(TWILIO, "blocked", 1);
      book("");
      assertThat(accepted()).isEmpty();
      assertThat(confirmation("").path("status").asText()).isEqualTo("revoked");
      assertThat(reason(confirmation(""))).isEqualTo("channels-exhausted");
      assertThat(client.search("Task?patient=" + patient))
          .singleElement()
          .asString()
          .contains("exhausted-channels");

      book("-second");
      client.advance("P30D");
      assertThat(accepted()).isEmpty();
    }

    private List<String> channels() {
      return accepted().stream().map(m -> m.path("channel").asText()).toList();
    }

    private List<JsonNode> optOuts() {
      return client.search("Consent?patient=" + patient).stream()
          .filter(c -> c.path("provision").path("type").asText().equals("deny"))
          .toList();
    }
  }

  @Nested
  class Receipts {

    @ParameterizedTest
    @CsvSource({
      "kakao,duplicate-receipt",
      "kakao,reordered-receipts",
      "kakao,lost-receipt",
      "twilio,duplicate-receipt",
      "twilio,reordered-receipts",
      "twilio,lost-receipt"
    })
    void endAsDelivered(String provider, String kind) {
      if (provider.equals(TWILIO)) {
        bySmsOnly();
      }
      client.fault(provider, kind, 1);
      book("");
      assertArrivedOnce(provider.equals(KAKAO) ? KAKAO : "sms");
    }

    @ParameterizedTest
    @ValueSource(strings = {KAKAO, TWILIO})
    void thatComeADayLateAreRecordedThen(String provider) {
      if (provider.equals(TWILIO)) {
        bySmsOnly();
      }
      client.fault(provider, "late-delivery", 1);
      book("");
      assertThat(deliveryStatus(attempts("").get(0))).isNotEqualTo("delivered");
      client.advance("P1DT1H");
      assertArrivedOnce(provider.equals(KAKAO) ? KAKAO : "sms");
    }
  }
}
