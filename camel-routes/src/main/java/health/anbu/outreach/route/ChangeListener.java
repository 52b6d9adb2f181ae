package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.util.List;

/**
 * Hears of changes right after their commit, in the thread of the write. It is a wake-up: what it
 * misses stays in the {@link Outbox}.
 */
public interface ChangeListener {

  void changed(List<Change> changes);
}
