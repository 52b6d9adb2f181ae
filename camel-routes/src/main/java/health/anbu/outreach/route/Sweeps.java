package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.plan.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that are swept by timestamp, by one node for all; none where everything is hosted or
 * in an outbox that we share a database with.
 */
final class Sweeps {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

  private final List<TimestampSweep> all;
  private final Outbox shared;
  private final BooleanSupplier leads;

  /**
   * @param shared the outbox of a server whose database this is too; null where there is none
   * @param leads whether this node is the one that sweeps
   */
  Sweeps(List<TimestampSweep> all, Outbox shared, BooleanSupplier leads) {
    this.all = List.copyOf(all);
    this.shared = shared;
    this.leads = leads;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void wake() {
    all.forEach(TimestampSweep::wake);
  }

  /** One is enough: everyone is everyone. */
  void everyone() {
    all.stream().findFirst().ifPresent(TimestampSweep::everyone);
  }

  /**
   * All changes there are to know of.
   *
   * @param hosted the outbox of the server that hosts us; null where none does
   */
  Outbox with(Outbox hosted) {
    Outbox outbox = hosted == null ? shared : hosted;
    return all.isEmpty() && outbox != null ? outbox : new Together(outbox);
  }

  private List<TimestampSweep> mine() {
    return leads.getAsBoolean() ? all : List.of();
  }

  /** One server that is down does not hold up the other. */
  private final class Together implements Outbox {

    private final Outbox hosted;

    Together(Outbox hosted) {
      this.hosted = hosted;
    }

    @Override
    public List<Change> pending(int limit) {
      List<Change> changes = new ArrayList<>(hosted == null ? List.of() : hosted.pending(limit));
      for (TimestampSweep sweep : mine()) {
        try {
          changes.addAll(sweep.pending(limit));
        } catch (FhirStore.StoreUnavailable later) {
          LOG.warn("the sweep waits: {}", later.getMessage());
        }
      }
      return changes;
    }

    @Override
    public void done(Collection<Long> ids) {
      if (hosted != null) {
        hosted.done(ids);
      }
      all.forEach(sweep -> sweep.done(ids));
    }

    /** A server that cannot be asked may have something. */
    @Override
    public long depth() {
      long depth = hosted == null ? 0 : hosted.depth();
      for (TimestampSweep sweep : mine()) {
        try {
          depth += sweep.depth();
        } catch (FhirStore.StoreUnavailable later) {
          depth++;
        }
      }
      return depth;
    }
  }
}
