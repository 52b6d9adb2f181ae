package health.anbu.outreach.route;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps Camel from collecting the YAML routes when its context starts: {@link RouteFiles} loads
 * them when the server is ready, and a server alone has none. A default, so that a setting wins.
 */
public final class OwnRouteLoading implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "anbu-routes-defaults", Map.of("camel.main.routes-include-pattern", "false")));
  }
}
