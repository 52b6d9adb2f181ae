package health.anbu.server;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether packages and search parameters are in place, so that writes can be accepted. */
@Component("fhir")
class Readiness implements HealthIndicator {

  private volatile boolean ready;

  boolean isReady() {
    return ready;
  }

  void ready() {
    ready = true;
  }

  @Override
  public Health health() {
    return ready ? Health.up().build() : Health.down().build();
  }
}
