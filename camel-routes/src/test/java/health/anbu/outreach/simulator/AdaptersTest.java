package health.anbu.outreach.simulator;

import static health.anbu.outreach.contact.DeliveryStatus.ACCEPTED;
import static health.anbu.outreach.contact.DeliveryStatus.DELIVERED;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_PERMANENT;
import static health.anbu.outreach.simulator.ProviderScene.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendOutcome.Accepted;
import health.anbu.outreach.contact.SendOutcome.Refused;
import health.anbu.outreach.contact.SendOutcome.Throttled;
import health.anbu.outreach.contact.SendOutcome.Unknown;
import health.anbu.outreach.contact.SendQuestion;
import health.anbu.outreach.contact.StatusQuestion;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kamelets against the simulators. */
class AdaptersTest extends SimulatedProviders {

  private List<DeliveryStatus> statuses(OutgoingMessage message) {
    return scene.receipts.stream()
        .filter(receipt -> message.messageId().equals(receipt.messageId()))
        .map(Receipt::status)
        .toList();
  }

  private DeliveryStatus merged(OutgoingMessage message) {
    return statuses(message).stream().reduce(ACCEPTED, DeliveryStatus::merge);
  }

  private long taken(OutgoingMessage message) {
    return accepted.list(m -> message.messageId().equals(m.idempotencyKey())).size();
  }

  private static String providerId(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).providerId();
  }

  @Nested
  class AMessageThatIsAccepted {

    @ParameterizedTest
    @CsvSource({"kakao,nhn", "sms,twilio"})
    void isListedAndItsReceiptsCome(String channel, String provider) throws IOException {
      OutgoingMessage message = message(channel, PHONE, "김하늘 님, 안녕하세요? سلام & <b>50%</b>+1");
      SendOutcome outcome = scene.send(message);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Accepted.class, a -> assertThat(a.provider()).isEqualTo(provider));
      JsonNode listed =
          JSON.readTree(
              scene.get("/simulators/messages?to=%2B821012345678&channel=" + channel).body());
      JsonNode last = listed.get(listed.size() - 1);
      assertThat(last.path("text").asText()).isEqualTo(message.text());
      assertThat(last.path("to").asText()).isEqualTo(PHONE);
      assertThat(last.path("at").asText()).isEqualTo("2026-03-02T10:00+09:00");
      assertThat(last.path("providerId").asText()).isEqualTo(providerId(outcome));
      assertThat(last.path("idempotencyKey").asText()).isEqualTo(message.messageId());
      settle();
      assertThat(merged(message)).isEqualTo(DELIVERED);
    }

    @Test
    void foreignNumbersKeepTheirCountry() {
      OutgoingMessage message = message("kakao", "+819012345678", "こんにちは");
      providerId(scene.send(message));
      assertThat(accepted.list(m -> message.messageId().equals(m.idempotencyKey())))
          .singleElement()
          .satisfies(m -> assertThat(m.to()).isEqualTo("+819012345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kakao", "sms"})
    void canBeAskedForItsStatus(String channel) {
      OutgoingMessage message = message(channel, PHONE, "status " + channel);
      scene.fault(channel.equals("sms") ? "twilio" : "kakao", "{\"kind\":\"lost-receipt\"}");
      String id = providerId(scene.send(message));
      settle();
      assertThat(statuses(message)).isEmpty();
      Object answer =
          scene.ask("direct:" + channel + "-query", new StatusQuestion(id, message.messageId()));
      assertThat(answer)
          .isInstanceOfSatisfying(
              Receipt.class,
              receipt -> {
                assertThat(receipt.status()).isEqualTo(DELIVERED);
                assertThat(receipt.messageId()).isEqualTo(message.messageId());
              });
    }
  }

  @Nested
  class AnOutcomeThatStaysOpen {

    @ParameterizedTest
    @CsvSource({"kakao,kakao", "sms,twilio"})
    void isUnknownAndALookupFindsTheMessage(String channel, String provider) {
      OutgoingMessage message = message(channel, PHONE, "timeout " + channel);
      scene.fault(provider, "{\"kind\":\"timeout-after-accept\"}");
      assertThat(scene.ask("direct:" + channel + "-impatient", message))
          .isInstanceOf(Unknown.class);
      Object found =
          scene.ask("direct:" + channel + "-query", new SendQuestion(message, clock.instant()));
      assertThat(found).isInstanceOf(Accepted.class);
      assertThat(taken(message)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"kakao,kakao", "sms,twilio"})
    void isUnknownAfterAServerErrorAndALookupSaysNotSent(String channel, String provider) {
      OutgoingMessage message = message(channel, PHONE, "error " + channel);
      scene.fault(provider, "{\"kind\":\"server-error\"}");
      assertThat(scene.send(message)).isEqualTo(new Unknown("http-500"));
      Object answer =
          scene.ask("direct:" + channel + "-query", new SendQuestion(message, clock.instant()));
      assertThat(answer).isEqualTo(new Throttled(Duration.ZERO));
      assertThat(taken(message)).isZero();
    }

    @Test
    void theSameTextSentEarlierIsNotTakenForIt() {
      OutgoingMessage earlier = message("sms", PHONE, "the same reminder");
      providerId(scene.send(earlier));
      Instant later = clock.instant().plus(Duration.ofHours(1));
      Object answer =
          scene.ask(
              "direct:sms-query",
              new SendQuestion(message("sms", PHONE, "the same reminder"), later));
      assertThat(answer).isInstanceOf(Throttled.class);
    }

    @Test
    void aRepeatWithTheSameKeyIsTheMessageAcceptedBefore() {
      OutgoingMessage message = message("kakao", PHONE, "twice");
      String first = providerId(scene.send(message));
      assertThat(providerId(scene.send(message))).isEqualTo(first);
      assertThat(taken(message)).isEqualTo(1);
    }
  }

  @Nested
  class NothingIsSentWhen {

    @ParameterizedTest
    @CsvSource({"kakao,kakao", "sms,twilio"})
    void theProviderThrottles(String channel, String provider) {
      OutgoingMessage message = message(channel, PHONE, "throttle");
      scene.fault(provider, "{\"kind\":\"throttle\",\"count\":1}");
      assertThat(scene.send(message)).isInstanceOf(Throttled.class);
      assertThat(taken(message)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kakao", "sms"})
    void theProviderIsNotThere(String channel) {
      Object outcome =
          scene.ask("direct:" + channel + "-nowhere", message(channel, PHONE, "nowhere"));
      assertThat(outcome).isInstanceOf(Throttled.class);
    }

    @ParameterizedTest
    @CsvSource({
      "kakao,kakao,reject-number,number-invalid,false",
      "kakao,kakao,template-mismatch,provider-rejected,false",
      "sms,twilio,reject-number,number-invalid,false",
      "sms,twilio,blocked,opt-out,true"
    })
    void theProviderRefuses(
        String channel, String provider, String kind, String reason, boolean optOut) {
      OutgoingMessage message = message(channel, PHONE, "refused");
      scene.fault(provider, "{\"kind\":\"" + kind + "\"}");
      assertThat(scene.send(message))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(reason);
                assertThat(refused.permanent()).isTrue();
                assertThat(refused.optOut()).isEqualTo(optOut);
              });
      assertThat(taken(message)).isZero();
    }

    @Test
    void theTokenIsWrong() {
      Object outcome = scene.ask("direct:sms-wrong-token", message("sms", PHONE, "x"));
      assertThat(outcome)
          .isEqualTo(new Refused("twilio", "20003", "channel-unavailable", false, false));
    }

    @Test
    void advertisingWouldGoByAlimTalk() {
      OutgoingMessage plain = message("kakao", PHONE, "(광고) 할인");
      OutgoingMessage advertising =
          new OutgoingMessage(
              plain.messageId(), "kakao", PHONE, "", plain.text(), "ko", null, null, null, true);
      assertThat(scene.send(advertising))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo("advertising-not-on-channel"));
      assertThat(taken(advertising)).isZero();
    }
  }

  @Nested
  class Receipts {

    @ParameterizedTest
    @CsvSource({
      "kakao,kakao,duplicate-receipt", "kakao,kakao,reordered-receipts",
      "sms,twilio,duplicate-receipt", "sms,twilio,reordered-receipts"
    })
    void doubledOrReorderedEndDelivered(String channel, String provider, String kind) {
      OutgoingMessage message = message(channel, PHONE, kind);
      scene.fault(provider, "{\"kind\":\"" + kind + "\"}");
      providerId(scene.send(message));
      settle();
      assertThat(statuses(message)).hasSizeGreaterThan(1);
      assertThat(merged(message)).isEqualTo(DELIVERED);
    }

    @Test
    void doubledCarryTheSameEventId() {
      OutgoingMessage message = message("kakao", PHONE, "doubled");
      scene.fault("kakao", "{\"kind\":\"duplicate-receipt\"}");
      providerId(scene.send(message));
      settle();
      assertThat(scene.receipts).hasSize(2);
      assertThat(scene.receipts.stream().map(Receipt::eventId).distinct()).hasSize(1);
    }

    @Test
    void areBroughtAgainWhenTheProductFails() {
      scene.failNext(2);
      OutgoingMessage message = message("kakao", PHONE, "again");
      providerId(scene.send(message));
      settle();
      assertThat(statuses(message)).containsExactly(DELIVERED);
    }

    @Test
    void sayThatANumberHasNoKakaoTalk() {
      OutgoingMessage message = message("kakao", "+821012340000", "nobody there");
      providerId(scene.send(message));
      settle();
      assertThat(scene.receipts)
          .singleElement()
          .satisfies(
              receipt -> {
                assertThat(receipt.status()).isEqualTo(FAILED_PERMANENT);
                assertThat(receipt.code()).isEqualTo("3019");
                assertThat(receipt.optOut()).isFalse();
              });
    }

    @Test
    void sayThatThePatientBlockedTheSender() {
      String blocker = "+821055556666";
      assertThat(
              scene
                  .post(
                      "/simulators/kakao/inbound",
                      "{\"from\":\"010-5555-6666\",\"event\":\"block\"}")
                  .statusCode())
          .isEqualTo(202);
      providerId(scene.send(message("kakao", blocker, "blocked")));
      settle();
      assertThat(scene.receipts)
          .singleElement()
          .satisfies(receipt -> assertThat(receipt.optOut()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"kakao,kakao", "sms,twilio"})
    void ofALateDeliveryWaitForTheClock(String channel, String provider) {
      OutgoingMessage message = message(channel, PHONE, "late " + channel);
      scene.fault(provider, "{\"kind\":\"late-delivery\"}");
      providerId(scene.send(message));
      Instant due = webhooks.nextDue().orElseThrow();
      assertThat(due).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
      assertThat(webhooks.isIdle()).isTrue();
      assertThat(statuses(message)).isEmpty();
      clock.set(due);
      webhooks.runDue(due);
      settle();
      assertThat(merged(message)).isEqualTo(DELIVERED);
      assertThat(webhooks.nextDue()).isEmpty();
    }
  }

  @Nested
  class APatientWhoWrites {

    @Test
    void reachesTheProductThroughTheSignedWebhook() {
      scene.post(
          "/simulators/twilio/inbound", "{\"from\":\"010-1234-5678\",\"text\":\"예약 변경 +1\"}");
      settle();
      assertThat(scene.inbound)
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.from()).isEqualTo(PHONE);
                assertThat(message.text()).isEqualTo("예약 변경 +1");
                assertThat(message.channel()).isEqualTo("sms");
                assertThat(message.optOut()).isFalse();
              });
    }

    @Test
    void stopsEveryFurtherMessageUntilStart() {
      String number = "+821077778888";
      scene.post("/simulators/twilio/inbound", "{\"from\":\"" + number + "\",\"text\":\" stop\"}");
      settle();
      assertThat(scene.inbound)
          .singleElement()
          .satisfies(message -> assertThat(message.optOut()).isTrue());
      assertThat(scene.send(message("sms", number, "after stop")))
          .isEqualTo(new Refused("twilio", "21610", "opt-out", true, true));
      scene.post("/simulators/twilio/inbound", "{\"from\":\"" + number + "\",\"text\":\"START\"}");
      assertThat(scene.send(message("sms", number, "after start"))).isInstanceOf(Accepted.class);
    }
  }

  @Nested
  class AForgedWebhook {

    @ParameterizedTest
    @CsvSource({
      "/webhooks/twilio/status?m=1,X-Twilio-Signature",
      "/webhooks/twilio/inbound,X-Twilio-Signature",
      "/webhooks/nhn/receipts,X-Toast-Webhook-Signature"
    })
    void isRefusedAndNothingHappens(String path, String header) {
      for (String signature : List.of("forged", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")) {
        HttpResponse<String> answer =
            scene.exchange(
                scene
                    .request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(header, signature)
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "MessageSid=SM1&MessageStatus=delivered&From=%2B1&To=%2B1&Body=x"))
                    .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
      }
      assertThat(scene.receipts).isEmpty();
      assertThat(scene.inbound).isEmpty();
    }

    @Test
    void withoutSignatureIsRefused() {
      assertThat(scene.post("/webhooks/nhn/receipts", "{\"hooks\":[]}").statusCode())
          .isEqualTo(403);
    }

    @Test
    void signedNonsenseIsABadRequest() {
      HttpResponse<String> answer =
          scene.exchange(
              scene
                  .request("/webhooks/nhn/receipts")
                  .header("X-Toast-Webhook-Signature", "simulated-webhook-secret")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"hooks\":"))
                  .build());
      assertThat(answer.statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class ARequestThatTheProviderCannotRead {

    @Test
    void getsTheErrorShapeOfNhn() throws IOException {
      HttpResponse<String> answer =
          scene.post(
              "/simulators/kakao/alimtalk/v2.3/appkeys/simulatedAppKey/raw-messages", "{\"a\":");
      JsonNode header = JSON.readTree(answer.body()).path("header");
      assertThat(header.path("resultCode").asInt()).isEqualTo(-1001);
      assertThat(header.path("isSuccessful").asBoolean()).isFalse();
    }

    @Test
    void getsTheErrorShapeOfTwilio() throws IOException {
      HttpResponse<String> answer =
          scene.get("/simulators/twilio/2010-04-01/Accounts/AC1/Messages.json");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(JSON.readTree(answer.body()).path("code").asInt()).isEqualTo(20003);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "{\"kind\":\"no-such\"}",
          "{\"kind\":\"throttle\",\"count\":-1}",
          "{\"kind\":\"throttle\",\"rate\":2}",
          "nonsense"
        })
    void isNoFault(String body) {
      assertThat(scene.post("/simulators/kakao/faults", body).statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class AfterARestart {

    @Test
    void aLateResultIsStillWaitedFor() throws Exception {
      OutgoingMessage message = message("sms", PHONE, "late over a restart");
      scene.fault("twilio", "{\"kind\":\"late-delivery\"}");
      String id = providerId(scene.send(message));
      try (Journal journal = new Journal(DATA.resolve("simulators/accepted.jsonl"))) {
        var reopened = new AcceptedMessages(journal, clock, ZoneId.of("Asia/Seoul"));
        assertThat(reopened.pending(Carrier.TWILIO))
            .extracting(AcceptedMessage::providerId)
            .contains(id);
      }
      webhooks.runDue(clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasAcceptedIsStillThere() throws Exception {
      OutgoingMessage message = message("kakao", PHONE, "durable");
      String id = providerId(scene.send(message));
      try (Journal journal = new Journal(DATA.resolve("simulators/accepted.jsonl"))) {
        var reopened = new AcceptedMessages(journal, clock, ZoneId.of("Asia/Seoul"));
        assertThat(reopened.find("kakao", id)).isPresent();
        assertThat(reopened.takeKey("kakao", message.messageId())).isFalse();
      }
    }
  }
}
