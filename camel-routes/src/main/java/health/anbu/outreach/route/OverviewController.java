package health.anbu.outreach.route;

import health.anbu.outreach.fhir.Overview;
import health.anbu.outreach.fhir.OverviewReader;
import health.anbu.outreach.fhir.Timeline;
import health.anbu.outreach.fhir.TimelineReader;
import health.anbu.outreach.plan.ClinicPolicy;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages show. It is personal data: see {@link PageAccess}; no cache may keep it. */
@RestController
class OverviewController {

  private static final String FHIR = "/fhir";

  private final OverviewReader overview;
  private final TimelineReader timelines;
  private final PageAccess access;
  private final Clinic clinic;

  OverviewController(
      OverviewReader overview,
      TimelineReader timelines,
      PageAccess access,
      ClinicPolicy policy,
      OutreachSettings settings) {
    this.overview = overview;
    this.timelines = timelines;
    this.access = access;
    this.clinic =
        new Clinic(
            policy.name(),
            policy.zone().getId(),
            policy.pack().code(),
            settings.mode().name().toLowerCase(Locale.ROOT));
  }

  record Clinic(String name, String zone, String jurisdiction, String mode) {}

  record OverviewPage(
      Clinic clinic,
      String fhirBase,
      String now,
      Overview.Counts counts,
      List<Overview.ScenarioRow> scenarios,
      List<Overview.PatientRow> patients,
      List<Overview.TaskRow> tasks,
      List<Overview.Measured> kpi) {}

  record TimelinePage(
      Clinic clinic,
      String fhirBase,
      Timeline.Person patient,
      String now,
      List<Timeline.Entry> entries,
      List<Timeline.Explained> explain) {}

  /**
   * @param lang of titles; the browser's languages where it is absent
   */
  @GetMapping("/overview")
  ResponseEntity<OverviewPage> overview(
      @RequestParam(required = false) String lang,
      @RequestHeader(name = "Accept-Language", required = false) String accepted) {
    if (!access.allowed()) {
      return ResponseEntity.notFound().build();
    }
    Overview read = overview.read(lang == null ? accepted : lang);
    return unkept(
        new OverviewPage(
            clinic,
            FHIR,
            read.now(),
            read.counts(),
            read.scenarios(),
            read.patients(),
            read.tasks(),
            read.kpi()));
  }

  @GetMapping("/overview/patients/{id}/timeline")
  ResponseEntity<TimelinePage> timeline(
      @PathVariable String id,
      @RequestParam(required = false) String lang,
      @RequestHeader(name = "Accept-Language", required = false) String accepted) {
    if (!access.allowed()) {
      return ResponseEntity.notFound().build();
    }
    return timelines
        .read(id, lang == null ? accepted : lang)
        .map(this::page)
        .map(OverviewController::unkept)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private TimelinePage page(Timeline read) {
    return new TimelinePage(
        clinic, FHIR, read.patient(), read.now(), read.entries(), read.explain());
  }

  private static <T> ResponseEntity<T> unkept(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
