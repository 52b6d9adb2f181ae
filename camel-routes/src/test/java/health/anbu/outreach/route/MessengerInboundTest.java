package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.ChannelOptOut;
import health.anbu.outreach.contact.ChannelReturn;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do in LINE and WhatsApp, as it arrives in the records. */
class MessengerInboundTest extends RunningRoutes {

  private static final String WAITED = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다.";
  private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
  private static final AtomicInteger USERS = new AtomicInteger();

  @Autowired ProducerTemplate camel;

  private final String user = "U%032x".formatted(USERS.incrementAndGet());
  private List<String> before;

  /** Somebody with a LINE account and no number. */
  private String friend() {
    String id = "line-" + user;
    store.put(
        """
        {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
         "identifier": [{"system": "https://anbu-health.github.io/fhir/sid/line-user",
                         "value": "%s"}]}
        """
            .formatted(id, user));
    before = store.references();
    return id;
  }

  private void does(String provider, String from, String event, String text) {
    Answer answer =
        post(
            "/simulators/" + provider + "/inbound",
            json(Map.of("from", from, "event", event, "text", text)));
    assertThat(answer.status()).isEqualTo(202);
    settle();
  }

  private List<JsonNode> added(String type) {
    return store.references().stream()
        .filter(reference -> reference.startsWith(type + "/") && !before.contains(reference))
        .map(this::stored)
        .toList();
  }

  private static String channel(JsonNode consent) {
    return consent.at("/provision/code/0/coding/0/code").asText();
  }

  @Nested
  class AComplaintByLine {

    @Test
    void isTheCaseOfThePatientWhomLineNamesSoAndIsAnsweredThere() {
      String patient = friend();
      does("line", user, "message", WAITED);
      assertThat(added("Task"))
          .singleElement()
          .satisfies(
              t -> assertThat(t.at("/for/reference").asText()).isEqualTo("Patient/" + patient));
      await().untilAsserted(() -> assertThat(messagesTo(user)).hasSize(1));
    }

    @Test
    void ofSomebodyUnknownIsACaseOfNobody() {
      before = store.references();
      does("line", user, "message", WAITED);
      assertThat(added("Task"))
          .singleElement()
          .satisfies(task -> assertThat(task.path("for").isMissingNode()).isTrue());
      assertThat(messagesTo(user)).isEmpty();
    }

    @Test
    void isOneCaseHoweverOftenLineBringsIt() {
      friend();
      for (int i = 0; i < 3; i++) {
        camel.sendBody(
            "direct:receive-webhook",
            new InboundMessage("line", "line", "01-" + user, user, "U0", WAITED, NOW, false));
      }
      assertThat(added("Task")).hasSize(1);
    }
  }

  @Nested
  class AnOptOut {

    @Test
    void inWordsByLineStopsEverything() {
      String patient = friend();
      does("line", user, "stop", "停止");
      assertThat(added("Consent"))
          .singleElement()
          .satisfies(
              consent -> {
                assertThat(consent.at("/patient/reference").asText())
                    .isEqualTo("Patient/" + patient);
                assertThat(consent.at("/provision/type").asText()).isEqualTo("deny");
                assertThat(channel(consent)).isEmpty();
              });
      assertThat(messagesTo(user)).isEmpty();
    }

    @Test
    void byUnfollowingStopsLineOnlyAndAsksNobodyForAnything() {
      friend();
      does("line", user, "unfollow", "");
      assertThat(added("Consent"))
          .singleElement()
          .satisfies(consent -> assertThat(channel(consent)).isEqualTo("line"));
      assertThat(added("Task")).isEmpty();
    }

    private boolean over(JsonNode consent) {
      return stored("Consent/" + consent.path("id").asText())
          .at("/provision/period/end")
          .isTextual();
    }

    @Test
    @DisplayName("C46 to follow again takes back the unfollow")
    void byUnfollowingIsTakenBackByFollowing() {
      friend();
      does("line", user, "unfollow", "");
      JsonNode consent = added("Consent").get(0);
      camel.sendBody("direct:receive-webhook", follows("earlier", NOW.minusSeconds(60)));
      assertThat(over(consent)).isFalse();
      does("line", user, "follow", "");
      assertThat(over(consent)).isTrue();
      assertThat(stored("Consent/" + consent.path("id").asText()).path("status").asText())
          .isEqualTo("active");
    }

    @Test
    @DisplayName("C46 to follow takes back nothing that was said in words")
    void byWordsIsNotTakenBackByFollowing() {
      friend();
      does("line", user, "message", "수신거부");
      JsonNode consent = added("Consent").get(0);
      does("line", user, "unfollow", "");
      camel.sendBody("direct:receive-webhook", follows("later", NOW.plusSeconds(86_400)));
      assertThat(over(consent)).isFalse();
      assertThat(added("Consent")).hasSize(2).filteredOn(this::over).hasSize(1);
    }

    private ChannelReturn follows(String event, Instant at) {
      return new ChannelReturn("line", "line", event + user, user, at);
    }

    @Test
    void heardTwiceIsOneConsent() {
      friend();
      for (int i = 0; i < 2; i++) {
        camel.sendBody(
            "direct:receive-webhook",
            new ChannelOptOut("line", "line", "02-" + user, user, null, NOW));
      }
      assertThat(added("Consent"))
          .singleElement()
          .satisfies(c -> assertThat(c.at("/meta/versionId").asText()).isEqualTo("1"));
    }

    @Test
    void ofAdvertisingByWhatsappIsAboutThatOnly() {
      String number = number();
      patient(number);
      before = store.references();
      camel.sendBody(
          "direct:receive-webhook",
          new ChannelOptOut("whatsapp", "whatsapp", "1", e164(number), Purpose.ADVERTISING, NOW));
      assertThat(added("Consent"))
          .singleElement()
          .satisfies(
              consent -> {
                assertThat(channel(consent)).isEqualTo("whatsapp");
                assertThat(consent.path("category").findValuesAsText("code"))
                    .contains("advertising");
              });
    }

    @Test
    void inWordsByWhatsappStopsEverything() {
      String number = number();
      patient(number);
      before = store.references();
      does("whatsapp", e164(number), "stop", "");
      assertThat(added("Consent"))
          .singleElement()
          .satisfies(consent -> assertThat(channel(consent)).isEmpty());
    }
  }

  @Test
  void aComplaintByWhatsappIsACaseOfTheSender() {
    String number = number();
    String patient = patient(number);
    before = store.references();
    does("whatsapp", e164(number), "message", WAITED);
    assertThat(added("Task"))
        .singleElement()
        .satisfies(
            t -> assertThat(t.at("/for/reference").asText()).isEqualTo("Patient/" + patient));
  }
}
