package health.anbu.outreach.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.Button;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome.Accepted;
import health.anbu.outreach.contact.SendOutcome.Refused;
import health.anbu.outreach.contact.SendOutcome.Throttled;
import health.anbu.outreach.contact.SendOutcome.Unknown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kamelets for e-mail against the simulated mail server and mailbox, over SMTP and IMAP. */
class SmtpAdapterTest extends SimulatedProviders {

  private final String to =
      "patient-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

  private OutgoingMessage message(String title, String text, String language) {
    return new OutgoingMessage(
        UUID.randomUUID().toString(),
        "email",
        to,
        title,
        text,
        language,
        null,
        Map.of(),
        List.of(new Button("예약", "https://clinic.example/book")),
        false);
  }

  private OutgoingMessage message() {
    return message("안부 인사", "김하늘 님, 안녕하세요?", "ko");
  }

  private List<AcceptedMessage> taken() {
    return accepted.list(m -> m.to().equals(to));
  }

  private void patient(String json) {
    HttpResponse<String> answer =
        scene.post("/simulators/smtp/inbound", "{\"from\":\"" + to + "\"," + json + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    settle();
  }

  @Nested
  class AMailThatIsAccepted {

    @ParameterizedTest
    @CsvSource({
      "ko,'(광고) 새해 인사','김하늘 님, 안녕하세요?'",
      "ja,'ご案内','佐藤様、こんにちは。\n.\n..終わり'",
      "fa,'یادآوری نوبت','سارا گرامی، سلام.\nنوبت شما <فردا> است.'",
      "en,'How are you?','Dear Ann,\nHow are you? & <b>50%</b>'"
    })
    void arrivesAsItWasWritten(String language, String title, String text) throws IOException {
      String lines = text.replace("\\n", "\n");
      OutgoingMessage message = message(title, lines, language);
      assertThat(scene.send(message))
          .isEqualTo(new Accepted("smtp", message.messageId() + "@clinic.example"));
      JsonNode listed = JSON.readTree(scene.get("/simulators/messages?to=" + to).body()).get(0);
      assertThat(listed.path("channel").asText()).isEqualTo("email");
      assertThat(listed.path("to").asText()).isEqualTo(to);
      assertThat(listed.path("title").asText()).isEqualTo(title);
      assertThat(listed.path("text").asText())
          .isEqualTo(lines + "\n\n예약: https://clinic.example/book");
      assertThat(listed.path("idempotencyKey").asText()).isEqualTo(message.messageId());
      assertThat(listed.path("at").asText()).isEqualTo("2026-03-02T10:00+09:00");
    }

    @Test
    void carriesALinkThatSaysNothingAboutThePatient() {
      OutgoingMessage message = message();
      scene.send(message);
      assertThat(taken().get(0).callback())
          .matches(
              "http://localhost:[0-9]+/webhooks/email/unsubscribe\\?t="
                  + message.messageId()
                  + "\\.[\\w-]{43}");
    }
  }

  @Nested
  class AMailThatIsNotTaken {

    @ParameterizedTest
    @CsvSource({"reject-number,5.1.1,number-invalid", "blocked,5.7.1,provider-rejected"})
    void isRefusedForGood(String kind, String code, String reason) {
      scene.fault("smtp", "{\"kind\":\"" + kind + "\"}");
      assertThat(scene.send(message())).isEqualTo(new Refused("smtp", code, reason, true, false));
      assertThat(taken()).isEmpty();
    }

    @Test
    void mayBeSentAgainAfterAnErrorOfTheServer() {
      scene.fault("smtp", "{\"kind\":\"server-error\"}");
      assertThat(scene.send(message()))
          .isEqualTo(new Refused("smtp", "4.3.0", "provider-unreachable", false, false));
      assertThat(taken()).isEmpty();
    }

    @Test
    void waitsWhereTheServerIsBusy() {
      scene.fault("smtp", "{\"kind\":\"throttle\"}");
      assertThat(scene.send(message())).isInstanceOf(Throttled.class);
      assertThat(taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:email-nowhere", "direct:email-starttls"})
    void wasNotSentWithoutTheConnectionThatWasAskedFor(String route) {
      assertThat(scene.ask(route, message())).isInstanceOf(Throttled.class);
      assertThat(taken()).isEmpty();
    }
  }

  @Test
  void aServerThatTookItAndDoesNotAnswerLeavesItUnknownForGood() {
    scene.fault("smtp", "{\"kind\":\"timeout-after-accept\"}");
    assertThat(scene.send(message()))
        .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.askable()).isFalse());
    assertThat(taken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template-mismatch",
        "duplicate-receipt",
        "reordered-receipts",
        "lost-receipt",
        "late-delivery"
      })
  void theFaultsThatAMailServerCannotHaveAreNamed(String kind) {
    HttpResponse<String> answer =
        scene.post("/simulators/smtp/faults", "{\"kind\":\"" + kind + "\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("timeout-after-accept").doesNotContain(kind);
  }

  @Nested
  class ABounce {

    @ParameterizedTest
    @CsvSource({
      "failed,5.1.1,FAILED_PERMANENT",
      "failed,4.4.7,FAILED_TEMPORARY",
      "delayed,4.4.1,ACCEPTED",
      "delivered,2.0.0,DELIVERED"
    })
    void isAReceipt(String action, String code, DeliveryStatus status) {
      OutgoingMessage message = message();
      scene.send(message);
      patient("\"event\":\"bounce\",\"action\":\"%s\",\"code\":\"%s\"".formatted(action, code));
      Receipt receipt = scene.receipts.remove();
      assertThat(receipt.messageId()).isEqualTo(message.messageId());
      assertThat(receipt.status()).isEqualTo(status);
      assertThat(receipt.code()).isEqualTo(code);
      assertThat(receipt.optOut()).isFalse();
    }

    @Test
    void isReadAgainWhenTheProductFails() {
      scene.send(message());
      scene.failNext(1);
      patient("\"event\":\"bounce\"");
      assertThat(scene.receipts).hasSize(1);
    }
  }

  @Nested
  class WhatAPatientWrites {

    @Test
    void comesInWithoutWhatItAnswers() {
      scene.send(message());
      patient("\"text\":\"수신거부\\n\\n2026년 3월 2일, 안부의원님이 작성:\\n> 안녕하세요?\"");
      InboundMessage written = scene.inbound.remove();
      assertThat(written.channel()).isEqualTo("email");
      assertThat(written.from()).isEqualTo(to);
      assertThat(written.text()).isEqualTo("수신거부");
      assertThat(written.automatic()).isFalse();
    }

    @Test
    void isMarkedWhereAMachineWroteIt() {
      patient("\"event\":\"auto-reply\",\"text\":\"STOP\"");
      assertThat(scene.inbound.remove().automatic()).isTrue();
    }

    @Test
    void isAnOptOutWhereItIsASpamReport() {
      OutgoingMessage message = message();
      scene.send(message);
      patient("\"event\":\"unwanted\"");
      Receipt receipt = scene.receipts.remove();
      assertThat(receipt.optOut()).isTrue();
      assertThat(receipt.messageId()).isEqualTo(message.messageId());
    }
  }

  @Nested
  class TheOneClickLink {

    private HttpResponse<String> post(String link, String type, String body) {
      return scene.exchange(
          HttpRequest.newBuilder(URI.create(link))
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build());
    }

    private HttpResponse<String> click(String link) {
      return post(link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
    }

    private String link() {
      scene.send(message());
      return taken().get(0).callback();
    }

    @Test
    void optsOutWithOnePost() {
      OutgoingMessage message = message();
      scene.send(message);
      patient("\"event\":\"one-click\"");
      Receipt receipt = scene.receipts.remove();
      assertThat(receipt.optOut()).isTrue();
      assertThat(receipt.messageId()).isEqualTo(message.messageId());
      assertThat(receipt.status()).isEqualTo(DeliveryStatus.ACCEPTED);
    }

    @Test
    void takesAPostInPartsToo() {
      String parts =
          "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
      assertThat(post(link(), "multipart/form-data; boundary=x", parts).statusCode())
          .isEqualTo(200);
      assertThat(scene.receipts).hasSize(1);
    }

    @Test
    void changesNothingWhenItIsOnlyLookedAt() {
      HttpResponse<String> page =
          scene.exchange(HttpRequest.newBuilder(URI.create(link())).GET().build());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<form method=\"post\">", "수신거부");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("form-action 'self'");
      assertThat(scene.receipts).isEmpty();
    }

    @Test
    void isRefusedWhenForged() {
      String link = link();
      String other = UUID.randomUUID().toString();
      assertThat(click(link.replaceFirst("t=[^.]*", "t=" + other)).statusCode()).isEqualTo(403);
      assertThat(click(link.substring(0, link.length() - 1)).statusCode()).isEqualTo(403);
      assertThat(click(link.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
      assertThat(scene.receipts).isEmpty();
    }

    @Test
    void needsTheWordsOfTheStandard() {
      String link = link();
      assertThat(post(link, "application/x-www-form-urlencoded", "x=y").statusCode())
          .isEqualTo(400);
      assertThat(scene.receipts).isEmpty();
    }
  }
}
