package health.anbu.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which packaged scenarios start as active.
 *
 * @param active ids of PlanDefinitions, or {@code *} for all; the others arrive as drafts
 */
@ConfigurationProperties("anbu.scenarios")
record ScenarioSettings(@DefaultValue List<String> active) {

  boolean isActive(String id) {
    return active.contains("*") || active.contains(id);
  }
}
