package health.anbu.outreach.route;

import health.anbu.outreach.fhir.ClinicTones;
import health.anbu.outreach.fhir.Displays;
import health.anbu.outreach.fhir.ExplainOperation;
import health.anbu.outreach.fhir.ExportOperation;
import health.anbu.outreach.fhir.FhirPaths;
import health.anbu.outreach.fhir.MeasureOperation;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.fhir.MigrateOperation;
import health.anbu.outreach.fhir.OutreachOperations;
import health.anbu.outreach.fhir.OverviewReader;
import health.anbu.outreach.fhir.PatientHistory;
import health.anbu.outreach.fhir.Planning;
import health.anbu.outreach.fhir.PreviewOperation;
import health.anbu.outreach.fhir.ProjectOperation;
import health.anbu.outreach.fhir.ResponseReport;
import health.anbu.outreach.fhir.RevisitReport;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.fhir.SegmentOperation;
import health.anbu.outreach.fhir.TimelineOperation;
import health.anbu.outreach.fhir.TimelineReader;
import health.anbu.outreach.plan.ClinicPolicy;
import java.time.Clock;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR operations of the outreach; the server that hosts us only registers them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  PageAccess.Setting.class,
  PageAccess.Risk.class,
  ServerProperties.class
})
class OperationBeans {

  @Bean
  Displays displays() {
    return new Displays();
  }

  @Bean
  PatientHistory patientHistory(FhirStores stores) {
    return new PatientHistory(stores.plans());
  }

  @Bean
  OutreachOperations explainOperation(
      Planning planning,
      FhirStores stores,
      ScenarioCatalog catalog,
      Displays displays,
      Clock clock,
      ClinicPolicy clinic,
      ClinicTones tones) {
    return new ExplainOperation(
        planning, stores.plans(), catalog, displays, clock, clinic.zone(), tones);
  }

  @Bean
  OutreachOperations segmentOperation(
      Planning planning, FhirStores stores, FhirPaths paths, Clock clock, ClinicPolicy clinic) {
    return new SegmentOperation(
        planning, stores.source(), stores.plans(), paths, clock, clinic.zone());
  }

  @Bean
  OutreachOperations migrateOperation(
      Planning planning,
      FhirStores stores,
      ScenarioCatalog catalog,
      ClinicPolicy clinic,
      Clock clock) {
    return new MigrateOperation(planning, stores.plans(), catalog, clinic, clock);
  }

  @Bean
  OutreachOperations previewOperation(
      Planning planning,
      FhirStores stores,
      ScenarioCatalog catalog,
      ClinicPolicy clinic,
      Clock clock) {
    return new PreviewOperation(
        planning, stores.source(), stores.plans(), catalog, clock, clinic.zone());
  }

  @Bean
  OutreachOperations projectOperation(
      Planning planning,
      FhirStores stores,
      MessageComposer composer,
      ClinicPolicy clinic,
      OutreachSettings settings,
      Clock clock) {
    return new ProjectOperation(
        planning, stores.source(), composer, clinic, settings.throttle()::projected, clock);
  }

  @Bean
  OutreachOperations exportOperation(FhirStores stores) {
    return new ExportOperation(stores.plans());
  }

  @Bean
  OutreachOperations timelineOperation(Planning planning, PatientHistory history) {
    return new TimelineOperation(planning, history);
  }

  @Bean
  RevisitReport revisitReport(FhirStores stores, Clock clock, ClinicPolicy clinic) {
    return new RevisitReport(stores.source(), stores.plans(), clock, clinic.zone(), clinic.name());
  }

  @Bean
  ResponseReport responseReport(
      FhirStores stores, ScenarioCatalog catalog, Clock clock, ClinicPolicy clinic) {
    return new ResponseReport(
        stores.source(), stores.plans(), catalog, clock, clinic.zone(), clinic.name());
  }

  @Bean
  OutreachOperations measureOperation(RevisitReport revisits, ResponseReport responses) {
    return new MeasureOperation(revisits, responses);
  }

  @Bean
  PublishKpi publishKpi(
      RevisitReport revisits, ResponseReport responses, Clock clock, ClinicPolicy clinic) {
    return new PublishKpi(revisits, responses, clock, clinic.zone());
  }

  @Bean
  OverviewReader overviewReader(
      Planning planning,
      FhirStores stores,
      ScenarioCatalog catalog,
      Displays displays,
      Clock clock,
      ClinicPolicy clinic) {
    return new OverviewReader(
        planning, stores.source(), stores.plans(), catalog, displays, clock, clinic.zone());
  }

  @Bean
  TimelineReader timelineReader(
      Planning planning,
      FhirStores stores,
      PatientHistory history,
      Displays displays,
      Clock clock,
      ClinicPolicy clinic) {
    return new TimelineReader(planning, stores.plans(), history, displays, clock, clinic.zone());
  }

  @Bean
  PageAccess pageAccess(PageAccess.Setting setting, PageAccess.Risk risk, ServerProperties server) {
    return PageAccess.of(setting, risk, server);
  }
}
