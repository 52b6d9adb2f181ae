package health.anbu.outreach.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The simulators as their own users see them: plain HTTP as the providers document it. */
class ProviderApiTest extends SimulatedProviders {
  private static final String NHN = "/simulators/kakao/alimtalk/v2.3/appkeys/simulatedAppKey";
  private static final String TWILIO =
      "/simulators/twilio/2010-04-01/Accounts/AC00000000000000000000000000000000";

  private JsonNode json(HttpRequest.Builder request) throws IOException {
    return JSON.readTree(scene.exchange(request.build()).body());
  }

  @Nested
  class Nhn {

    private HttpRequest.Builder request(String path) {
      return scene.request(NHN + path).header("X-Secret-Key", "simulated-secret-key");
    }

    private JsonNode post(String path, String key, String body) throws IOException {
      return json(
          request(path)
              .header("X-NC-API-IDEMPOTENCY-KEY", key)
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String raw(String number, String content) {
      return """
          {"senderKey":"simulated-sender-key","templateCode":"anbu",
           "recipientList":[{"recipientNo":"%s","content":"%s"}]}"""
          .formatted(number, content);
    }

    private int code(JsonNode answer) {
      return answer.path("header").path("resultCode").asInt();
    }

    @Test
    void fillsTheTemplateOfAMessageWithVariables() throws IOException {
      String template = "t-" + UUID.randomUUID().toString().substring(0, 8);
      post(
          "/senders/simulated-sender-key/templates",
          "template",
          """
          {"templateCode":"%s","templateName":"x","templateContent":"#{이름} 님, #{시각}"}"""
              .formatted(template));
      String body =
          """
          {"senderKey":"simulated-sender-key","templateCode":"%s","recipientList":[
            {"recipientNo":"01033334444","templateParameter":{"이름":"김$1","시각":"10:00"}}]}"""
              .formatted(template);
      assertThat(code(post("/messages", UUID.randomUUID().toString(), body))).isZero();
      JsonNode listed = json(scene.request("/simulators/messages?to=010-3333-4444"));
      assertThat(listed.get(listed.size() - 1).path("text").asText()).isEqualTo("김$1 님, 10:00");
    }

    @Test
    void knowsNoTemplateThatWasNotRegistered() throws IOException {
      assertThat(code(post("/messages", "unknown-template", raw("01033334444", "x"))))
          .isEqualTo(-3003);
    }

    @Test
    void namesTheRecipientsThatItRefused() throws IOException {
      String body =
          """
          {"senderKey":"simulated-sender-key","templateCode":"anbu","recipientList":[
            {"recipientNo":"01033334444","content":"yes"},{"recipientNo":"12","content":"no"}]}""";
      JsonNode answer = post("/raw-messages", UUID.randomUUID().toString(), body);
      assertThat(code(answer)).isZero();
      JsonNode results = answer.path("message").path("sendResults");
      assertThat(results.get(0).path("resultCode").asInt()).isZero();
      assertThat(results.get(1).path("resultCode").asInt()).isEqualTo(-4019);
    }

    @Test
    void refusesWhatItCannotSend() throws IOException {
      assertThat(code(post("/raw-messages", "a", "{\"senderKey\":"))).isEqualTo(-3002);
      assertThat(code(post("/raw-messages", "b", "{\"senderKey\":\"other\"}"))).isEqualTo(-2017);
      JsonNode tooLong = post("/raw-messages", "c", raw("01033334444", "가".repeat(1301)));
      assertThat(code(tooLong)).isEqualTo(-1031);
    }

    @Test
    void acceptsAKeyOnceHoweverManyComeAtOnce() throws Exception {
      String key = UUID.randomUUID().toString();
      var senders = Executors.newFixedThreadPool(8);
      try {
        var answers =
            IntStream.range(0, 16)
                .mapToObj(
                    i ->
                        senders.submit(
                            () -> code(post("/raw-messages", key, raw("01033334444", "once")))))
                .toList();
        assertThat(answers.stream().map(this::value).filter(code -> code == 0)).hasSize(1);
        assertThat(answers.stream().map(this::value).filter(code -> code == -1005)).hasSize(15);
      } finally {
        senders.shutdown();
      }
    }

    private int value(Future<Integer> future) {
      try {
        return future.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }

    @Test
    void listsResultsByTheTimeTheyCame() throws IOException {
      String key = UUID.randomUUID().toString();
      JsonNode sent = post("/raw-messages", key, raw("01033334444", "result"));
      String dates = "?startUpdateDate=2026-03-02%2010:00&endUpdateDate=2026-03-02%2010:01";
      JsonNode results = json(request("/message-results" + dates + "&pageSize=1000"));
      String requestId = sent.path("message").path("requestId").asText();
      assertThat(results.path("messages").findValuesAsText("requestId")).contains(requestId);
      assertThat(code(json(request("/message-results")))).isEqualTo(4);
    }

    @Test
    void findsNothingUnderAnUnknownId() throws IOException {
      assertThat(code(json(request("/messages/nothing/1")))).isEqualTo(-1016);
    }
  }

  @Nested
  class Twilio {

    private HttpRequest.Builder request(String path) {
      String pair = "AC00000000000000000000000000000000:simulated-auth-token";
      String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      return scene.request(TWILIO + path).header("Authorization", "Basic " + basic);
    }

    private JsonNode post(String form) throws IOException {
      return json(
          request("/Messages.json")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void listsByNumberAndDayOfSending() throws IOException {
      String sid = post("To=%2B821099990001&From=%2B8215880000&Body=day").path("sid").asText();
      String to = "/Messages.json?To=%2B821099990001";
      assertThat(sids(json(request(to + "&DateSent=2026-03-02")))).contains(sid);
      assertThat(sids(json(request(to + "&DateSent%3E=2026-03-03")))).doesNotContain(sid);
      assertThat(sids(json(request(to + "&DateSent%3C=2026-03-02")))).contains(sid);
    }

    private List<String> sids(JsonNode page) {
      return page.path("messages").findValuesAsText("sid");
    }

    @Test
    void showsOneMessageAsItsResource() throws IOException {
      String sid = post("To=%2B821099990002&From=%2B8215880000&Body=one").path("sid").asText();
      JsonNode message = json(request("/Messages/" + sid + ".json"));
      assertThat(message.path("body").asText()).isEqualTo("one");
      assertThat(message.path("status").asText()).isEqualTo("delivered");
      assertThat(message.path("date_created").asText())
          .isEqualTo("Mon, 02 Mar 2026 01:00:00 +0000");
      assertThat(json(request("/Messages/SM1.json")).path("code").asInt()).isEqualTo(20404);
    }

    @Test
    void namesWhatIsWrong() throws IOException {
      assertThat(post("To=010&From=%2B1&Body=x").path("code").asInt()).isEqualTo(21211);
      assertThat(post("To=%2B821099990003&From=%2B1").path("code").asInt()).isEqualTo(21602);
      assertThat(post("To=%2B821099990003&Body=x").path("code").asInt()).isEqualTo(21603);
    }

    @Test
    void callsNobodyButTheProduct() throws IOException {
      String callback = "&StatusCallback=http%3A%2F%2Fexample.com%2Fx";
      JsonNode answer = post("To=%2B821099990003&From=%2B1&Body=x" + callback);
      assertThat(answer.path("code").asInt()).isEqualTo(21609);
    }
  }

  @Nested
  class TheListOfMessages {

    @Test
    void takesAnyWayToWriteANumber() throws IOException {
      scene.send(ProviderScene.message("sms", "+821022223333", "listed"));
      for (String to : new String[] {"010-2222-3333", "+821022223333", "%2B821022223333"}) {
        assertThat(json(scene.request("/simulators/messages?to=" + to))).isNotEmpty();
      }
    }

    @Test
    void refusesWhatIsNoNumber() {
      assertThat(scene.get("/simulators/messages?to=x%3Cscript%3E").statusCode()).isEqualTo(400);
    }
  }
}
