package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * The one port to FHIR: over HTTP to any R4 server, or in-process to the server that hosts us. Both
 * adapters pass the same contract tests. Answers are always fresh, never from a search cache.
 *
 * <p>Failures: {@link WriteConflict} when another writer was quicker; {@link StoreUnavailable} when
 * nothing is known about the outcome and the call may be repeated; {@link RefusedByStore} when the
 * server said no and would say it again.
 */
public interface FhirStore {

  /** Hands over every match page by page, so that memory stays flat; includes come with them. */
  void search(Query query, Consumer<List<Resource>> page);

  /** Every match of a query that is known to be small. */
  default List<Resource> search(Query query) {
    List<Resource> all = new ArrayList<>();
    search(query, all::addAll);
    return all;
  }

  /** How many match; an adapter that can, asks the server to count instead of reading them. */
  default int count(Query query) {
    int[] found = {0};
    ids(query, page -> found[0] += page.size());
    return found[0];
  }

  /**
   * The first matches in the order of {@link Query#sortedBy}, at most so many; an adapter that can,
   * asks for no more than these.
   */
  default List<Resource> first(Query query, int limit) {
    return search(query).stream().limit(limit).toList();
  }

  /** The resource as it is now; empty when it is not there or was deleted. */
  <T extends Resource> Optional<T> read(Class<T> type, String id);

  /** Every stored version, newest first; empty where the server keeps none. */
  <T extends Resource> List<T> history(Class<T> type, String id);

  /**
   * Carries out a transaction Bundle: all of it or nothing. The answer has one entry for each
   * entry, in order, with status, location and ETag.
   */
  Bundle transact(Bundle transaction);

  /** All of these writes or none. */
  default void write(List<Write> writes) {
    Bundle transaction = new Bundle();
    transaction.setType(Bundle.BundleType.TRANSACTION);
    writes.forEach(write -> transaction.addEntry(write.entry()));
    transact(transaction);
  }

  /** The ids of every match, page by page. */
  default void ids(Query query, Consumer<List<String>> page) {
    search(
        query,
        found -> page.accept(found.stream().map(r -> r.getIdElement().getIdPart()).toList()));
  }

  /** Another writer was quicker (409 or 412): read again and decide again. */
  final class WriteConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteConflict(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The server could not be reached or failed (5xx, time-out): what happened is not known. */
  final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The server said no (4xx other than a conflict): repeating it would not help. */
  final class RefusedByStore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedByStore(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
