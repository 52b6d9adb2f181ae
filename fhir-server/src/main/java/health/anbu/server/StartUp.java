package health.anbu.server;

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

  private final OutreachPackage guide = OutreachPackage.onClassPath();
  private final PackageInstallation installation;
  private final PackagedScenarios scenarios;
  private final Readiness readiness;

  StartUp(PackageInstallation installation, PackagedScenarios scenarios, Readiness readiness) {
    this.installation = installation;
    this.scenarios = scenarios;
    this.readiness = readiness;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    installation.install(guide);
    scenarios.putAbsent(guide);
    readiness.ready();
    log.info("FHIR R4 is open at {}", FhirEndpoint.PATH);
  }
}
