package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A complaint becomes somebody's task with two deadlines, and its sender hears at once. */
final class ComplaintChapter implements Chapter {

  private static final String MARY = "+12025550104";
  private static final String HANEUL = "+821000000001";
  private static final String TASKS = Fhir.codeSearch("Task", "task-code", "handle-complaint");

  @Override
  public String title() {
    return "16 June: two complaints arrive";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    byWebForm(outside, log);
    byTextMessage(outside, log);
    resolved(outside, log);
  }

  private static void byWebForm(Outside outside, StoryLog log) {
    int before = outside.messagesTo(MARY).size();
    String text = "I waited more than an hour past my appointment and nobody told me why.";
    JsonNode answer =
        outside.post(
            "/intake/web", Map.of("text", text, "language", "en", "from", Map.of("phone", MARY)));
    outside.settle();
    log.tell("Mary writes in the web form; the answer names %s.", answer.path("task").asText());
    JsonNode task = outside.read(answer.path("task").asText());
    promised(outside, log, task, "mary", text);
    acknowledged(outside, log, task, MARY, before);
  }

  private static void byTextMessage(Outside outside, StoryLog log) {
    int before = outside.messagesTo(HANEUL).size();
    String text = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다. 불만입니다.";
    outside.post("/simulators/twilio/inbound", Map.of("from", HANEUL, "text", text));
    outside.settle();
    log.tell("Haneul answers by text message.");
    JsonNode task = Fhir.last(outside.search(TASKS + "&patient=Patient/haneul"));
    promised(outside, log, task, "haneul", text);
    acknowledged(outside, log, task, HANEUL, before);
  }

  private static void promised(
      Outside outside, StoryLog log, JsonNode task, String patient, String text) {
    JsonNode complaint = outside.read(task.path("focus").path("reference").asText());
    log.check(
        patient + "'s words are kept as written",
        List.of("Patient/" + patient, text),
        List.of(
            task.path("for").path("reference").asText(), Fhir.first(payload(complaint)).asText()));
    log.check(
        "... a task with an owner",
        Story.COMPLAINT_OWNER,
        task.path("owner").path("reference").asText("nobody"));
    OffsetDateTime received = OffsetDateTime.parse(complaint.path("received").asText());
    OffsetDateTime acknowledge =
        OffsetDateTime.parse(Fhir.extension(task, "acknowledge-by").path("valueDateTime").asText());
    OffsetDateTime resolve =
        OffsetDateTime.parse(task.path("restriction").path("period").path("end").asText());
    log.check(
        "... to be acknowledged within 24 hours",
        Duration.ofHours(24),
        Duration.between(received, acknowledge));
    log.check("... and resolved by a later date", true, resolve.isAfter(acknowledge));
  }

  private static List<JsonNode> payload(JsonNode complaint) {
    return List.of(complaint.path("payload").path(0).path("contentString"));
  }

  private static void acknowledged(
      Outside outside, StoryLog log, JsonNode task, String number, int before) {
    List<JsonNode> received = outside.messagesTo(number);
    log.check("... the sender hears at once", before + 1, received.size());
    log.quote(Fhir.last(received).path("text").asText());
    JsonNode now = outside.read("Task/" + task.path("id").asText());
    log.check("... which the task says", "acknowledged", Fhir.code(now.path("businessStatus")));
  }

  private static void resolved(Outside outside, StoryLog log) {
    outside.moveTo("2026-06-18T15:00:00+09:00");
    List<JsonNode> tasks = outside.search(TASKS);
    for (JsonNode task : tasks) {
      ObjectNode done = (ObjectNode) task;
      done.put("status", "completed");
      ((ObjectNode) done.path("businessStatus").path("coding").path(0)).put("code", "resolved");
      outside.update(done);
    }
    outside.settle();
    log.tell("Two days later the owner has spoken to both and completes the tasks.");
    log.check("two tasks are completed", 2, tasks.size());
    log.check(
        "... and no complaint is left open", 0, outside.search(TASKS + "&status=requested").size());
  }
}
