package health.anbu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The year is measured by who came back, and counted again here from the visits themselves. */
final class RevisitChapter implements Chapter {

  private static final ZoneId CLINIC = ZoneId.of("Asia/Seoul");
  private static final LocalDate FROM = LocalDate.parse("2026-01-01");
  private static final LocalDate TO = LocalDate.parse("2026-06-30");
  private static final int WITHIN_DAYS = 180;

  @Override
  public String title() {
    return "January: how many came back in the first half of 2026";
  }

  @Override
  public void play(Outside outside, StoryLog log) {
    Map<String, TreeSet<LocalDate>> visits = visits(outside);
    visits.replaceAll((patient, days) -> new TreeSet<>(days.tailSet(FROM)));
    visits.values().removeIf(days -> days.isEmpty() || days.first().isAfter(TO));
    long back = visits.values().stream().filter(RevisitChapter::cameBack).count();
    JsonNode report =
        outside.post(
            "/fhir/Measure/revisit-rate/$evaluate-measure",
            Map.of(
                "resourceType",
                "Parameters",
                "parameter",
                new Object[] {
                  Map.of("name", "periodStart", "valueString", FROM.toString()),
                  Map.of("name", "periodEnd", "valueString", TO.toString())
                }));
    log.check("a MeasureReport", "MeasureReport", report.path("resourceType").asText());
    log.check("patients seen", visits.size(), population(report, "denominator"));
    log.check("of them came back within 180 days", back, population(report, "numerator"));
    JsonNode score = report.path("group").path(0).path("measureScore").path("value");
    double rate = (double) back / visits.size();
    log.check("the revisit rate", true, Math.abs(rate - score.asDouble(-1)) < 0.001);
    log.tell("Revisit rate: %d of %d, %.1f %%.", back, visits.size(), 100 * score.asDouble());
    log.check("the report is kept", 1, outside.search("MeasureReport").size());
  }

  private static Map<String, TreeSet<LocalDate>> visits(Outside outside) {
    Map<String, TreeSet<LocalDate>> visits = new TreeMap<>();
    for (JsonNode visit : outside.search("Encounter?status=finished")) {
      String start = visit.path("period").path("start").asText();
      LocalDate day = OffsetDateTime.parse(start).atZoneSameInstant(CLINIC).toLocalDate();
      String patient = visit.path("subject").path("reference").asText();
      visits.computeIfAbsent(patient, id -> new TreeSet<>()).add(day);
    }
    return visits;
  }

  private static boolean cameBack(TreeSet<LocalDate> days) {
    LocalDate next = days.higher(days.first());
    return next != null && !next.isAfter(days.first().plusDays(WITHIN_DAYS));
  }

  private static int population(JsonNode report, String code) {
    for (JsonNode population : report.path("group").path(0).path("population")) {
      if (Fhir.code(population.path("code")).equals(code)) {
        return population.path("count").asInt(-1);
      }
    }
    return -1;
  }
}
