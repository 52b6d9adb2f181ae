package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.plan.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that are swept by timestamp; none where everything is hosted. */
final class Sweeps {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

  private final List<TimestampSweep> all;

  Sweeps(List<TimestampSweep> all) {
    this.all = List.copyOf(all);
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
    return all.isEmpty() && hosted != null ? hosted : new Together(hosted);
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
      for (TimestampSweep sweep : all) {
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
      for (TimestampSweep sweep : all) {
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
