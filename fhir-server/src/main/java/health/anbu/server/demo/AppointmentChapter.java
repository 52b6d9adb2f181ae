package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reminders follow their appointment: they move with it, and go with it. */
final class AppointmentChapter implements Chapter {

  static final String ARASH = "+989000000003";

  @Override
  public String title() {
    return "March: Arash's appointment is booked, moved and cancelled";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    book(outside, log);
    move(outside, log);
    cancel(outside, log);
  }

  private static void book(Outside outside, StoryLog log) {
    outside.write("appointment-booked.json");
    JsonNode confirmation = Fhir.last(outside.messagesTo(ARASH));
    log.check(
        "booked: confirmed at once",
        Fhir.instant(Story.START),
        Fhir.instant(confirmation.path("at").asText()));
    log.quote(confirmation.path("text").asText());
    log.check(
        "reminders three days and one day before",
        List.of("2026-03-17T10:00+09:00", "2026-03-19T10:00+09:00"),
        planned(outside));
  }

  private static void move(Outside outside, StoryLog log) {
    outside.moveTo("2026-03-05T10:00:00+09:00");
    outside.write("appointment-moved.json");
    log.check(
        "moved by a week: the reminders move",
        List.of("2026-03-24T10:00+09:00", "2026-03-26T10:00+09:00"),
        planned(outside));
    outside.moveTo("2026-03-24T11:00:00+09:00");
    JsonNode reminder = Fhir.last(outside.messagesTo(ARASH));
    log.check(
        "the first one goes out three days before the new date",
        "2026-03-24T10:00+09:00",
        Fhir.instant(reminder.path("at").asText()));
    log.quote(reminder.path("text").asText());
  }

  private static void cancel(Outside outside, StoryLog log) {
    int before = outside.messagesTo(ARASH).size();
    outside.write("appointment-cancelled.json");
    log.check("cancelled: no reminder is left", List.of(), planned(outside));
    JsonNode last =
        Fhir.last(
            Fhir.requests(outside, "arash", "appointment-reminder").stream()
                .filter(request -> Fhir.status(request).equals("revoked"))
                .toList());
    log.check("... and the reason is kept", "appointment-cancelled", Fhir.reason(last));
    outside.moveTo("2026-03-27T12:00:00+09:00");
    log.check("nothing more was sent", before, outside.messagesTo(ARASH).size());
  }

  private static List<String> planned(Outside outside) {
    return Fhir.requests(outside, "arash", "appointment-reminder").stream()
        .filter(request -> Fhir.status(request).equals("active"))
        .map(Fhir::due)
        .toList();
  }
}
