package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("S5.9, S5.4 the answer to the question form")
class FormTasksTest {

  private static final Instant NOW = Instant.parse("2026-06-20T01:00:00Z");
  private static final String QUESTION =
      "{\"linkId\": \"question\", \"answer\": [{\"valueString\": \"약은 언제까지 먹나요?\"}]}";
  private static final String NO_REPLY =
      "{\"linkId\": \"reply\", \"answer\": [{\"valueBoolean\": false}]}";

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final FormTasks forms = new FormTasks(store, ZoneId.of("Asia/Seoul"));

  @BeforeEach
  void knowThePatient() {
    store.put("{\"resourceType\": \"Patient\", \"id\": \"kim\"}");
  }

  @Nested
  class OpensATask {

    @Test
    void forAQuestionDueInADay() throws IOException {
      answered("completed", QUESTION);
      JsonNode task = only();
      assertThat(task.at("/code/coding/0/code").asText()).isEqualTo("answer-questions");
      assertThat(task.at("/for/reference").asText()).isEqualTo("Patient/kim");
      assertThat(task.at("/focus/reference").asText()).isEqualTo("QuestionnaireResponse/q1");
      assertThat(task.at("/priority").asText()).isEqualTo("routine");
      assertThat(task.at("/restriction/period/end").asText())
          .isEqualTo("2026-06-21T10:00:00+09:00");
      assertThat(task.toString()).doesNotContain("약은");
    }

    @Test
    void forAPatientWhoIsWorseWithinHours() throws IOException {
      answered("completed", howAreYou("worse"), NO_REPLY);
      assertThat(only().at("/priority").asText()).isEqualTo("urgent");
      assertThat(only().at("/restriction/period/end").asText())
          .isEqualTo("2026-06-20T14:00:00+09:00");
    }

    @Test
    void forANewSymptom() throws IOException {
      answered(
          "amended",
          howAreYou("same"),
          "{\"linkId\": \"symptom\", \"answer\": [{\"valueString\": \"fever\"}]}");
      assertThat(only().at("/priority").asText()).isEqualTo("urgent");
    }

    @Test
    void onlyOnceAndLeavesToStaffWhatTheyHaveDone() throws IOException {
      answered("completed", QUESTION);
      store.put(only().toString().replace("\"requested\"", "\"completed\""));
      forms.open("q1", NOW.plusSeconds(3600));
      assertThat(only().at("/status").asText()).isEqualTo("completed");
    }
  }

  @Nested
  class OpensNone {

    @Test
    void whenThePatientIsWellAndAsksNothing() {
      answered("completed", howAreYou("better"));
      assertThat(tasks()).isEmpty();
    }

    @Test
    void whenNoReplyIsWanted() {
      answered("completed", howAreYou("same"), QUESTION, NO_REPLY);
      assertThat(tasks()).isEmpty();
    }

    @Test
    void whileTheFormIsBeingFilledIn() {
      answered("in-progress", QUESTION);
      assertThat(tasks()).isEmpty();
    }

    @Test
    void forAFormThatIsNotOurs() {
      store.put(
          """
          {"resourceType": "QuestionnaireResponse", "id": "q1", "status": "completed",
           "questionnaire": "https://example.org/fhir/Questionnaire/quiz",
           "subject": {"reference": "Patient/kim"}, "item": [%s]}
          """
              .formatted(QUESTION));
      forms.open("q1", NOW);
      assertThat(tasks()).isEmpty();
    }

    @Test
    void whenItIsGone() {
      forms.open("never-there", NOW);
      assertThat(tasks()).isEmpty();
    }
  }

  private void answered(String status, String... items) {
    store.put(
        """
        {"resourceType": "QuestionnaireResponse", "id": "q1", "status": "%s",
         "questionnaire":
             "https://anbu-health.github.io/fhir/Questionnaire/first-visit-questions|0.1.0",
         "subject": {"reference": "Patient/kim"}, "item": [%s]}
        """
            .formatted(status, String.join(", ", items)));
    forms.open("q1", NOW);
  }

  private static String howAreYou(String code) {
    return """
        {"linkId": "how-are-you", "answer": [{"valueCoding":
         {"system": "https://anbu-health.github.io/fhir/CodeSystem/how-are-you", "code": "%s"}}]}
        """
        .formatted(code);
  }

  private List<String> tasks() {
    return store.references().stream().filter(r -> r.startsWith("Task/")).toList();
  }

  private JsonNode only() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String task : tasks()) {
      found.add(new ObjectMapper().readTree(store.json(task)));
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
