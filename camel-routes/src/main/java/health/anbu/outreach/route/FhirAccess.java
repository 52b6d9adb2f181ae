package health.anbu.outreach.route;

import health.anbu.outreach.fhir.Approvals;
import health.anbu.outreach.fhir.CamelFhirStore;
import health.anbu.outreach.fhir.CapabilityCheck;
import health.anbu.outreach.fhir.CapabilityCheck.Role;
import health.anbu.outreach.fhir.FhirServer;
import health.anbu.outreach.fhir.FhirServers;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.RecentChanges;
import health.anbu.outreach.fhir.ScenarioApproval;
import health.anbu.outreach.fhir.SweepWatermark;
import health.anbu.outreach.plan.ClinicPolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Which server is read, which is written, and how we learn what changed on them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FhirServerSettings.class)
class FhirAccess {

  private static final Logger LOG = LoggerFactory.getLogger(FhirAccess.class);

  private static final List<String> CLINICAL =
      List.of("Patient", "RelatedPerson", "Encounter", "Procedure", "Appointment");

  private static final List<String> OUTREACH =
      List.of(
          "PlanDefinition",
          "ActivityDefinition",
          "Organization",
          "HealthcareService",
          "Consent",
          "CommunicationRequest",
          "Communication",
          "Flag",
          "Task",
          "Group",
          "QuestionnaireResponse");

  /** The server that hosts us, unless a setting names another one. */
  @Bean
  FhirStores.Servers connectedServers(
      ObjectProvider<FhirStore> hosted, FhirServers servers, FhirServerSettings settings) {
    Optional<FhirServer> plans = settings.fhir().named("plans");
    Optional<FhirServer> source = settings.source().named("source");
    FhirStore own = hosted.getIfAvailable();
    FhirStore written = plans.<FhirStore>map(servers::connect).orElse(own);
    if (written == null) {
      throw new NoFhirServer();
    }
    if (source.isEmpty()) {
      return new FhirStores.Servers(own == null ? written : own, written);
    }
    boolean same = plans.map(FhirServer::baseUrl).equals(source.map(FhirServer::baseUrl));
    return new FhirStores.Servers(same ? written : servers.connect(source.get()), written);
  }

  @Bean
  FhirStores fhirStores(
      FhirStores.Servers connected,
      FhirServers servers,
      FhirServerSettings settings,
      Environment environment,
      Clock clock) {
    List<String> active =
        Binder.get(environment)
            .bind("anbu.scenarios.active", Bindable.listOf(String.class))
            .orElse(List.of());
    String source =
        !connected.isOne() && connected.source() instanceof CamelFhirStore elsewhere
            ? elsewhere.baseUrl()
            : null;
    FhirStore plans = servers.plans(connected.plans(), source, active, clock);
    return new FhirStores(connected.isOne() ? plans : connected.source(), plans);
  }

  /** A server of another kind lets anything become active; the operator may answer for that. */
  @Bean
  Approvals approvals(
      FhirStores.Servers connected,
      FhirStores stores,
      FhirServers servers,
      ClinicPolicy clinic,
      Clock clock,
      @Value("${anbu.scenarios.approved-elsewhere:false}") boolean approvedElsewhere) {
    return approvedElsewhere
        ? Approvals.GIVEN
        : servers.approvals(
            connected.plans(),
            stores.plans(),
            ScenarioApproval.rules(clinic, clock.instant()),
            clock,
            clinic.zone());
  }

  @Bean
  CapabilityCheck capabilityCheck(FhirStores.Servers stores, FhirServerSettings settings) {
    Map<Role, CamelFhirStore> remote = new EnumMap<>(Role.class);
    if (stores.source() instanceof CamelFhirStore source) {
      remote.put(Role.SOURCE, source);
    }
    if (stores.plans() instanceof CamelFhirStore plans) {
      remote.put(Role.PLANS, plans);
    }
    return new CapabilityCheck(remote, settings.sweep().poll());
  }

  @Bean
  @Order(90)
  ApplicationRunner nameGaps(CapabilityCheck check) {
    return arguments -> check.log();
  }

  @Bean
  Sweeps sweeps(
      FhirStores.Servers servers,
      FhirStores stores,
      FhirServers all,
      FhirServerSettings settings,
      ObjectProvider<Outbox> hosted,
      DataSource database,
      ClusterNode node) {
    AtomicLong ids = new AtomicLong();
    List<TimestampSweep> sweeps = new ArrayList<>();
    Optional<SharedOutbox> shared =
        hosted.getIfAvailable() == null ? SharedOutbox.in(database, node::name) : Optional.empty();
    shared.ifPresent(outbox -> LOG.info("changes come from the outbox of this database's server"));
    if (shared.isEmpty() && servers.plans() instanceof CamelFhirStore plans) {
      List<String> types = new ArrayList<>(OUTREACH);
      types.addAll(servers.isOne() ? CLINICAL : List.of());
      String records =
          servers.source() instanceof CamelFhirStore source ? source.baseUrl() : plans.baseUrl();
      sweeps.add(sweep(all.changesOf(plans, records), types, stores, settings, ids));
    }
    if (!servers.isOne() && servers.source() instanceof CamelFhirStore source) {
      List<String> types = new ArrayList<>(CLINICAL);
      types.add("Consent");
      sweeps.add(sweep(all.changesOf(source, source.baseUrl()), types, stores, settings, ids));
    }
    return new Sweeps(sweeps, shared.orElse(null), node::leads);
  }

  private static TimestampSweep sweep(
      RecentChanges changes,
      List<String> types,
      FhirStores stores,
      FhirServerSettings settings,
      AtomicLong ids) {
    return new TimestampSweep(
        changes,
        new SweepWatermark(stores.plans(), changes.baseUrl()),
        types,
        settings.sweep(),
        ids::decrementAndGet,
        System::nanoTime);
  }

  @Bean(destroyMethod = "stop")
  FullPass fullPass(
      Sweeps sweeps, Timers timers, FhirServerSettings settings, ClinicPolicy clinic) {
    return new FullPass(sweeps, timers, settings.sweep().fullPass(), clinic.zone());
  }
}
