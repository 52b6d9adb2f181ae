package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the routes right after a commit; it never holds up or fails the writer. */
final class AnnouncedChanges implements ChangeListener {

  private static final Logger LOG = LoggerFactory.getLogger(AnnouncedChanges.class);

  private final ProducerTemplate camel;

  AnnouncedChanges(ProducerTemplate camel) {
    this.camel = camel;
  }

  @Override
  public void changed(List<Change> changes) {
    try {
      camel.sendBody("seda:receive-changes?discardWhenFull=true", changes);
    } catch (RuntimeException e) {
      LOG.debug("a wake-up was missed, the sweep finds it: {}", e.getClass().getSimpleName());
    }
  }
}
