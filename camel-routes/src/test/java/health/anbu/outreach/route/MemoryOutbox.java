package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Changes that wait, in memory. */
final class MemoryOutbox implements Outbox {

  private final Map<Long, Change> waiting = new ConcurrentSkipListMap<>();

  void add(Change change) {
    waiting.put(change.id(), change);
  }

  @Override
  public List<Change> pending(int limit) {
    return waiting.values().stream().limit(limit).toList();
  }

  @Override
  public void done(Collection<Long> ids) {
    ids.forEach(waiting::remove);
  }

  @Override
  public long depth() {
    return waiting.size();
  }
}
