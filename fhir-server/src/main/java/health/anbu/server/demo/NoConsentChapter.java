package health.anbu.server.demo;

/** A patient who never agreed to be reminded is left in peace, and anybody can ask why. */
final class NoConsentChapter implements Chapter {

  @Override
  public String title() {
    return "June: Junseo had the same treatment but gave no consent";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    log.check("he received nothing", 0, outside.messagesTo("+821000000005").size());
    log.check(
        "nothing is planned for him",
        0,
        outside.search("CommunicationRequest?status=active&subject=Patient/junseo").size());
    log.check(
        "$explain-outreach says why",
        "no-consent",
        Fhir.explained(outside, "junseo", "botox-retouch"));
  }
}
