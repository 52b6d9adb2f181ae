package health.anbu.server;

import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the FHIR interface when everything that a write relies on is in place. */
@Component
@Order(0)
class StartUp implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(StartUp.class);

  private final ISearchParamRegistry searchParameters;
  private final PackageInstallation installation;
  private final PackagedScenarios scenarios;
  private final Readiness readiness;

  StartUp(
      ISearchParamRegistry searchParameters,
      PackageInstallation installation,
      PackagedScenarios scenarios,
      Readiness readiness) {
    this.searchParameters = searchParameters;
    this.installation = installation;
    this.scenarios = scenarios;
    this.readiness = readiness;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    OutreachPackage.onClassPath().ifPresentOrElse(this::install, this::withoutPackage);
    readiness.ready();
    log.info("FHIR R4 is open at {}", FhirEndpoint.PATH);
  }

  private void install(OutreachPackage guide) {
    installation.install(guide);
    scenarios.putAbsent(guide);
  }

  private void withoutPackage() {
    log.warn("The implementation guide is not on the class path: no profiles, no scenarios");
    searchParameters.forceRefresh();
  }
}
