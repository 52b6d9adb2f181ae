package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.fhir.StaffTask;
import health.anbu.outreach.fhir.TaskWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A receipt that says what became of a message in doubt")
class SettledDoubtTest extends TravellingRoutes {

  private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

  @Autowired ReceiptRecorder receipts;

  private final String id = UUID.randomUUID().toString();
  private String task;

  @BeforeEach
  void staffAreAskedWhetherItWentOut() {
    String patient = patient(number());
    store.put(
        """
        {"resourceType": "CommunicationRequest", "id": "r-%1$s", "status": "on-hold",
         "statusReason": {"coding": [{"code": "unknown-outcome",
           "system": "https://anbu-health.github.io/fhir/CodeSystem/outreach-reason"}]},
         "identifier": [{"system": "https://anbu-health.github.io/fhir/sid/outreach-key",
           "value": "gone:step:Patient/%1$s"}],
         "medium": [{"coding": [{"code": "kakao"}]}, {"coding": [{"code": "sms"}]}],
         "occurrenceDateTime": "2026-03-02T23:00:00+09:00",
         "subject": {"reference": "Patient/%2$s"}}
        """
            .formatted(id, patient));
    store.put(
        """
        {"resourceType": "Communication", "id": "m-%1$s", "status": "unknown",
         "basedOn": [{"reference": "CommunicationRequest/r-%1$s"}],
         "subject": {"reference": "Patient/%2$s"}, "medium": [{"coding": [{"code": "kakao"}]}],
         "extension": [
          {"url": "https://anbu-health.github.io/fhir/StructureDefinition/delivery-status",
           "valueCode": "unknown"},
          {"url": "https://anbu-health.github.io/fhir/StructureDefinition/attempt",
           "valuePositiveInt": 1}]}
        """
            .formatted(id, patient));
    List<String> before = store.references();
    store.write(
        List.of(
            new TaskWriter(ZoneId.of("Asia/Seoul"))
                .entry(
                    new StaffTask(
                        "check-unknown-delivery",
                        "r-" + id,
                        patient,
                        "CommunicationRequest/r-" + id,
                        "Check there.",
                        NOW),
                    NOW)));
    task =
        store.references().stream()
            .filter(r -> r.startsWith("Task/") && !before.contains(r))
            .findFirst()
            .orElseThrow();
  }

  private void says(DeliveryStatus status) {
    receipts.record(
        List.of(new Receipt("nhn", "p-" + id, "m-" + id, status, "", NOW, "e-" + id, false)));
    settle();
  }

  private String status(String reference) {
    return stored(reference).path("status").asText();
  }

  @Test
  void completesTheTaskOfStaffAndTheRequest() {
    says(DeliveryStatus.DELIVERED);
    JsonNode done = stored(task);
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.at("/output/0/valueString").asText()).isEqualTo("nhn: delivered");
    assertThat(status("CommunicationRequest/r-" + id)).isEqualTo("completed");
    assertThat(stored("CommunicationRequest/r-" + id).path("statusReason").isMissingNode())
        .isTrue();
  }

  @Test
  void opensTheNextChannelWhereItFailed() {
    says(DeliveryStatus.FAILED_PERMANENT);
    assertThat(status(task)).isEqualTo("completed");
    assertThat(stored(task).at("/output/0/valueString").asText())
        .isEqualTo("nhn: failed-permanent");
    assertThat(status("CommunicationRequest/r-" + id)).isNotEqualTo("on-hold");
  }

  @Test
  void leavesTheTaskWhileNobodyKnows() {
    says(DeliveryStatus.ACCEPTED);
    assertThat(status(task)).isEqualTo("requested");
    assertThat(status("CommunicationRequest/r-" + id)).isEqualTo("on-hold");
  }

  @Test
  void leavesWhatStaffHaveFoundOutThemselves() {
    store.put(store.json(task).replace("\"requested\"", "\"completed\""));
    says(DeliveryStatus.DELIVERED);
    assertThat(stored(task).path("output").isMissingNode()).isTrue();
  }
}
