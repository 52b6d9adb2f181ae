package health.anbu.outreach.simulator;

import static health.anbu.outreach.contact.DeliveryStatus.ACCEPTED;
import static health.anbu.outreach.contact.DeliveryStatus.DELIVERED;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_PERMANENT;
import static health.anbu.outreach.contact.DeliveryStatus.READ;
import static health.anbu.outreach.simulator.ProviderScene.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.Button;
import health.anbu.outreach.contact.ChannelOptOut;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Picture;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendOutcome.Accepted;
import health.anbu.outreach.contact.SendOutcome.Refused;
import health.anbu.outreach.contact.SendOutcome.Throttled;
import health.anbu.outreach.contact.SendOutcome.Unknown;
import health.anbu.outreach.contact.SendQuestion;
import health.anbu.outreach.route.BodySignature;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kamelets of LINE and WhatsApp against their simulators. */
class MessengerAdaptersTest extends SimulatedProviders {
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final int person = PEOPLE.incrementAndGet();
  private final String user = "U%032x".formatted(person);
  private final String number = "+8210888%05d".formatted(person);

  private OutgoingMessage to(String channel, String text) {
    return message(channel, channel.equals("line") ? user : number, text);
  }

  private static OutgoingMessage withPicture(OutgoingMessage plain) {
    return new OutgoingMessage(
        plain.messageId(),
        plain.channel(),
        plain.to(),
        "",
        plain.text(),
        "en",
        null,
        Map.of(),
        List.of(),
        false,
        new Picture("image/png", "https://clinic.example/brush.png", "The order of brushing"));
  }

  private static OutgoingMessage advertising(OutgoingMessage plain) {
    return new OutgoingMessage(
        plain.messageId(),
        plain.channel(),
        plain.to(),
        "",
        plain.text(),
        "en",
        null,
        Map.of(),
        List.of(),
        true);
  }

  private List<AcceptedMessage> taken(OutgoingMessage message) {
    return accepted.list(m -> message.messageId().equals(m.idempotencyKey()));
  }

  private List<DeliveryStatus> statuses(OutgoingMessage message) {
    return scene.receipts.stream()
        .filter(receipt -> message.messageId().equals(receipt.messageId()))
        .map(Receipt::status)
        .toList();
  }

  private DeliveryStatus merged(OutgoingMessage message) {
    return statuses(message).stream().reduce(ACCEPTED, DeliveryStatus::merge);
  }

  private static String providerId(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).providerId();
  }

  private void does(String provider, String event, String text) {
    String from = provider.equals("line") ? user : number;
    HttpResponse<String> answer =
        scene.post(
            "/simulators/" + provider + "/inbound",
            "{\"from\":\"%s\",\"event\":\"%s\",\"text\":\"%s\"}".formatted(from, event, text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    settle();
  }

  private void strikes(String provider, String kind) {
    scene.fault(provider, "{\"kind\":\"" + kind + "\"}");
  }

  @Nested
  class AMessageThatIsAccepted {

    @ParameterizedTest
    @ValueSource(strings = {"line", "whatsapp"})
    void isListedUnderItsAddress(String channel) throws IOException {
      OutgoingMessage message = to(channel, "김하늘 님, 안녕하세요? سلام & <b>50%</b>");
      String id = providerId(scene.send(message));
      JsonNode listed =
          JSON.readTree(
              scene.get("/simulators/messages?to=" + message.to().replace("+", "%2B")).body());
      assertThat(listed).hasSize(1);
      assertThat(listed.get(0).path("to").asText()).isEqualTo(message.to());
      assertThat(listed.get(0).path("channel").asText()).isEqualTo(channel);
      assertThat(listed.get(0).path("text").asText()).isEqualTo(message.text());
      assertThat(listed.get(0).path("providerId").asText()).isEqualTo(id);
      assertThat(listed.get(0).path("idempotencyKey").asText()).isEqualTo(message.messageId());
    }

    @Test
    void byLineStaysAcceptedBecauseLineSaysNoMore() {
      scene.send(to("line", "nothing comes back"));
      settle();
      assertThat(scene.receipts).isEmpty();
    }

    @Test
    void byWhatsappIsDeliveredAndRead() {
      OutgoingMessage message = to("whatsapp", "a receipt comes");
      scene.send(message);
      settle();
      assertThat(merged(message)).isEqualTo(DELIVERED);
      does("whatsapp", "read", "");
      assertThat(merged(message)).isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "whatsapp"})
    void hasItsLinksUnderTheText(String channel) {
      OutgoingMessage plain = to(channel, "book");
      OutgoingMessage linked =
          new OutgoingMessage(
              plain.messageId(),
              channel,
              plain.to(),
              "",
              "book",
              "en",
              null,
              Map.of(),
              List.of(new Button("Open", "https://example.org/b")),
              false);
      scene.send(linked);
      assertThat(taken(linked).get(0).text()).contains("book", "Open", "https://example.org/b");
    }

    @Test
    @DisplayName("S5.12, C41 a picture by LINE, the words under it")
    void byLineShowsItsPicture() {
      OutgoingMessage shown = withPicture(to("line", "How to brush"));
      providerId(scene.send(shown));
      assertThat(taken(shown).get(0).text())
          .isEqualTo("[https://clinic.example/brush.png]\n\nHow to brush");
    }

    @Test
    @DisplayName("S5.12, C41 a picture by WhatsApp, in words where only the template may go")
    void byWhatsappShowsItsPictureToWhoHasWritten() {
      OutgoingMessage template = withPicture(to("whatsapp", "How to brush"));
      providerId(scene.send(template));
      assertThat(taken(template).get(0).text())
          .isEqualTo("How to brush The order of brushing https://clinic.example/brush.png");

      does("whatsapp", "message", "hello");
      OutgoingMessage shown = withPicture(to("whatsapp", "How to brush"));
      providerId(scene.send(shown));
      assertThat(taken(shown).get(0).text())
          .isEqualTo("[https://clinic.example/brush.png]\n\nHow to brush");

      OutgoingMessage tooLongForACaption = withPicture(to("whatsapp", "가".repeat(1025)));
      providerId(scene.send(tooLongForACaption));
      assertThat(taken(tooLongForACaption).get(0).text())
          .endsWith("가\n\nThe order of brushing\nhttps://clinic.example/brush.png");
    }

    @Test
    void survivesARestart() throws Exception {
      OutgoingMessage message = to("line", "durable");
      String id = providerId(scene.send(message));
      try (Journal journal = new Journal(DATA.resolve("simulators/accepted.jsonl"))) {
        var reopened = new AcceptedMessages(journal, clock, ZoneId.of("Asia/Seoul"));
        assertThat(reopened.find("line", id)).isPresent();
        assertThat(reopened.findByKey("line", message.messageId(), Duration.ofHours(24)))
            .isPresent();
      }
    }
  }

  @Nested
  class AnOutcomeThatStaysOpen {

    @Test
    void isSettledByLineUnderTheSameRetryKey() {
      OutgoingMessage message = to("line", "timeout");
      strikes("line", "timeout-after-accept");
      assertThat(scene.ask("direct:line-impatient", message)).isInstanceOf(Unknown.class);
      Object found = scene.ask("direct:line-query", new SendQuestion(message, clock.instant()));
      assertThat(taken(message))
          .singleElement()
          .satisfies(m -> assertThat(providerId((SendOutcome) found)).isEqualTo(m.providerId()));
    }

    @Test
    void isSentByLineWhereItHadNotBeenTaken() {
      OutgoingMessage message = to("line", "error");
      strikes("line", "server-error");
      assertThat(scene.send(message)).isEqualTo(new Unknown("http-500"));
      assertThat(scene.ask("direct:line-query", new SendQuestion(message, clock.instant())))
          .isInstanceOf(Accepted.class);
      assertThat(taken(message)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-error", "throttle", "reject-number"})
    void staysOpenWhereTheRepeatIsRefused(String kind) {
      OutgoingMessage message = to("line", "open");
      strikes("line", kind);
      assertThat(scene.ask("direct:line-query", new SendQuestion(message, clock.instant())))
          .isInstanceOfSatisfying(Unknown.class, u -> assertThat(u.askable()).isTrue());
    }

    @Test
    void isNeverRepeatedWhenLineMayHaveForgottenTheKey() {
      OutgoingMessage message = to("line", "old");
      providerId(scene.send(message));
      clock.set(START.plus(Duration.ofHours(25)));
      assertThat(scene.ask("direct:line-query", new SendQuestion(message, START)))
          .isEqualTo(new Unknown("repeat-failed", false));
      assertThat(taken(message)).hasSize(1);
    }

    @Test
    void atWhatsappIsSettledByTheReceiptThatNamesOurId() {
      OutgoingMessage message = to("whatsapp", "timeout");
      strikes("whatsapp", "timeout-after-accept");
      assertThat(scene.ask("direct:whatsapp-impatient", message)).isInstanceOf(Unknown.class);
      settle();
      assertThat(merged(message)).isEqualTo(DELIVERED);
      assertThat(taken(message)).hasSize(1);
    }
  }

  @Nested
  class NothingIsSentWhen {

    @ParameterizedTest
    @CsvSource({"line,throttle", "whatsapp,throttle", "whatsapp,server-error"})
    void theProviderIsInTrouble(String provider, String kind) {
      OutgoingMessage message = to(provider, kind);
      strikes(provider, kind);
      assertThat(scene.send(message)).isInstanceOf(Throttled.class);
      assertThat(taken(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "whatsapp"})
    void theProviderIsNotThere(String channel) {
      assertThat(scene.ask("direct:" + channel + "-nowhere", to(channel, "nowhere")))
          .isInstanceOf(Throttled.class);
    }

    @ParameterizedTest
    @CsvSource({
      "line,reject-number,number-invalid",
      "line,template-mismatch,provider-rejected",
      "whatsapp,reject-number,channel-unavailable",
      "whatsapp,template-mismatch,provider-rejected"
    })
    void theProviderRefuses(String provider, String kind, String reason) {
      OutgoingMessage message = to(provider, kind);
      strikes(provider, kind);
      assertThat(scene.send(message))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(reason);
                assertThat(refused.permanent()).isTrue();
                assertThat(refused.optOut()).isFalse();
              });
      assertThat(taken(message)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"line,http-401", "whatsapp,190"})
    void theTokenIsWrong(String channel, String code) {
      assertThat(scene.ask("direct:" + channel + "-wrong-token", to(channel, "x")))
          .isEqualTo(new Refused(channel, code, "channel-unavailable", false, false));
    }

    @ParameterizedTest
    @CsvSource({"line,5001", "whatsapp,1025"})
    void theTextIsTooLong(String channel, int length) {
      assertThat(scene.send(to(channel, "가".repeat(length))))
          .isEqualTo(new Refused(channel, "too-long", "provider-rejected", true, false));
    }
  }

  @Nested
  class Whatsapp {

    @Test
    void getsATemplateInOneLineUntilThePatientHasWritten() {
      OutgoingMessage before = to("whatsapp", "first\n\nsecond");
      providerId(scene.send(before));
      assertThat(taken(before).get(0).template()).isEqualTo("anbu");
      assertThat(taken(before).get(0).text()).isEqualTo("first second");

      does("whatsapp", "message", "hello");
      OutgoingMessage after = to("whatsapp", "first\n\nsecond");
      providerId(scene.send(after));
      assertThat(taken(after).get(0).template()).isNull();
      assertThat(taken(after).get(0).text()).isEqualTo("first\n\nsecond");
      settle();
      assertThat(merged(after)).isEqualTo(DELIVERED);

      clock.set(START.plus(Duration.ofHours(24)));
      OutgoingMessage dayAfter = to("whatsapp", "template again");
      providerId(scene.send(dayAfter));
      assertThat(taken(dayAfter).get(0).template()).isEqualTo("anbu");
    }

    @Test
    void getsAdvertisingByItsOwnTemplateOnly() {
      does("whatsapp", "message", "hello");
      OutgoingMessage message = advertising(to("whatsapp", "Ad"));
      providerId(scene.send(message));
      assertThat(taken(message).get(0).template()).isEqualTo("anbu_marketing");
    }

    @Test
    void saysThatAdvertisingWasSwitchedOff() {
      does("whatsapp", "stop-marketing", "");
      assertThat(scene.optOuts)
          .singleElement()
          .satisfies(told -> assertThat(told.about()).isEqualTo(Purpose.ADVERTISING))
          .satisfies(told -> assertThat(told.from()).isEqualTo(number));
      OutgoingMessage message = advertising(to("whatsapp", "Ad"));
      providerId(scene.send(message));
      settle();
      assertThat(scene.receipts)
          .filteredOn(receipt -> receipt.status() == FAILED_PERMANENT)
          .singleElement()
          .satisfies(receipt -> assertThat(receipt.code()).isEqualTo("131050"))
          .satisfies(receipt -> assertThat(receipt.optOut()).isTrue());
    }

    @Test
    void saysNothingOfWhoBlocked() {
      strikes("whatsapp", "blocked");
      OutgoingMessage message = to("whatsapp", "blocked");
      providerId(scene.send(message));
      settle();
      assertThat(statuses(message)).containsExactly(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate-receipt", "reordered-receipts"})
    void receiptsEndDelivered(String kind) {
      strikes("whatsapp", kind);
      OutgoingMessage message = to("whatsapp", kind);
      providerId(scene.send(message));
      settle();
      assertThat(statuses(message)).hasSizeGreaterThan(1);
      assertThat(merged(message)).isEqualTo(DELIVERED);
    }

    @Test
    void receiptsMayBeLostOrLate() {
      strikes("whatsapp", "lost-receipt");
      OutgoingMessage lost = to("whatsapp", "lost");
      scene.send(lost);
      strikes("whatsapp", "late-delivery");
      OutgoingMessage late = to("whatsapp", "late");
      scene.send(late);
      settle();
      assertThat(scene.receipts).isEmpty();
      clock.set(START.plus(Duration.ofDays(1)));
      webhooks.runDue(clock.instant());
      settle();
      assertThat(merged(late)).isEqualTo(DELIVERED);
      assertThat(statuses(lost)).isEmpty();
    }

    @Test
    void isAnsweredWhenItsConsoleAsks() {
      String query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
      HttpResponse<String> right =
          scene.get("/webhooks/whatsapp" + query + "simulated-verify-token");
      assertThat(right.statusCode()).isEqualTo(200);
      assertThat(right.body()).isEqualTo("1158201444");
      assertThat(right.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
      assertThat(scene.get("/webhooks/whatsapp" + query + "wrong").statusCode()).isEqualTo(403);
      assertThat(scene.get("/webhooks/whatsapp").statusCode()).isEqualTo(403);
    }
  }

  @Nested
  class Line {

    @Test
    void tellsThatSomebodyUnfollowed() {
      does("line", "unfollow", "");
      assertThat(scene.optOuts)
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.channel()).isEqualTo("line");
                assertThat(told.from()).isEqualTo(user);
                assertThat(told.about()).isNull();
                assertThat(told.at()).isEqualTo(START);
              });
    }

    @Test
    void acceptsAMessageToWhoHasBlockedTheAccountAndTellsOfTheBlock() {
      strikes("line", "blocked");
      providerId(scene.send(to("line", "blocked")));
      settle();
      assertThat(scene.optOuts).extracting(ChannelOptOut::from).containsExactly(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow", "account-link"})
    void tellsOfWhatAsksNothingOfUs(String event) {
      does("line", event, "");
      assertThat(scene.inbound).isEmpty();
      assertThat(scene.optOuts).isEmpty();
    }

    @Test
    void redeliversTheSameEvent() {
      strikes("line", "duplicate-receipt");
      does("line", "message", "twice");
      assertThat(scene.inbound).hasSize(2);
      assertThat(scene.inbound.stream().map(m -> m.providerId()).distinct()).hasSize(1);
    }

    @Test
    void bringsAnOlderEventLaterWhichUndoesNothing() {
      strikes("line", "reordered-receipts");
      does("line", "unfollow", "");
      assertThat(scene.optOuts).hasSize(1);
    }

    @Test
    void comesAgainWhenTheProductFails() {
      scene.failNext(2);
      does("line", "message", "again");
      assertThat(scene.inbound).hasSize(1);
    }

    @Test
    void mayLoseAWebhookOrBringItADayLater() {
      strikes("line", "lost-receipt");
      does("line", "message", "lost");
      strikes("line", "late-delivery");
      does("line", "message", "late");
      assertThat(scene.inbound).isEmpty();
      clock.set(START.plus(Duration.ofDays(1)));
      webhooks.runDue(clock.instant());
      settle();
      assertThat(scene.inbound).extracting(m -> m.text()).containsExactly("late");
    }
  }

  @Nested
  class APatientWhoWrites {

    @ParameterizedTest
    @CsvSource({"line,message", "line,click", "whatsapp,message", "whatsapp,click"})
    void reachesTheProductThroughTheSignedWebhook(String provider, String event) {
      if (event.equals("click") && provider.equals("line")) {
        scene.post(
            "/simulators/line/inbound",
            "{\"from\":\"%s\",\"event\":\"click\",\"data\":\"예약 +1\"}".formatted(user));
        settle();
      } else {
        does(provider, event, "예약 +1");
      }
      assertThat(scene.inbound)
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.channel()).isEqualTo(provider);
                assertThat(message.from()).isEqualTo(provider.equals("line") ? user : number);
                assertThat(message.text()).isEqualTo("예약 +1");
                assertThat(message.at()).isEqualTo(START);
              });
    }
  }

  @Nested
  class AWebhook {
    private static final String EMPTY = "{\"destination\":\"U1\",\"events\":[]}";

    private int post(String path, String header, String signature, String body) {
      return scene
          .exchange(
              scene
                  .request(path)
                  .header(header, signature)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build())
          .statusCode();
    }

    private int line(String secret, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return post("/webhooks/line", "X-Line-Signature", BodySignature.line(secret, bytes), body);
    }

    private int whatsapp(String secret, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return post(
          "/webhooks/whatsapp", "X-Hub-Signature-256", BodySignature.whatsapp(secret, bytes), body);
    }

    @Test
    void withoutEventsIsWellReceived() {
      assertThat(line("simulated-line-secret", EMPTY)).isEqualTo(200);
      assertThat(whatsapp("simulated-app-secret", "{\"entry\":[]}")).isEqualTo(200);
    }

    @Test
    void signedWithAnotherSecretIsRefused() {
      String stop =
          """
          {"destination":"U1","events":[{"type":"unfollow","timestamp":1,"webhookEventId":"1",
           "source":{"type":"user","userId":"%s"}}]}"""
              .formatted(user);
      assertThat(line("guessed", stop)).isEqualTo(403);
      assertThat(post("/webhooks/line", "X-Line-Signature", "", stop)).isEqualTo(403);
      assertThat(whatsapp("guessed", "{\"entry\":[]}")).isEqualTo(403);
      assertThat(post("/webhooks/whatsapp", "X-Hub-Signature-256", "sha256=00", "{}"))
          .isEqualTo(403);
      assertThat(scene.optOuts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{",
          "[]",
          "{}",
          "{\"events\":[{\"type\":\"message\",\"source\":{\"type\":\"user\",\"userId\":"
              + "\"U00000000000000000000000000000001\"}}]}"
        })
    void ofSignedNonsenseIsABadRequest(String body) {
      assertThat(line("simulated-line-secret", body)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"entry\":1}"})
    void ofWhatsappWithSignedNonsenseIsABadRequest(String body) {
      assertThat(whatsapp("simulated-app-secret", body)).isEqualTo(400);
    }

    @Test
    void ofAnotherNumberOfTheAppIsNoneOfOurBusiness() {
      String other = WhatsappJson.webhook("999", "messages", WhatsappJson.node());
      assertThat(whatsapp("simulated-app-secret", other)).isEqualTo(200);
      assertThat(scene.inbound).isEmpty();
    }

    @Test
    void ofAGroupIsNotOfAPatient() {
      String group =
          """
          {"destination":"U1","events":[{"type":"message","timestamp":1,"webhookEventId":"1",
           "source":{"type":"group","groupId":"C1","userId":"%s"},
           "message":{"type":"text","id":"1","text":"STOP"}}]}"""
              .formatted(user);
      assertThat(line("simulated-line-secret", group)).isEqualTo(200);
      assertThat(scene.inbound).isEmpty();
    }
  }
}
