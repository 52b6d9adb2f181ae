package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that could not be worked on, and whose cause is gone. */
class ReplayTest extends RunningRoutes {

  private static final RuntimeException FAULT = new IllegalStateException("a fault");

  private String patient;
  private String appointment;

  @BeforeEach
  void aChangeThatFails() {
    patient = patient(number());
    appointment = "appointment-of-" + patient;
    store.put(
        """
        {"resourceType": "Appointment", "id": "%s", "status": "booked",
         "start": "2026-03-20T10:00:00+09:00", "end": "2026-03-20T10:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%s"}, "status": "accepted"}]}
        """
            .formatted(appointment, patient));
    store.failNext(FAULT, 1);
    changed("Appointment", appointment, patient);
  }

  private JsonNode letter() {
    List<JsonNode> letters =
        tasks().stream()
            .map(this::stored)
            .filter(task -> task.at("/code/coding/0/code").asText().equals("dead-letter"))
            .filter(
                task -> task.at("/focus/reference").asText().equals("Appointment/" + appointment))
            .toList();
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }

  private void tryAgain() {
    ObjectNode letter = (ObjectNode) letter();
    store.put(letter.put("status", "ready").toString());
    changed("Task", letter.path("id").asText());
  }

  private long planned() {
    return store.all(CommunicationRequest.class).stream()
        .filter(request -> request.getSubject().getReference().equals("Patient/" + patient))
        .map(request -> request.getIdentifierFirstRep().getValue())
        .distinct()
        .count();
  }

  private long stored() {
    return store.all(CommunicationRequest.class).stream()
        .filter(request -> request.getSubject().getReference().equals("Patient/" + patient))
        .count();
  }

  @Test
  void waitsAsATaskForStaffAndPlansNothing() {
    assertThat(planned()).isZero();
    assertThat(letter().path("status").asText()).isEqualTo("requested");
    assertThat(letter().path("description").asText()).contains("set this task to ready");
  }

  @Test
  void isPlannedOnceWhenStaffSetTheTaskToReady() {
    tryAgain();
    assertThat(planned()).isEqualTo(3);
    assertThat(stored()).isEqualTo(3);
    assertThat(letter().path("status").asText()).isEqualTo("completed");
    assertThat(letter().at("/note/0/text").asText()).contains("went through");
    tryAgain();
    assertThat(stored()).isEqualTo(3);
  }

  @Test
  void comesBackToStaffWhereItFailsAgain() {
    store.failNext(FAULT, 1);
    tryAgain();
    assertThat(planned()).isZero();
    assertThat(letter().path("status").asText()).isEqualTo("requested");
    assertThat(letter().at("/note/0/text").asText()).contains("failed again");
    tryAgain();
    assertThat(planned()).isEqualTo(3);
  }

  @Test
  void isLeftAloneWhileStaffOnlyWriteAboutIt() {
    ObjectNode letter = (ObjectNode) letter();
    store.put(letter.put("status", "in-progress").toString());
    changed("Task", letter.path("id").asText());
    assertThat(planned()).isZero();
    assertThat(letter().path("status").asText()).isEqualTo("in-progress");
  }
}
