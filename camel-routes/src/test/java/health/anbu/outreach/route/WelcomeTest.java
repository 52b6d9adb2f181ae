package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.fhir.FactsReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Who turns to the clinic before being a patient of it. */
@DisplayName("S4.2 S4.10 the first contact of a caller who is no Patient yet")
@TestPropertySource(
    properties = {
      "anbu.clock.start=2026-03-02T07:30:00+09:00",
      "anbu.clinic.law-override=src/test/resources/law-with-a-word-that-rejoins.txt"
    })
@Import(WelcomeTest.Own.class)
class WelcomeTest extends RunningRoutes {

  /** Another clock is another clinic. */
  static class Own {
    @Bean
    DataSource dataSource() {
      return DataSourceBuilder.create().url("jdbc:h2:mem:welcome;DB_CLOSE_DELAY=-1").build();
    }
  }

  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final String QUESTION = "처음인데요, 임플란트 상담을 받으려면 어떻게 하나요?";

  @Autowired FactsReader facts;

  @BeforeEach
  void welcomes() {
    clock("10:30");
    store.put(read(GUIDE.resolve("ActivityDefinition-welcome-at-once.json")));
    scenario("active");
  }

  /** Other tests share the routes. */
  @AfterEach
  void welcomesNobodyElse() {
    scenario("retired");
  }

  /** The next time that it is so late. */
  private void clock(String time) {
    OffsetDateTime now = OffsetDateTime.parse(get("/clock").text("now"));
    OffsetDateTime then = now.with(LocalTime.parse(time));
    OffsetDateTime next = then.isAfter(now) ? then : then.plusDays(1);
    assertThat(post("/clock", json(Map.of("instant", next.toString()))).status()).isEqualTo(200);
    settle();
  }

  private Answer get(String path) {
    return exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build());
  }

  private void scenario(String status) {
    store.put(
        read(GUIDE.resolve("PlanDefinition-welcome.json"))
            .replaceFirst("\"status\": *\"draft\"", "\"status\": \"" + status + "\""));
    changed("PlanDefinition", "welcome");
  }

  private Answer asks(String number, String text) {
    Answer answer =
        post("/intake/web", json(Map.of("text", text, "from", Map.of("phone", number))));
    assertThat(answer.status()).isEqualTo(201);
    settle();
    return answer;
  }

  private void writes(String number, String text) {
    List<String> before = store.references();
    assertThat(
            post(
                    "/simulators/twilio/inbound",
                    json(Map.of("kind", "reply", "from", e164(number), "text", text)))
                .status())
        .isEqualTo(202);
    await().until(() -> store.references().size() > before.size());
    settle();
  }

  private void welcomed(String number) {
    await().atMost(Duration.ofSeconds(20)).until(() -> messages(number).size() == 1);
    assertThat(messages(number).get(0)).contains("연락 주셔서 감사합니다").doesNotContain("#{");
    settle();
  }

  private long welcomes(String number) {
    return messages(number).stream().filter(text -> text.contains("연락 주셔서 감사합니다")).count();
  }

  /** A patient's record, as the desk writes it; everything later is a change of it. */
  private String becomesPatient(String number) {
    String id = patient(number);
    store.put(
        """
        {"resourceType": "Appointment", "id": "first-%1$s", "status": "booked",
         "created": "%2$s",
         "start": "2026-05-20T14:00:00+09:00", "end": "2026-05-20T14:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(id, get("/clock").text("now")));
    changed("Patient", id, id);
    changed("Appointment", "first-" + id, id);
    return id;
  }

  private List<String> added(String type, List<String> before) {
    return store.references().stream()
        .filter(reference -> reference.startsWith(type + "/") && !before.contains(reference))
        .toList();
  }

  @Nested
  class ACaller {

    @Test
    @DisplayName("S4.10 is welcomed, and no record of the person is made")
    void isWelcomed() {
      String number = number();
      List<String> before = store.references();
      asks(number, QUESTION);
      welcomed(number);
      assertThat(messages(number).get(0)).startsWith("고객님");
      assertThat(added("Patient", before)).isEmpty();
      assertThat(added("RelatedPerson", before)).isEmpty();
      JsonNode request = stored(added("CommunicationRequest", before).get(0));
      assertThat(request.at("/status").asText()).isEqualTo("completed");
      assertThat(request.toString()).contains("\"valueCode\":\"send\"");
      assertThat(request.at("/subject/reference").isMissingNode()).isTrue();
      assertThat(request.at("/subject/identifier/value").asText()).startsWith("inquirer-");
    }

    @Test
    void isCalledByTheNameThatWasLeft() {
      String number = number();
      post(
          "/intake/phone",
          json(Map.of("text", QUESTION, "from", Map.of("phone", number, "name", "박서준"))));
      settle();
      welcomed(number);
      assertThat(messages(number).get(0)).startsWith("박서준 님");
    }

    @Test
    @DisplayName("D1 is welcomed once, however often and by whatever way they call")
    void isWelcomedOnce() {
      String number = number();
      asks(number, QUESTION);
      welcomed(number);
      asks(e164(number), "주차는 되나요?");
      writes(number, "몇 시까지 하시나요?");
      assertThat(messages(number)).hasSize(1);
    }

    @Test
    void whoComplainsIsNotWelcomed() {
      String number = number();
      asks(number, "전화를 다섯 번이나 했는데 아무도 받지 않아 정말 화가 납니다.");
      assertThat(messages(number)).noneMatch(text -> text.contains("연락 주셔서 감사합니다"));
    }

    @Test
    void whoseNumberSeveralPatientsHaveIsNoCaller() {
      String number = number();
      patient(number);
      patient(number);
      asks(number, QUESTION);
      assertThat(messages(number)).isEmpty();
    }
  }

  @Nested
  class AtNight {

    private String waiting(String number) {
      clock("23:30");
      List<String> before = store.references();
      asks(number, QUESTION);
      assertThat(messages(number)).isEmpty();
      String request = added("CommunicationRequest", before).get(0);
      assertThat(stored(request).at("/status").asText()).isEqualTo("active");
      return request;
    }

    @Test
    @DisplayName("D5 a caller is welcomed in the morning")
    void waitsForTheMorning() {
      String number = number();
      waiting(number);
      clock("10:00");
      welcomed(number);
    }

    @Test
    @DisplayName("D6 who stops meanwhile hears nothing")
    void isWithdrawnByAStop() {
      String number = number();
      String request = waiting(number);
      writes(number, "STOP");
      assertThat(stored(request).at("/status").asText()).isEqualTo("revoked");
      clock("10:00");
      assertThat(messages(number)).isEmpty();
    }

    @Test
    @DisplayName("C46 who stops and takes it back is welcomed after all")
    void comesBackByTheWordThatRejoins() {
      String number = number();
      String request = waiting(number);
      writes(number, "수신거부");
      assertThat(stored(request).at("/status").asText()).isEqualTo("revoked");
      writes(number, "다시받기");
      assertThat(stored(request).at("/status").asText()).isEqualTo("active");
      clock("10:00");
      welcomed(number);
    }

    @Test
    @DisplayName("D1 who becomes a patient meanwhile is welcomed once, as that patient")
    void goesOnForThePatient() {
      String number = number();
      String request = waiting(number);
      List<String> before = store.references();
      String patient = becomesPatient(number);
      clock("10:00");
      await().until(() -> welcomes(number) == 1);
      settle();
      changed("Patient", patient, patient);
      assertThat(welcomes(number)).isEqualTo(1);
      assertThat(stored(request).at("/status").asText()).isEqualTo("completed");
      assertThat(added("Communication", before))
          .anySatisfy(
              sent ->
                  assertThat(stored(sent).at("/subject/reference").asText())
                      .isEqualTo("Patient/" + patient));
    }

    @Test
    @DisplayName("D6 and not at all if that patient wants nothing")
    void respectsThePatientsWish() {
      String number = number();
      String request = waiting(number);
      String patient = becomesPatient(number);
      writes(number, "수신거부");
      clock("10:00");
      assertThat(welcomes(number)).isZero();
      assertThat(stored(request).at("/status").asText()).isEqualTo("revoked");
    }
  }

  @Nested
  class AStop {

    @Test
    @DisplayName("D6 before anything was said is honoured")
    void isHonouredAtOnce() {
      String number = number();
      List<String> before = store.references();
      writes(number, "STOP");
      assertThat(added("Consent", before)).hasSize(1);
      assertThat(added("Task", before)).as("staff see whom they do not know").hasSize(1);
      asks(number, QUESTION);
      assertThat(messages(number)).isEmpty();
    }

    @Test
    @DisplayName("D6 holds for the patient that the caller becomes")
    void holdsForThePatient() {
      String number = number();
      writes(number, "STOP");
      becomesPatient(number);
      assertThat(messages(number)).isEmpty();
    }
  }

  @Nested
  class ACallerWhoBecomesAPatient {

    @Test
    @DisplayName("C46 takes back by the same number what they had said before")
    void takesBackWhatWasSaidBefore() {
      String number = number();
      List<String> before = store.references();
      writes(number, "STOP");
      String consent = added("Consent", before).get(0);
      becomesPatient(number);
      writes(number, "다시받기");
      assertThat(stored(consent).at("/provision/period/end").asText()).isNotEmpty();
    }

    @Test
    @DisplayName("D1 is not welcomed a second time")
    void isNotWelcomedAgain() {
      String number = number();
      asks(number, QUESTION);
      welcomed(number);
      becomesPatient(number);
      settle();
      assertThat(welcomes(number)).isEqualTo(1);
    }

    @Test
    void isLookedAtAsThatPatient() {
      String number = number();
      List<String> before = store.references();
      asks(number, QUESTION);
      welcomed(number);
      String request = added("CommunicationRequest", before).get(0);
      String inquirer = stored(request).at("/subject/identifier/value").asText();
      ZoneId zone = ZoneId.of("Asia/Seoul");
      assertThat(facts.read(List.of(inquirer), zone).get(inquirer).id()).isEqualTo(inquirer);
      String patient = becomesPatient(number);
      assertThat(facts.read(List.of(inquirer), zone).get(inquirer).id()).isEqualTo(patient);
      assertThat(facts.read(List.of(patient), zone).get(patient).requests())
          .extracting(known -> "CommunicationRequest/" + known.id())
          .contains(request);
    }
  }
}
