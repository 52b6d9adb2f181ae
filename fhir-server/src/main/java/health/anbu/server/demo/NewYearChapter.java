package health.anbu.server.demo;

import java.util.List;

/** Life goes on, so that whoever opens the pages sees what is to come. */
final class NewYearChapter implements Chapter {

  @Override
  public String title() {
    return "January: Emma is treated, Negar has an appointment";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    outside.write("new-year.json");
    log.check(
        "Emma is to be asked how she is in a week, and in three months",
        List.of("2027-01-09T10:00+09:00", "2027-04-02T10:00+09:00"),
        outside
            .search("CommunicationRequest?_sort=occurrence&status=active&subject=Patient/emma")
            .stream()
            .map(Fhir::due)
            .toList());
    log.check(
        "Negar has her confirmation and is to be reminded twice",
        2,
        outside.search("CommunicationRequest?status=active&subject=Patient/negar").size());
  }
}
