package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.fhir.Profiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RunningRoutesTest extends RunningRoutes {

  @Autowired ProducerTemplate camel;

  private List<JsonNode> tasks(String code) {
    return tasks().stream()
        .map(this::stored)
        .filter(task -> task.at("/code/coding/0/code").asText().equals(code))
        .toList();
  }

  private String referrerWithACompletedReview() {
    String referrer = patient(number());
    for (int i = 0; i < 2; i++) {
      String newcomer = patient(number());
      store.put(
          """
          {"resourceType": "Patient", "id": "%s",
           "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/referred-by",
                          "valueReference": {"reference": "Patient/%s"}}]}
          """
              .formatted(newcomer, referrer));
      changed("Patient", newcomer, newcomer, referrer);
    }
    ObjectNode review =
        (ObjectNode)
            tasks("review-vip-list").stream()
                .filter(task -> task.toString().contains("Patient/" + referrer))
                .findFirst()
                .orElseThrow();
    store.put(review.put("status", "completed").toString());
    changed("Task", review.path("id").asText(), referrer);
    return referrer;
  }

  @Test
  void aCompletedReviewGivesAFlag() {
    String referrer = referrerWithACompletedReview();
    assertThat(store.all(Flag.class))
        .filteredOn(flag -> flag.getSubject().getReference().equals("Patient/" + referrer))
        .singleElement()
        .satisfies(flag -> assertThat(flag.getStatus()).isEqualTo(Flag.FlagStatus.ACTIVE));
  }

  @Test
  @DisplayName("S5.9 an answered question form opens a task")
  void anAnsweredFormOpensATask() {
    String patient = patient(number());
    store.put(
        """
        {"resourceType": "QuestionnaireResponse", "id": "form-%1$s", "status": "completed",
         "questionnaire": "https://anbu-health.github.io/fhir/Questionnaire/first-visit-questions",
         "subject": {"reference": "Patient/%1$s"},
         "item": [{"linkId": "reply", "answer": [{"valueBoolean": true}]}]}
        """
            .formatted(patient));
    changed("QuestionnaireResponse", "form-" + patient, patient);
    assertThat(tasks("answer-questions"))
        .singleElement()
        .satisfies(
            task -> assertThat(task.at("/for/reference").asText()).isEqualTo("Patient/" + patient));
  }

  @Test
  void everythingWrittenConformsToTheProfileItDeclares() {
    referrerWithACompletedReview();
    String number = number();
    patient(number);
    for (String text : List.of("한 시간이나 기다렸는데 아무 설명이 없었습니다.", "숨을 쉬기 힘들어요", "감사합니다", "주차가 되나요?")) {
      post(
          "/intake/web",
          json(
              Map.of(
                  "text", text, "language", "ko", "from", Map.of("phone", number, "name", "김"))));
      post("/intake/fax", json(Map.of("text", text, "from", Map.of("email", "a@example.org"))));
    }
    await().untilAsserted(() -> assertThat(messages(number)).isNotEmpty());
    settle();
    Stream.of(
            Communication.class, CommunicationRequest.class, Task.class, Flag.class, Consent.class)
        .flatMap(type -> store.all(type).stream())
        .forEach(
            resource ->
                assertThat(Profiles.faults((Resource) resource))
                    .as(store.json(resource.fhirType() + "/" + resource.getIdPart()))
                    .isEmpty());
  }

  @Test
  void aPromiseWithoutItsTimesWouldBeFound() {
    Task empty = new Task();
    empty
        .getMeta()
        .addProfile("https://anbu-health.github.io/fhir/StructureDefinition/complaint-task");
    assertThat(Profiles.faults(empty)).isNotEmpty();
  }

  @Test
  void whatNobodyForesawBecomesATaskForStaff() {
    int before = tasks("dead-letter").size();
    camel.sendBody("seda:receive-changes", 42);
    await().untilAsserted(() -> assertThat(tasks("dead-letter")).hasSize(before + 1));
  }
}
