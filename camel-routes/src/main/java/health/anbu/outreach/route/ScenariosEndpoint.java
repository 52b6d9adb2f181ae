package health.anbu.outreach.route;

import health.anbu.outreach.fhir.ScenarioCatalog;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * Active scenarios that some server stored although they cannot plan, with what to change, at
 * {@code /actuator/scenarios}. The others run.
 */
@Component
@Endpoint(id = "scenarios")
class ScenariosEndpoint {

  private final ScenarioCatalog catalog;

  ScenariosEndpoint(ScenarioCatalog catalog) {
    this.catalog = catalog;
  }

  @ReadOperation
  public Map<String, String> refused() {
    return catalog.refused();
  }
}
