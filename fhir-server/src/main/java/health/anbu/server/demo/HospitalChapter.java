package health.anbu.server.demo;

/** A hospital with patients who read Korean, Japanese, Persian and English. */
final class HospitalChapter implements Chapter {

  @Override
  public String title() {
    return "The hospital";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    log.check(
        "the product is ready", "UP", outside.get("/actuator/health").path("status").asText());
    int hospital = outside.write("1-hospital.json");
    int people = outside.write("2-patients.json");
    int history = outside.write("3-history.json");
    log.tell("The EHR writes %d resources over FHIR REST.", hospital + people + history);
    log.check("seven patients are there", 7, outside.search("Patient?_count=3").size());
    log.check("it is Monday noon", Fhir.instant(Story.START), Fhir.instant(outside.now()));
    log.check("old visits cause no message", 0, outside.get("/simulators/messages").size());
  }
}
