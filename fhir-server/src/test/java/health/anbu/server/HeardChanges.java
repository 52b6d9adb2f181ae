package health.anbu.server;

import health.anbu.outreach.plan.Change;
import health.anbu.outreach.route.ChangeListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Plays the routes: remembers what was announced. */
class HeardChanges implements ChangeListener {

  private final List<Change> heard = new CopyOnWriteArrayList<>();

  @Override
  public void changed(List<Change> changes) {
    heard.addAll(changes);
  }

  List<Change> of(String type, String id) {
    return heard.stream()
        .filter(c -> c.resourceType().equals(type) && c.resourceId().equals(id))
        .toList();
  }

  @TestConfiguration
  static class Configuration {

    @Bean
    @Primary
    HeardChanges heardChanges() {
      return new HeardChanges();
    }
  }
}
