package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.fhir.FhirStore;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeDoorTest extends RunningRoutes {

  private static final String WAITED = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다.";

  private static String complaint(String field, String value) {
    return json(Map.of("text", WAITED, "from", Map.of(field, value)));
  }

  private JsonNode task(Answer answer) {
    return stored(answer.text("task"));
  }

  private static boolean isUnassigned(JsonNode task) {
    return task.path("owner").isMissingNode()
        && task.path("for").isMissingNode()
        && task.path("performerType").size() == 1
        && task.path("businessStatus")
            .path("coding")
            .path(0)
            .path("code")
            .asText()
            .equals("received");
  }

  @Nested
  class AComplaintOfAKnownPatient {
    @Test
    void becomesACommunicationAndATaskWithBothPromises() {
      String patient = patient(number());
      Answer answer = post("/intake/web", complaint("patient", patient));
      assertThat(answer.status()).isEqualTo(201);
      JsonNode communication = stored(answer.text("communication"));
      assertThat(communication.at("/category/0/coding/0/code").asText()).isEqualTo("complaint");
      assertThat(communication.at("/medium/0/coding/0/code").asText()).isEqualTo("web");
      assertThat(communication.at("/payload/0/contentString").asText()).isEqualTo(WAITED);
      assertThat(communication.at("/subject/reference").asText()).isEqualTo("Patient/" + patient);
      JsonNode task = task(answer);
      assertThat(task.at("/code/coding/0/code").asText()).isEqualTo("handle-complaint");
      assertThat(task.at("/focus/reference").asText()).isEqualTo(answer.text("communication"));
      assertThat(task.at("/for/reference").asText()).isEqualTo("Patient/" + patient);
      assertThat(task.at("/owner/reference").asText()).isEqualTo("CareTeam/complaints");
      assertThat(task.at("/extension/0/valueDateTime").asText())
          .isEqualTo("2026-03-03T23:30:00+09:00");
      assertThat(task.at("/restriction/period/end").asText())
          .isEqualTo("2026-03-09T18:00:00+09:00");
      assertThat(task.at("/identifier/0/value").asText()).isEqualTo(answer.text("reference"));
    }

    @Test
    void isAcknowledgedOnceAtNightWithoutAName() {
      String number = number();
      Answer answer = post("/intake/web", complaint("patient", patient(number)));
      await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
      settle();
      assertThat(messages(number))
          .singleElement()
          .asString()
          .contains(answer.text("reference"), "안부의원")
          .doesNotContain("하나");
      assertThat(task(answer).at("/businessStatus/coding/0/code").asText())
          .isEqualTo("acknowledged");
    }

    @Test
    void isFoundByANumberWrittenAnotherWay() {
      String number = number();
      String patient = patient(number);
      for (String written :
          List.of(e164(number), number.replace("-", " "), "００８２" + number.substring(1))) {
        assertThat(
                task(post("/intake/app", complaint("phone", written)))
                    .at("/for/reference")
                    .asText())
            .isEqualTo("Patient/" + patient);
      }
    }

    @Test
    void isAnsweredOnceAnHour() {
      String number = number();
      String patient = patient(number);
      for (int i = 0; i < 3; i++) {
        assertThat(post("/intake/web", complaint("patient", patient)).status()).isEqualTo(201);
      }
      await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
      settle();
      assertThat(messages(number)).hasSize(1);
    }

    @Test
    void belongsToTheRecordThatSurvivedAMerge() {
      String number = number();
      String survivor = patient(number());
      String merged = patient(number);
      store.put(
          """
          {"resourceType": "Patient", "id": "%s", "telecom": [{"system": "phone", "value": "%s"}],
           "link": [{"type": "replaced-by", "other": {"reference": "Patient/%s"}}]}
          """
              .formatted(merged, number, survivor));
      assertThat(
              task(post("/intake/web", complaint("phone", number))).at("/for/reference").asText())
          .isEqualTo("Patient/" + survivor);
    }

    @Test
    void isUrgentWhereSomebodyMayBeInDanger() {
      Answer answer =
          post(
              "/intake/web",
              json(
                  Map.of("text", "시술 후 숨을 쉬기 힘들어요", "from", Map.of("patient", patient(number())))));
      assertThat(task(answer).path("priority").asText()).isEqualTo("stat");
    }
  }

  @Nested
  class ASenderWhoIsNotCertain {
    @Test
    void isTakenWithoutANameForStaffToFindOut() {
      Answer answer = post("/intake/phone", complaint("phone", number()));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(isUnassigned(task(answer))).isTrue();
    }

    @Test
    void isNotTakenForOneOfTwoWhoShareANumber() {
      String number = number();
      patient(number);
      patient(number);
      Answer answer = post("/intake/web", complaint("phone", number));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(isUnassigned(task(answer))).isTrue();
      assertThat(stored(answer.text("communication")).path("subject").isMissingNode()).isTrue();
      settle();
      assertThat(messages(number)).isEmpty();
    }

    @Test
    void hearsTheSameWhetherKnownOrNot() {
      String number = number();
      patient(number);
      Answer known = post("/intake/web", complaint("phone", number));
      Answer unknown = post("/intake/web", complaint("phone", number()));
      assertThat(fields(known)).isEqualTo(fields(unknown));
    }

    private static List<String> fields(Answer answer) {
      return Stream.of("communication", "task", "reference", "error")
          .filter(field -> !answer.body().path(field).isMissingNode())
          .collect(Collectors.toList());
    }

    @Test
    void mayBeNobodyAtAll() {
      Answer answer = post("/intake/sns", json(Map.of("text", WAITED)));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(isUnassigned(task(answer))).isTrue();
    }
  }

  @Test
  void praisePromisesNothing() {
    Answer answer =
        post(
            "/intake/web",
            json(
                Map.of(
                    "text", "친절하게 설명해 주셔서 감사합니다", "from", Map.of("patient", patient(number())))));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("task").isNull()).isTrue();
  }

  @Nested
  class TheSameKey {
    @Test
    void givesTheSameAnswerForTheSameBody() {
      String body = complaint("patient", patient(number()));
      Answer first = post("/intake/web", body, "Idempotency-Key", "k-1");
      settle();
      List<String> after = store.references();
      Answer second = post("/intake/web", body.replace(":", " : "), "Idempotency-Key", "k-1");
      settle();
      assertThat(second).isEqualTo(first);
      assertThat(store.references()).isEqualTo(after);
    }

    @Test
    void isRefusedForAnotherBody() {
      post("/intake/web", json(Map.of("text", WAITED)), "Idempotency-Key", "k-2");
      List<String> before = store.references();
      Answer answer =
          post("/intake/web", json(Map.of("text", WAITED + "!")), "Idempotency-Key", "k-2");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text("code")).isEqualTo("idempotency-key-reused");
      assertThat(store.references()).isEqualTo(before);
    }

    @Test
    void storesOneCaseWhenSentByManyAtOnce() throws Exception {
      String body = json(Map.of("text", WAITED));
      int before = tasks().size();
      ExecutorService many = Executors.newFixedThreadPool(8);
      List<Callable<Answer>> calls =
          Stream.<Callable<Answer>>generate(
                  () -> () -> post("/intake/web", body, "Idempotency-Key", "k-3"))
              .limit(16)
              .toList();
      for (Future<Answer> answer : many.invokeAll(calls)) {
        assertThat(answer.get().status()).isEqualTo(201);
      }
      many.shutdown();
      assertThat(tasks()).hasSize(before + 1);
    }
  }

  @Nested
  class BadInput {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "/intake/web|{|400|bad-json",
          "/intake/web|null|400|bad-json",
          "/intake/web|[]|400|bad-json",
          "/intake/web|{\"text\":\"a\"} x|400|bad-json",
          "/intake/web|{\"text\":\"a\",\"text\":\"b\"}|400|bad-json",
          "/intake/web|{\"text\":1}|400|bad-json",
          "/intake/web|{\"text\":{\"a\":1}}|400|bad-json",
          "/intake/web|{\"text\":\"a\",\"from\":\"me\"}|400|bad-json",
          "/intake/web|{\"text\":\"a\",\"colour\":\"red\"}|400|unknown-field",
          "/intake/web|{\"text\":\"a\",\"from\":{\"fax\":\"1\"}}|400|unknown-field",
          "/intake/web|{}|422|no-text",
          "/intake/web|{\"text\":\" \\u200b\\n\"}|422|no-text",
          "/intake/web|{\"text\":\"\\u0000a\"}|422|text-not-unicode",
          "/intake/web|{\"text\":\"a\",\"language\":\"한국말\"}|422|bad-language",
          "/intake/web|{\"text\":\"a\",\"from\":{\"phone\":\"call me\"}}|422|bad-phone",
          "/intake/web|{\"text\":\"a\",\"from\":{\"email\":\"nobody\"}}|422|bad-email",
          "/intake/web|{\"text\":\"a\",\"from\":{\"patient\":\"no-one\"}}|422|unknown-patient",
          "/intake/web|{\"text\":\"a\",\"from\":{\"patient\":\"Patient/no-one\"}}|422|unknown-patient",
          "/intake/web|{\"text\":\"a\",\"from\":{\"patient\":\"../x\"}}|422|bad-patient",
          "/intake/web|{\"text\":\"a\",\"location\":\"ward-9\"}|422|unknown-location",
          "/intake/web|{\"text\":\"a\",\"location\":\"CareTeam/complaints\"}|422|unknown-location",
          "/intake/web|{\"text\":\"a\",\"receivedAt\":\"yesterday\"}|422|bad-received-at",
          "/intake/web|{\"text\":\"a\",\"receivedAt\":\"2026-03-02T10:00:00\"}|422|bad-received-at",
          "/intake/web|{\"text\":\"a\",\"receivedAt\":\"-9999-01-01T00:00:00Z\"}|422|bad-received-at",
          "/intake/web|{\"text\":\"a\",\"receivedAt\":\"2030-01-01T00:00:00Z\"}|422|received-in-future",
          "/intake/sms|{\"text\":\"a\"}|404|unknown-channel",
          "/intake/telegram|{\"text\":\"a\"}|404|unknown-channel",
          "/intake/web/x|{\"text\":\"a\"}|404|unknown-channel",
          "/intake/|{\"text\":\"a\"}|404|unknown-channel"
        })
    void isRefusedWithWhatToChangeAndStoresNothing(
        String path, String body, int status, String code) {
      List<String> before = store.references();
      Answer answer = post(path, body);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text("code")).isEqualTo(code);
      assertThat(answer.text("error")).isNotBlank();
      assertThat(store.references()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void isRefusedWhereItIsNotDeclaredAsJson(String type) {
      assertThat(post("/intake/web", json(Map.of("text", WAITED)), "Content-Type", type).status())
          .isEqualTo(415);
    }

    @Test
    void isRefusedWhereItIsTooLarge() {
      List<String> before = store.references();
      Answer answer = post("/intake/web", json(Map.of("text", "a".repeat(70_000))));
      assertThat(answer.status()).isEqualTo(413);
      assertThat(store.references()).isEqualTo(before);
    }

    @Test
    void isRefusedWhereTheTextIsTooLong() {
      assertThat(post("/intake/web", json(Map.of("text", "a".repeat(10_001)))).text("code"))
          .isEqualTo("text-too-long");
    }

    @Test
    void isOnlyTakenByPost() {
      assertThat(
              exchange(
                      HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/intake/web"))
                          .build())
                  .status())
          .isBetween(404, 405);
    }
  }

  @Nested
  class AStoreThatFails {
    @Test
    void answersThatItMayBeSentAgainAndKeepsNothing() {
      String body = complaint("patient", patient(number()));
      List<String> before = store.references();
      store.failNext(new FhirStore.StoreUnavailable("down", null), 1);
      Answer down = post("/intake/web", body, "Idempotency-Key", "k-4");
      assertThat(down.status()).isEqualTo(503);
      assertThat(store.references()).isEqualTo(before);
      assertThat(post("/intake/web", body, "Idempotency-Key", "k-4").status()).isEqualTo(201);
    }
  }
}
