package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A due message that cannot be put into words is not sent, and the records say what is missing. */
class UnsaidTest extends RunningRoutes {

  @Autowired Dispatcher dispatcher;

  @Test
  @DisplayName("C35, S2.23 no name: not sent, and request, message and task name the variable")
  void namesTheVariableThatIsMissing() {
    String number = number();
    store.put(
        """
        {"resourceType": "Patient", "id": "nameless",
         "telecom": [{"system": "phone", "value": "%s"}]}
        """
            .formatted(number));
    JsonNode request = decided("nameless");
    assertThat(request.at("/statusReason/coding/0/code").asText()).isEqualTo("missing-variable");
    assertThat(request.at("/statusReason/text").asText())
        .isEqualTo("patientName (the patient has no name)");
    assertThat(request.path("status").asText()).isEqualTo("revoked");
    assertThat(of("Communication", request).at("/statusReason/text").asText())
        .isEqualTo("patientName (the patient has no name)");
    assertThat(of("Task", request).path("description").asText())
        .contains("missing-variable: patientName (the patient has no name)");
  }

  private JsonNode decided(String patient) {
    store.put(
        """
        {"resourceType": "Appointment", "id": "u-%1$s", "status": "booked",
         "start": "2026-03-09T10:00:00+09:00", "end": "2026-03-09T10:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient));
    changed("Appointment", "u-" + patient, patient);
    String id =
        references("CommunicationRequest").stream()
            .map(this::stored)
            .filter(r -> r.at("/subject/reference").asText().equals("Patient/" + patient))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    DueMessage due =
        new DueMessage(id, DueTimer.fresh(patient).asSuspect(), new CompletableFuture<>());
    assertThat(dispatcher.decide(List.of(due))).isEmpty();
    return stored("CommunicationRequest/" + id);
  }

  private JsonNode of(String type, JsonNode request) {
    return references(type).stream()
        .map(this::stored)
        .filter(one -> one.toString().contains(request.path("id").asText()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> references(String type) {
    return store.references().stream()
        .filter(reference -> reference.startsWith(type + "/"))
        .toList();
  }
}
