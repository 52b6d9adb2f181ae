package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Nothing goes out in shadow, though there is somebody who would take it. */
@TestPropertySource(properties = "anbu.mode=shadow")
@Import(ShadowModeTest.Own.class)
class ShadowModeTest extends RunningRoutes {

  /** Another mode is another clinic. */
  static class Own {
    @Bean
    DataSource dataSource() {
      return DataSourceBuilder.create().url("jdbc:h2:mem:shadow;DB_CLOSE_DELAY=-1").build();
    }
  }

  @Test
  void keepsWhatWouldHaveGoneAndSendsNothing() {
    String number = number();
    String patient = patient(number);
    store.put(
        """
        {"resourceType": "Appointment", "id": "a-%1$s", "status": "booked",
         "start": "2026-03-20T10:00:00+09:00", "end": "2026-03-20T10:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient));
    changed("Appointment", "a-" + patient, patient);
    assertThat(post("/clock", "{\"advance\": \"P30D\"}").status()).isEqualTo(200);
    settle();
    List<Communication> held =
        store.all(Communication.class).stream()
            .filter(message -> message.getSubject().getReference().equals("Patient/" + patient))
            .toList();
    assertThat(held)
        .hasSize(3)
        .allSatisfy(message -> assertThat(json(message)).contains("\"held\""))
        .allSatisfy(message -> assertThat(message.hasSent()).isFalse());
    assertThat(messages(number)).isEmpty();
  }

  private String json(Communication message) {
    return store.json("Communication/" + message.getIdElement().getIdPart());
  }

  @Test
  void answersNoComplaintByItself() {
    String number = number();
    patient(number);
    Answer answer =
        post(
            "/intake/web", "{\"text\":\"한 시간이나 기다렸습니다.\",\"from\":{\"phone\":\"" + number + "\"}}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("task")).startsWith("Task/");
    assertThat(post("/clock", "{\"advance\": \"P2D\"}").status()).isEqualTo(200);
    assertThat(messages(number)).isEmpty();
  }
}
