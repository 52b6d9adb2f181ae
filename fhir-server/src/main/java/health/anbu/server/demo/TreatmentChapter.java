package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** A finished treatment becomes a planned message, at the right date. */
final class TreatmentChapter implements Chapter {

  static final String RECALL = "botox-retouch:three-months-after:Procedure/%s-botox";
  static final String DUE = "2026-06-02T10:00+09:00";

  @Override
  public String title() {
    return "2 March: three botulinum toxin treatments are finished";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    int written = outside.write("treatments-finished.json");
    log.tell("The EHR writes %d resources: Encounter and Procedure of Haneul, Mary, Aoi.", written);
    for (String patient : new String[] {"haneul", "mary", "aoi"}) {
      JsonNode request = Fhir.request(outside, RECALL.formatted(patient));
      log.check(patient + " is to hear from the clinic", "active", Fhir.status(request));
      log.check("... three months later at 10:00 in Seoul", DUE, Fhir.due(request));
    }
    JsonNode haneul = Fhir.request(outside, RECALL.formatted("haneul"));
    log.check("... by AlimTalk first", "kakao", Fhir.code(haneul.path("medium").path(0)));
    JsonNode mary = Fhir.request(outside, RECALL.formatted("mary"));
    log.check("... Mary agreed to text only", "sms", Fhir.code(mary.path("medium").path(0)));
    outside.write("treatments-finished.json");
    int requests = Fhir.requests(outside, "haneul", "botox-retouch").size();
    log.check("the same records again plan nothing more", 1, requests);
  }
}
