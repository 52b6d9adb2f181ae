package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.util.Collection;
import java.util.List;

/** The changes that were committed and not yet reconciled; a row stays until it is done. */
public interface Outbox {

  /** The oldest changes first, at most {@code limit} of them. */
  List<Change> pending(int limit);

  void done(Collection<Long> ids);

  long depth();
}
