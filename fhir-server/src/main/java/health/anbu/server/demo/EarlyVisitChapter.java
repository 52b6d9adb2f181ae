package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Whoever comes in by themselves is not reminded to come in. */
final class EarlyVisitChapter implements Chapter {

  @Override
  public String title() {
    return "14 May: Aoi comes in early";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    outside.moveTo("2026-05-14T11:00:00+09:00");
    outside.write("early-visit.json");
    log.tell("The EHR writes one finished Encounter.");
    JsonNode request = Fhir.request(outside, TreatmentChapter.RECALL.formatted("aoi"));
    log.check("her message is withdrawn by itself", "revoked", Fhir.status(request));
    log.check("... and the reason is kept", "visited-since", Fhir.reason(request));
  }
}
