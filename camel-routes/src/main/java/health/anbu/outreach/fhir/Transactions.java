package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out many small groups of writes in few transactions; a group stays together. */
public final class Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final FhirStore store;

  public Transactions(FhirStore store) {
    this.store = store;
  }

  /** Entries that are written together or not at all. */
  public record Group(String name, List<Write> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * What could not be written.
   *
   * @param conflicts another writer was quicker
   * @param refused the server says no and would say it again
   */
  public record Leftover(List<Group> conflicts, List<Group> refused) {}

  /**
   * Writes all groups in one transaction. Where that conflicts, or the server refuses it, they are
   * halved until the group that does not fit stands alone; all others are written.
   */
  public Leftover write(List<Group> groups) {
    Leftover leftover = new Leftover(new ArrayList<>(), new ArrayList<>());
    write(groups, leftover);
    return leftover;
  }

  private void write(List<Group> groups, Leftover leftover) {
    if (groups.isEmpty()) {
      return;
    }
    try {
      store.write(groups.stream().flatMap(group -> group.entries().stream()).toList());
    } catch (FhirStore.WriteConflict | FhirStore.RefusedByStore e) {
      if (groups.size() > 1) {
        int half = groups.size() / 2;
        write(groups.subList(0, half), leftover);
        write(groups.subList(half, groups.size()), leftover);
      } else if (e instanceof FhirStore.WriteConflict) {
        leftover.conflicts.add(groups.get(0));
      } else {
        LOG.error("{} was refused: {}", groups.get(0).name(), e.getMessage());
        leftover.refused.add(groups.get(0));
      }
    }
  }
}
