package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who referred others is thanked at the year's end, once the team has approved the list. */
final class ReferrerChapter implements Chapter {

  private static final String SEOYEON = "+821000000006";
  private static final String MISAKI = "+819000000007";

  @Override
  public String title() {
    return "November to December: Seoyeon has referred five others";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    List<JsonNode> reviews = proposed(outside, log);
    waits(outside, log);
    if (!reviews.isEmpty()) {
      completed(outside, log, reviews.get(0));
      thanked(outside, log);
    }
  }

  private static List<JsonNode> proposed(Outside outside, StoryLog log) {
    outside.moveTo("2026-11-09T10:00:00+09:00");
    log.tell("The EHR writes %d resources of new patients.", outside.write("referrals.json"));
    String query = Fhir.codeSearch("Task", "task-code", "review-vip-list");
    List<JsonNode> reviews = outside.search(query + "&status=requested");
    log.check("one list is to be reviewed", 1, reviews.size());
    JsonNode review = Fhir.first(reviews);
    log.check("... Seoyeon is proposed for tier", "A", proposal(review, "Patient/seoyeon"));
    log.check("... Misaki, who sent two, for tier", "B", proposal(review, "Patient/misaki"));
    return reviews;
  }

  private static String proposal(JsonNode review, String patient) {
    for (JsonNode input : review.path("input")) {
      if (input.path("valueReference").path("reference").asText().equals(patient)) {
        return Fhir.code(input.path("type"));
      }
    }
    return "not on the list";
  }

  private static void waits(Outside outside, StoryLog log) {
    outside.moveTo("2026-12-10T10:00:00+09:00");
    log.check("a month later nobody has a flag", 0, outside.search("Flag?_count=50").size());
    log.check("nothing is planned before the review", 0, thanks(outside, "seoyeon").size());
    log.check("nothing was sent", 0, outside.messagesTo(SEOYEON).size());
  }

  private static void completed(Outside outside, StoryLog log, JsonNode review) {
    ObjectNode task = (ObjectNode) outside.read("Task/" + review.path("id").asText());
    task.put("status", "completed");
    outside.update(task);
    outside.settle();
    log.tell("The team completes the review.");
    JsonNode flag = Fhir.first(outside.search("Flag?patient=Patient/seoyeon"));
    log.check("Seoyeon has a flag of tier", "A", Fhir.code(flag.path("code")));
  }

  private static void thanked(Outside outside, StoryLog log) {
    outside.moveTo("2027-01-02T10:00:00+09:00");
    List<JsonNode> received = outside.messagesTo(SEOYEON);
    log.check("Seoyeon is thanked once", 1, received.size());
    JsonNode thanks = Fhir.first(received);
    String text = thanks.path("text").asText();
    log.quote(text);
    String at = thanks.path("at").asText();
    boolean lastWeek = at.compareTo("2026-12-25") >= 0 && at.compareTo("2027-01-01") < 0;
    log.check("... in the last week of December", true, lastWeek);
    log.check("... never by AlimTalk", "sms", thanks.path("channel").asText());
    log.check("... beginning with (광고)", true, text.startsWith("(광고)"));
    log.check(
        "... with sender and free opt-out",
        true,
        text.contains(Story.CLINIC) && text.contains(Story.OPT_OUT));
    log.check("Misaki agreed to no advertising: nothing", 0, outside.messagesTo(MISAKI).size());
    log.check(
        "... and the reason", "no-consent", Fhir.explained(outside, "misaki", "vip-year-end"));
  }

  private static List<JsonNode> thanks(Outside outside, String patient) {
    return Fhir.requests(outside, patient, "vip-year-end");
  }
}
