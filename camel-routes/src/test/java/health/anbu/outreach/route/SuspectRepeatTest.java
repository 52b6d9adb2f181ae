package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A node died while it sent by LINE, where to ask is to send again. It is half past eleven. */
class SuspectRepeatTest extends RunningRoutes {

  private static final String USER = "U" + "ab".repeat(16);

  @Autowired Dispatcher dispatcher;

  private DueMessage suspect(String patient) {
    store.put(
        """
        {"resourceType": "Appointment", "id": "a-%s", "status": "booked",
         "start": "2026-03-09T10:00:00+09:00", "end": "2026-03-09T10:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%s"}, "status": "accepted"}]}
        """
            .formatted(patient, patient));
    changed("Appointment", "a-" + patient, patient);
    JsonNode request =
        store.references().stream()
            .filter(reference -> reference.startsWith("CommunicationRequest/"))
            .map(this::stored)
            .filter(r -> r.at("/subject/reference").asText().equals("Patient/" + patient))
            .findFirst()
            .orElseThrow();
    return new DueMessage(
        request.path("id").asText(),
        DueTimer.fresh(patient).asSuspect(),
        new CompletableFuture<>());
  }

  @Test
  void isAskedInTheMorningAndStillSuspect() throws Exception {
    store.put(
        """
        {"resourceType": "Patient", "id": "night-line", "name": [{"family": "김", "given": ["하나"]}],
         "identifier": [{"system": "https://anbu-health.github.io/fhir/sid/line-user",
                         "value": "%s"}]}
        """
            .formatted(USER));
    DueMessage due = suspect("night-line");
    assertThat(dispatcher.decide(List.of(due))).isEmpty();
    assertThat(due.end().get())
        .isInstanceOfSatisfying(
            DueMessage.TimerEnd.Again.class,
            again -> {
              assertThat(again.at()).isEqualTo("2026-03-02T23:00:00Z");
              assertThat(again.timer().suspect()).isTrue();
            });
  }

  @Test
  void byAChannelThatCanBeAskedIsAskedAtOnce() {
    String patient = patient(number());
    assertThat(dispatcher.decide(List.of(suspect(patient))))
        .singleElement()
        .satisfies(dispatch -> assertThat(dispatch.isSuspect()).isTrue());
  }
}
