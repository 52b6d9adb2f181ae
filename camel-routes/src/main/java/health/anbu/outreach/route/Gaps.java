package health.anbu.outreach.route;

import health.anbu.outreach.fhir.CapabilityCheck;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** What the FHIR servers lack and what therefore does not happen, at {@code /actuator/gaps}. */
@Component
@Endpoint(id = "gaps")
class Gaps {

  private final CapabilityCheck check;

  Gaps(CapabilityCheck check) {
    this.check = check;
  }

  @ReadOperation
  public List<CapabilityCheck.Report> gaps() {
    return check.reports();
  }
}
