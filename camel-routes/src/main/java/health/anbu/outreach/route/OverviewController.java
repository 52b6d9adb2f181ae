package health.anbu.outreach.route;

import health.anbu.outreach.fhir.AuditTrail;
import health.anbu.outreach.fhir.Caller;
import health.anbu.outreach.fhir.Overview;
import health.anbu.outreach.fhir.OverviewReader;
import health.anbu.outreach.fhir.Timeline;
import health.anbu.outreach.fhir.TimelineReader;
import health.anbu.outreach.plan.ClinicPolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
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
  private final AuditTrail trail;
  private final String issuer;
  private final Clinic clinic;

  OverviewController(
      OverviewReader overview,
      TimelineReader timelines,
      PageAccess access,
      AuditTrail trail,
      @Value("${anbu.security.issuer:}") String issuer,
      ClinicPolicy policy,
      OutreachSettings settings) {
    this.overview = overview;
    this.timelines = timelines;
    this.access = access;
    this.trail = trail;
    this.issuer = issuer;
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
      HttpServletRequest request,
      @RequestParam(required = false) String lang,
      @RequestHeader(name = "Accept-Language", required = false) String accepted) {
    if (!access.allowed()) {
      return ResponseEntity.notFound().build();
    }
    Overview read = overview.read(lang == null ? accepted : lang);
    trail.saw(
        caller(request),
        "search-type",
        "overview",
        read.patients().stream().map(Overview.PatientRow::id).toList());
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
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(required = false) String lang,
      @RequestHeader(name = "Accept-Language", required = false) String accepted) {
    if (!access.allowed()) {
      return ResponseEntity.notFound().build();
    }
    return timelines
        .read(id, lang == null ? accepted : lang)
        .map(
            read -> {
              trail.saw(caller(request), "read", "timeline", List.of(id));
              return page(read);
            })
        .map(OverviewController::unkept)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Caller caller(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    boolean known = principal != null && !issuer.isBlank();
    return new Caller(
        known ? principal.getName() : null, known ? issuer : null, request.getRemoteAddr());
  }

  private TimelinePage page(Timeline read) {
    return new TimelinePage(
        clinic, FHIR, read.patient(), read.now(), read.entries(), read.explain());
  }

  private static <T> ResponseEntity<T> unkept(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
