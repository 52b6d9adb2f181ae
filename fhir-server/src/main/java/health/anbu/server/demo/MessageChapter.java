package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The message goes out, its receipt comes back, and the record has both. */
final class MessageChapter implements Chapter {

  private static final String AOI = "+819000000002";

  @Override
  public String title() {
    return "2 June: the messages go out";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    int toAoi = outside.messagesTo(AOI).size();
    outside.moveTo("2026-06-02T11:00:00+09:00");
    log.tell("Time moves to 11:00.");
    delivered(outside, log, "haneul", "+821000000001", "kakao");
    delivered(outside, log, "mary", "+12025550104", "sms");
    log.check("Aoi, who came in, hears nothing", toAoi, outside.messagesTo(AOI).size());
    outside.moveTo("2026-06-16T11:00:00+09:00");
    outside.write("visit-after-message.json");
    log.tell("Two weeks later Haneul comes in.");
  }

  private static void delivered(
      Outside outside, StoryLog log, String patient, String number, String channel) {
    JsonNode received = Fhir.last(outside.messagesTo(number));
    log.check(
        patient + " receives it by " + channel + " at 10:00",
        channel + " at " + TreatmentChapter.DUE,
        received.path("channel").asText() + " at " + Fhir.instant(received.path("at").asText()));
    log.quote(received.path("text").asText());
    JsonNode request = Fhir.request(outside, TreatmentChapter.RECALL.formatted(patient));
    log.check("... the request is completed", "completed", Fhir.status(request));
    List<JsonNode> messages = Fhir.messages(outside, request);
    log.check("... by exactly one message", 1, messages.size());
    JsonNode message = Fhir.first(messages);
    log.check("... the receipt says delivered", "delivered", Fhir.deliveryStatus(message));
    log.check("... marked as simulated", "simulated", tag(message));
    log.check("... its words are in the record", true, sameWords(message, received));
    log.check("... and in the timeline", true, inTimeline(outside, patient, message));
  }

  private static String tag(JsonNode message) {
    return message.path("meta").path("tag").path(0).path("code").asText("no tag");
  }

  private static boolean sameWords(JsonNode message, JsonNode received) {
    String text = received.path("text").asText();
    List<String> words = Fhir.payload(message);
    return !words.isEmpty() && words.stream().allMatch(text::contains);
  }

  private static boolean inTimeline(Outside outside, String patient, JsonNode message) {
    JsonNode timeline = outside.read("Patient/" + patient + "/$outreach-timeline");
    return StreamSupport.stream(timeline.path("entry").spliterator(), false)
        .map(entry -> entry.path("resource"))
        .anyMatch(
            entry ->
                entry.path("resourceType").asText().equals("Communication")
                    && entry.path("id").equals(message.path("id")));
  }
}
