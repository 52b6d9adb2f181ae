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
  private final Readiness readiness;

  StartUp(ISearchParamRegistry searchParameters, Readiness readiness) {
    this.searchParameters = searchParameters;
    this.readiness = readiness;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    searchParameters.forceRefresh();
    readiness.ready();
    log.info("FHIR R4 is open at {}", FhirEndpoint.PATH);
  }
}
