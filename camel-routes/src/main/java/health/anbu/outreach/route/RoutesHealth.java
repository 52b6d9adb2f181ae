package health.anbu.outreach.route;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when every route is loaded and timers fire. */
@Component("routes")
final class RoutesHealth implements HealthIndicator {

  private final StartRoutes routes;

  RoutesHealth(StartRoutes routes) {
    this.routes = routes;
  }

  @Override
  public Health health() {
    return routes.isReady() ? Health.up().build() : Health.down().build();
  }
}
