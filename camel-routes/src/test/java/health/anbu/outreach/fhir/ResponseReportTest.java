package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.kpi.ReportPeriod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S1.15 response rates by scenario, step and offset, as a MeasureReport")
class ResponseReportTest {

  private static final ReportPeriod YEAR = ReportPeriod.year(2026);

  private final TreatedPatient patient = new TreatedPatient();
  private String request;

  @BeforeEach
  void remindedOnceAtThreeMonths() throws IOException {
    patient.treated();
    patient.consent("2026-02-27", "permit");
    patient.reconcile();
    request = patient.store.all(CommunicationRequest.class).get(0).getIdElement().getIdPart();
    message("m1", "failed-permanent", "2026-05-27T10:00:00+09:00");
    message("m2", "delivered", "2026-05-27T10:05:00+09:00");
  }

  private void message(String id, String status, String sent) {
    patient.put(
        "2026-05-27",
        """
        {"resourceType":"Communication","id":"%s","status":"completed","sent":"%s",
         "subject":{"reference":"Patient/kim"},
         "basedOn":[{"reference":"CommunicationRequest/%s"}],
         "extension":[{"url":"%s","valueCode":"%s"}]}"""
            .formatted(id, sent, request, Words.extension("delivery-status"), status));
  }

  private MeasureReport report() {
    return new ResponseReport(
            patient.store,
            patient.store,
            patient.catalog,
            patient.clock(),
            TreatedPatient.SEOUL,
            "Anbu")
        .report(YEAR);
  }

  private static List<StratifierGroupComponent> strata(MeasureReport report) {
    return report.getGroupFirstRep().getStratifierFirstRep().getStratum();
  }

  private static String said(StratifierGroupComponent stratum) {
    Map<String, String> parts =
        stratum.getComponent().stream()
            .collect(
                Collectors.toMap(
                    c -> c.getCode().getText(),
                    c -> c.getValue().getText(),
                    (a, b) -> a,
                    TreeMap::new));
    return parts
        + " "
        + stratum.getPopulation().get(2).getCount()
        + "/"
        + stratum.getPopulation().get(1).getCount();
  }

  private void responded(String json) {
    patient.put("2026-06-01", json);
  }

  @Test
  void countsARequestOnceByTheGoldenTimeItWasPlannedWith() {
    assertThat(strata(report()))
        .extracting(ResponseReportTest::said)
        .containsExactly(
            "{offset=3 mo after, scenario=botox-retouch, step=three-months-after} 0/1");
  }

  @Test
  void countsAVisit() {
    responded(
        """
        {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},
         "subject":{"reference":"Patient/kim"},"period":{"start":"2026-06-02T10:00:00+09:00"}}""");
    assertThat(strata(report()))
        .extracting(ResponseReportTest::said)
        .allMatch(s -> s.endsWith("1/1"));
  }

  @Test
  void countsABookingByWhenItWasMade() {
    responded(
        """
        {"resourceType":"Appointment","id":"a","status":"booked","created":"2026-05-27",
         "start":"2026-09-01T10:00:00+09:00",
         "participant":[{"actor":{"reference":"Patient/kim"},"status":"accepted"}]}""");
    assertThat(strata(report()))
        .extracting(ResponseReportTest::said)
        .allMatch(s -> s.endsWith("1/1"));
  }

  @Test
  void countsAReplyButNoComplaintAndNoStop() {
    responded(wrote("c", "complaint", "waiting"));
    responded(wrote("s", "question", "contact-preference"));
    assertThat(strata(report()))
        .extracting(ResponseReportTest::said)
        .allMatch(s -> s.endsWith("0/1"));
    responded(wrote("q", "question", "booking"));
    assertThat(strata(report()))
        .extracting(ResponseReportTest::said)
        .allMatch(s -> s.endsWith("1/1"));
  }

  private static String wrote(String id, String category, String topic) {
    return """
        {"resourceType":"Communication","id":"%s","status":"completed",
         "category":[{"coding":[{"system":"%s","code":"%s"}]}],"topic":{"text":"%s"},
         "subject":{"reference":"Patient/kim"},"received":"2026-05-28T10:00:00+09:00"}"""
        .formatted(id, Words.FEEDBACK, category, topic);
  }

  @Test
  void isWrittenWithItsSharesAndMarksSmallCounts() {
    MeasureReport report = report();
    assertThat(report.getMeasure()).isEqualTo(Words.BASE + "/Measure/response-rate");
    assertThat(report.getGroupFirstRep().getPopulation())
        .extracting(p -> p.getCount())
        .containsExactly(1, 1, 0);
    assertThat(strata(report))
        .allSatisfy(
            stratum -> {
              assertThat(stratum.getMeasureScore().getValue()).isEqualByComparingTo("0");
              assertThat(stratum.hasExtension(Words.extension("small-count"))).isTrue();
            });
  }

  @Test
  void isEmptyWhereNothingWasSent() {
    patient.store.delete("Communication/m1");
    patient.store.delete("Communication/m2");
    MeasureReport report = report();
    assertThat(report.getGroupFirstRep().getMeasureScore().isEmpty()).isTrue();
    assertThat(strata(report)).isEmpty();
  }
}
