package health.anbu.server;

import health.anbu.outreach.route.OneAtATime;
import javax.sql.DataSource;
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
  private final DataSource database;
  private final PackageInstallation installation;
  private final PackagedScenarios scenarios;
  private final Readiness readiness;

  StartUp(
      DataSource database,
      PackageInstallation installation,
      PackagedScenarios scenarios,
      Readiness readiness) {
    this.database = database;
    this.installation = installation;
    this.scenarios = scenarios;
    this.readiness = readiness;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    // One process after the other: the second finds everything installed.
    OneAtATime.run(
        database,
        "guide",
        () -> {
          installation.install(guide);
          scenarios.putAbsent(guide);
        });
    readiness.ready();
    log.info("FHIR R4 is open at {}", FhirEndpoint.PATH);
  }
}
