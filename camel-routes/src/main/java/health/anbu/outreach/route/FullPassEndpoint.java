package health.anbu.outreach.route;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Looks at every patient again because an operator says so: POST to {@code /actuator/fullpass}; GET
 * says how far it has come.
 */
@Component
@Endpoint(id = "fullpass")
class FullPassEndpoint {

  private final ChangeIntake intake;

  FullPassEndpoint(ChangeIntake intake) {
    this.intake = intake;
  }

  @WriteOperation
  public Passes.Progress begin() {
    intake.everyone();
    return intake.progress();
  }

  @ReadOperation
  public Passes.Progress progress() {
    return intake.progress();
  }
}
