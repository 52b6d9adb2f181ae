package health.anbu.server.demo;

import java.util.List;

/**
 * The product's main job, from a finished treatment to the revisit rate, in ten simulated months.
 */
final class Story {

  /** A Monday noon: the treatments of that morning are finished. */
  static final String START = "2026-03-02T12:00:00+09:00";

  static final String CLINIC = "안부의원";
  static final String OPT_OUT = "080-555-0100";
  static final String COMPLAINT_OWNER = "Practitioner/patient-care-lead";

  private final Outside outside;
  private final StoryLog log;

  Story(Outside outside, StoryLog log) {
    this.outside = outside;
    this.log = log;
  }

  private static List<Chapter> chapters() {
    return List.of(
        new HospitalChapter(),
        new TreatmentChapter(),
        new AppointmentChapter(),
        new EarlyVisitChapter(),
        new MessageChapter(),
        new NoConsentChapter(),
        new ComplaintChapter(),
        new ReferrerChapter(),
        new RevisitChapter(),
        new NewYearChapter());
  }

  void play() {
    chapters().forEach(this::play);
  }

  /** A chapter that breaks off is a claim that did not hold; the others are still played. */
  private void play(Chapter chapter) {
    log.chapter(chapter.title());
    try {
      chapter.play(outside, log);
    } catch (RuntimeException e) {
      log.check("the chapter is played to its end", "yes", "no: " + e);
    }
  }
}
