package health.anbu.outreach.simulator;

import static health.anbu.outreach.contact.DeliveryStatus.ACCEPTED;
import static health.anbu.outreach.contact.DeliveryStatus.DELIVERED;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_PERMANENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendOutcome.Accepted;
import health.anbu.outreach.contact.SendOutcome.Refused;
import health.anbu.outreach.contact.SendOutcome.Throttled;
import health.anbu.outreach.contact.SendOutcome.Unknown;
import health.anbu.outreach.contact.SendQuestion;
import health.anbu.outreach.contact.StatusQuestion;
import java.time.Duration;
import java.util.List;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The kamelets for SMPP against the simulated SMSC, over one real bind. */
class SmppAdapterTest extends SimulatedProviders {

  @Autowired SmscSimulator smsc;

  private SendOutcome send(OutgoingMessage message) {
    return (SendOutcome) scene.ask("direct:smpp", message);
  }

  private static OutgoingMessage message(String text) {
    return ProviderScene.message("sms", PHONE, text);
  }

  private String sent(String text) {
    return ((Accepted) send(message(text))).providerId();
  }

  private AcceptedMessage taken(String providerId) {
    return accepted.find("smpp", providerId).orElseThrow();
  }

  private List<DeliveryStatus> statuses(String providerId) {
    return scene.receipts.stream()
        .filter(receipt -> receipt.providerId().equals(providerId))
        .map(Receipt::status)
        .toList();
  }

  @Nested
  class AText {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "How are you? 50% & [more] €5 @home",
          "김하늘 님, 안녕하세요?",
          "سلام، نوبت شما فرداست. لغو ۱۱",
          "😀 こんにちは"
        })
    void arrivesAsItWasWritten(String text) {
      AcceptedMessage message = taken(sent(text));
      assertThat(message.text()).isEqualTo(text);
      assertThat(message.to()).isEqualTo(PHONE);
      assertThat(message.from()).isEqualTo("8215880000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "가"})
    void mayBeLongerThanOnePart(String letter) {
      String text = letter.repeat(700);
      assertThat(taken(sent(text)).text()).isEqualTo(text);
    }
  }

  @Nested
  class Receipts {

    @Test
    void sayThatItArrived() {
      String id = sent("receipt");
      settle();
      assertThat(statuses(id)).containsExactly(ACCEPTED, DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({"duplicate-receipt,3", "reordered-receipts,2"})
    void endAsDelivered(String kind, int count) {
      scene.fault("smpp", "{\"kind\":\"" + kind + "\"}");
      String id = sent("receipts");
      settle();
      assertThat(statuses(id)).hasSize(count);
      assertThat(statuses(id).stream().reduce(DeliveryStatus::merge)).contains(DELIVERED);
    }

    @Test
    void comeLaterWhereTheMessageIsLate() {
      scene.fault("smpp", "{\"kind\":\"late-delivery\"}");
      String id = sent("late");
      settle();
      assertThat(statuses(id)).isEmpty();
      clock.set(START.plus(Duration.ofDays(1)));
      webhooks.runDue(clock.instant());
      settle();
      assertThat(statuses(id)).contains(DELIVERED);
    }

    @Test
    void sayThatItWasRejected() {
      scene.fault("smpp", "{\"kind\":\"blocked\"}");
      String id = sent("blocked");
      settle();
      assertThat(statuses(id)).contains(FAILED_PERMANENT);
    }

    @Test
    void areBroughtAgainWhenTheProductFails() {
      scene.failNext(1);
      String id = sent("again");
      settle();
      assertThat(statuses(id)).contains(DELIVERED);
    }

    @Test
    void thatAreLostCanBeAskedFor() {
      scene.fault("smpp", "{\"kind\":\"lost-receipt\"}");
      String id = sent("lost");
      settle();
      assertThat(statuses(id)).isEmpty();
      assertThat(scene.ask("direct:smpp-query", new StatusQuestion(id, "m")))
          .isInstanceOfSatisfying(
              Receipt.class, receipt -> assertThat(receipt.status()).isEqualTo(DELIVERED));
    }
  }

  @Nested
  class NothingIsSentWhen {

    @Test
    void theSmscIsThrottled() {
      scene.fault("smpp", "{\"kind\":\"throttle\"}");
      assertThat(send(message("throttled"))).isInstanceOf(Throttled.class);
    }

    @ParameterizedTest
    @CsvSource({
      "reject-number,0x0B,number-invalid,true",
      "server-error,0x08,provider-unreachable,false"
    })
    void theSmscRefuses(String kind, String code, String reason, boolean permanent) {
      scene.fault("smpp", "{\"kind\":\"" + kind + "\"}");
      assertThat(send(message("refused")))
          .isEqualTo(new Refused("smpp", code, reason, permanent, false));
    }

    @Test
    void theBindIsDownAndItIsMadeAgain() {
      // It is made again within a second: whoever looks late has to break it once more.
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                smsc.session().ifPresent(SMPPServerSession::unbindAndClose);
                return send(message("unbound")) instanceof Throttled;
              });
      await().atMost(Duration.ofSeconds(10)).until(() -> smsc.session().isPresent());
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> send(message("bound again")) instanceof Accepted);
    }
  }

  @Test
  void aSubmitWithoutAnswerIsUnknownForGood() {
    scene.fault("smpp", "{\"kind\":\"timeout-after-accept\"}");
    OutgoingMessage message = message("silence " + System.nanoTime());
    assertThat(send(message))
        .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.askable()).isFalse());
    assertThat(accepted.list(m -> m.text().equals(message.text()))).hasSize(1);
    assertThat(scene.ask("direct:smpp-query", new SendQuestion(message, START)))
        .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.askable()).isFalse());
  }

  @Test
  void whatAPatientTextsComesIn() {
    scene.post("/simulators/smpp/inbound", "{\"from\":\"010-1234-5678\",\"text\":\"수신거부\"}");
    settle();
    InboundMessage written = scene.inbound.remove();
    assertThat(written.from()).isEqualTo(PHONE);
    assertThat(written.text()).isEqualTo("수신거부");
    assertThat(written.provider()).isEqualTo("smpp");
  }

  @Test
  void anSmscKnowsNoTemplates() {
    assertThat(
            scene.post("/simulators/smpp/faults", "{\"kind\":\"template-mismatch\"}").statusCode())
        .isEqualTo(400);
  }
}
