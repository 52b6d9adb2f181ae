package health.anbu.outreach.route;

import health.anbu.outreach.fhir.Approvals;
import health.anbu.outreach.fhir.AuditTrail;
import health.anbu.outreach.fhir.ClinicPlaces;
import health.anbu.outreach.fhir.ClinicTones;
import health.anbu.outreach.fhir.FactsReader;
import health.anbu.outreach.fhir.FhirBeans;
import health.anbu.outreach.fhir.FhirPaths;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.fhir.StopReader;
import health.anbu.outreach.plan.ClinicPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Puts the outreach together: the plugin, in a process of its own or hosted in the server. */
@AutoConfiguration
@ConditionalOnProperty(name = "anbu.routes.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties({
  OutreachSettings.class,
  ClinicLinkSettings.class,
  RestoreSettings.class,
  AuditSettings.class,
  RouteFiles.Settings.class
})
@Import(FhirBeans.class)
@ComponentScan({"health.anbu.outreach.route", "health.anbu.outreach.simulator"})
public class OutreachRoutes {

  @Bean
  ClinicPolicy clinicPolicy(OutreachSettings settings) {
    return ClinicPolicies.of(settings);
  }

  @Bean
  ClusterNode clusterNode(DataSource dataSource, OutreachSettings settings) {
    return new ClusterNode(dataSource, settings.node().name());
  }

  @Bean
  ScenarioCatalog scenarioCatalog(
      FhirStores stores,
      FhirPaths paths,
      DataSource dataSource,
      Approvals approvals,
      ClinicLinkSettings clinic,
      ClinicPlaces places) {
    return new ScenarioCatalog(stores.plans(), paths, SharedEdition.of(dataSource), approvals)
        .with(() -> clinic.specialties(places));
  }

  @Bean
  PhoneNumbers phoneNumbers(ClinicPolicy clinic) {
    return ClinicPolicies.numbers(clinic);
  }

  @Bean
  ClinicPlaces clinicPlaces(FhirStores stores, Clock clock, ClinicLinkSettings settings) {
    return new ClinicPlaces(stores.source(), clock, settings.organization());
  }

  @Bean
  FactsReader factsReader(FhirStores stores, PhoneNumbers numbers, ClinicPlaces places) {
    return new FactsReader(stores.source(), stores.plans(), numbers, places);
  }

  @Bean
  ClinicTones clinicTones(ScenarioCatalog catalog, ClinicPlaces places, ClinicLinkSettings clinic) {
    return new ClinicTones(catalog, places, clinic.tone());
  }

  @Bean
  MessageComposer messageComposer(
      ScenarioCatalog catalog, ClinicLinkSettings links, ClinicPlaces places, ClinicTones tones) {
    return new MessageComposer(catalog, links.links(), places, tones);
  }

  @Bean
  Timers timers(
      DataSource dataSource,
      Clock clock,
      OutreachSettings settings,
      ClusterNode node,
      ProducerTemplate camel) {
    PatientTurns turns =
        new PatientTurns(
            message -> camel.sendBody("seda:dispatch-due?blockWhenFull=true", message));
    return new Timers(dataSource, clock, node.name(), settings.node().threads(), turns::come);
  }

  @Bean
  DeadLetters deadLetters(FhirStores stores, ClinicPolicy clinic, Clock clock) {
    return new DeadLetters(stores.plans(), clinic.zone(), clock);
  }

  /** A server that hosts us keeps one for its own interface. */
  @Bean
  @ConditionalOnMissingBean
  AuditTrail auditTrail(FhirStores stores, Clock clock, AuditSettings settings) {
    return new AuditTrail(stores.plans(), clock, settings.enabled(), settings.exempt());
  }

  @Bean
  PatientReconciler patientReconciler(
      FactsReader reader,
      ScenarioCatalog catalog,
      FhirStores stores,
      ClinicPolicy clinic,
      Clock clock,
      Timers timers) {
    return new PatientReconciler(
        reader, catalog, stores.plans(), new RequestWriter(clinic.zone()), clinic, clock, timers);
  }

  @Bean
  ChangeIntake changeIntake(
      PatientReconciler reconciler,
      ScenarioCatalog catalog,
      FhirStores stores,
      ObjectProvider<Outbox> hosted,
      Sweeps sweeps,
      List<PatientFollower> followers,
      DeadLetters deadLetters) {
    Outbox outbox = sweeps.with(hosted.getIfAvailable());
    GonePatients gone = new GonePatients(stores.source(), stores.plans());
    return new ChangeIntake(
        reconciler, catalog, stores.source(), gone, outbox, followers, deadLetters);
  }

  @Bean
  ChangeListener announcedChanges(ProducerTemplate camel) {
    return new AnnouncedChanges(camel);
  }

  @Bean
  MessagesUnderWay messagesUnderWay() {
    return new MessagesUnderWay();
  }

  @Bean
  Allowance allowance(DataSource dataSource, OutreachSettings settings, ClinicPolicy clinic) {
    return new Allowance(
        new Throttle(dataSource, settings.throttle(), clinic.zone()), new CapClaims(dataSource));
  }

  @Bean
  StandingStops standingStops(FhirStores stores, Clock clock) {
    return new StandingStops(new StopReader(stores.plans()), clock);
  }

  @Bean
  Dispatcher dispatcher(
      PatientReconciler reconciler,
      MessageComposer composer,
      ClinicPolicy clinic,
      OutreachSettings settings,
      FhirStores stores,
      HighWater highWater,
      Allowance allowance,
      Clock clock,
      DeadLetters deadLetters,
      AnsweredComplaints answered,
      MessagesUnderWay underWay,
      StandingStops stops) {
    return new Dispatcher(
        new DispatchDecider(
            reconciler, composer, clinic, settings, highWater, stops, allowance, clock),
        new OutcomeRecorder(stores.plans(), settings, clock, deadLetters),
        answered,
        underWay,
        reconciler,
        highWater,
        clock,
        deadLetters);
  }

  @Bean
  ReceiptRecorder receiptRecorder(
      FhirStores stores,
      OutreachSettings settings,
      PatientReconciler reconciler,
      MessagesUnderWay underWay,
      Clock clock) {
    return new ReceiptRecorder(
        new ReceiptBatch(stores.plans(), settings, reconciler, clock), underWay);
  }

  @Bean
  ReceiptPoller receiptPoller(FhirStores stores, OutreachSettings settings, ClusterNode node) {
    return new ReceiptPoller(stores.plans(), settings.receipts(), node::leads);
  }

  @Bean(destroyMethod = "shutdown")
  ExecutorService dispatchThreads() {
    return Executors.newFixedThreadPool(32);
  }

  /** So many batches are decided about and recorded side by side. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService dispatchBatches() {
    return Executors.newFixedThreadPool(4);
  }

  @Bean
  HighWater highWater(
      DataSource dataSource,
      Clock clock,
      @Value("${anbu.data-folder:./data}") Path folder,
      @Value("${spring.datasource.url:}") String url) {
    return new HighWater(
        new HighWaterStore(dataSource),
        new HighWaterFile(folder, !url.startsWith("jdbc:h2:mem:")),
        clock);
  }

  @Bean
  StartRoutes startRoutes(
      CamelContext camel,
      RouteFiles.Settings files,
      HighWater highWater,
      RestoreSettings restore,
      Timers timers,
      OutreachSettings settings,
      ClusterNode node) {
    StartRoutes routes =
        new StartRoutes(new RouteFiles(camel, files), highWater, restore, timers, settings);
    node.whenNameIsLost(routes::stop);
    return routes;
  }
}
