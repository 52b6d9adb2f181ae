package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** A server in memory that says when each of its resources changed. */
public final class MemorySweptServer implements SweptServer {

  private final MemoryFhirStore store;
  private final String baseUrl;
  private final OwnWrites own = new OwnWrites();
  private Instant now = Instant.EPOCH;
  private Instant told;
  private Runnable delay = () -> {};
  private int read;

  public MemorySweptServer(MemoryFhirStore store, String baseUrl) {
    this.store = store;
    this.baseUrl = baseUrl;
  }

  /** Somebody else writes this; the server says it was then. */
  public void put(Instant at, String json) {
    Resource resource = (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json);
    resource.getMeta().setLastUpdated(Date.from(at));
    store.put(resource);
  }

  /** It says what time it is, from now on; before, it does not. */
  public void tell(Instant now) {
    told = now;
  }

  /** Runs whenever it is asked for the time, as what passes until it answers. */
  public void delay(Runnable delay) {
    this.delay = delay;
  }

  /** How many resources were read of it by timestamp. */
  public int read() {
    return read;
  }

  /** What we write from now on is written at this time. */
  public void setNow(Instant now) {
    this.now = now;
  }

  @Override
  public String baseUrl() {
    return baseUrl;
  }

  @Override
  public boolean tellsChanges(String type) {
    return true;
  }

  @Override
  public Optional<Instant> now() {
    delay.run();
    return Optional.ofNullable(told);
  }

  @Override
  public boolean wrote(String reference, String version) {
    return own.contains(reference, version);
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    boolean sweeps = query.parameters().stream().anyMatch(p -> p.name().equals("_lastUpdated"));
    if (!sweeps) {
      store.search(query, page);
      return;
    }
    Instant from = Instant.parse(value(query, "_lastUpdated").substring("ge".length()));
    List<Resource> found =
        sorted(query).stream().filter(resource -> !at(resource).isBefore(from)).toList();
    read += found.size();
    int size = Integer.parseInt(value(query, "_count"));
    for (int i = 0; i < found.size(); i += size) {
      page.accept(found.subList(i, Math.min(found.size(), i + size)));
    }
  }

  /** Newest first, which is all that is asked for. */
  @Override
  public List<Resource> first(Query query, int limit) {
    List<Resource> all = sorted(query);
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  private List<Resource> sorted(Query query) {
    return store.search(Query.of(query.type())).stream()
        .sorted(Comparator.comparing(MemorySweptServer::at))
        .toList();
  }

  private static Instant at(Resource resource) {
    return resource.getMeta().getLastUpdated().toInstant();
  }

  private static String value(Query query, String name) {
    return query.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(parameter -> parameter.values().get(0))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    return store.read(type, id);
  }

  @Override
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    return store.history(type, id);
  }

  @Override
  public Bundle transact(Bundle transaction) {
    transaction
        .getEntry()
        .forEach(entry -> entry.getResource().getMeta().setLastUpdated(Date.from(now)));
    Bundle answer = store.transact(transaction);
    own.add(transaction, transaction, answer);
    return answer;
  }
}
