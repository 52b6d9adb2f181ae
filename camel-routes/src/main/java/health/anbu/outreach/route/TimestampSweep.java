package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.RecentChanges;
import health.anbu.outreach.fhir.RecentChanges.Changed;
import health.anbu.outreach.fhir.SweepWatermark;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.Change.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox of a server that has none: what changed by its own timestamps since the last look,
 * less an overlap, because a long transaction commits behind newer ones.
 *
 * <p>Versions that were seen are remembered for the overlap, so that nothing is worked on twice for
 * nothing. The watermark moves only when everything before it is reconciled. Deletes leave no
 * timestamp: the full pass finds them.
 */
final class TimestampSweep implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(TimestampSweep.class);
  private static final int MOST_WAITING = 20_000;

  /** The whole overlap is read once in this time, what is younger at every look. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final int MOST_REMEMBERED = 200_000;

  /** A type whose change concerns everyone. */
  private static final String EVERYONE = "PlanDefinition";

  private static final String ALL = "*";

  private final RecentChanges server;
  private final SweepWatermark watermark;
  private final List<String> types;
  private final FhirServerSettings.Sweep settings;
  private final Map<Long, Change> waiting = new LinkedHashMap<>();
  private final Map<String, String> versions = new Versions();
  private Map<String, Instant> seen;
  private Map<String, Instant> kept = Map.of();
  private final LongSupplier ids;
  private final LongSupplier nanos;
  private Long lookedAt;
  private Long wholeAt;
  private volatile long succeededAt;
  private Long keptAt;

  /** Bounded: what falls out is looked at once more, and nothing comes of it. */
  private static final class Versions extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }

  /**
   * @param nanos real time, as of {@link System#nanoTime}
   */
  TimestampSweep(
      RecentChanges server,
      SweepWatermark watermark,
      Collection<String> types,
      FhirServerSettings.Sweep settings,
      LongSupplier ids,
      LongSupplier nanos) {
    this.server = server;
    this.watermark = watermark;
    this.types = List.copyOf(types);
    this.settings = settings;
    this.ids = ids;
    this.nanos = nanos;
    this.succeededAt = nanos.getAsLong();
  }

  @Override
  public synchronized List<Change> pending(int limit) {
    if (isTimeToLook()) {
      look();
    }
    return waiting.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized void done(Collection<Long> ids) {
    waiting.keySet().removeAll(ids);
    if (waiting.isEmpty() && isTimeToKeep()) {
      keep();
    }
  }

  /** Looks first: none means that nothing had changed when it was asked. */
  @Override
  public synchronized long depth() {
    look();
    return waiting.size();
  }

  /** Somebody says that something changed: the next sweep looks at once. */
  synchronized void wake() {
    lookedAt = null;
  }

  /** Everyone is looked at again, which finds what timestamps do not show. */
  synchronized void everyone() {
    if (waiting.values().stream().noneMatch(change -> change.resourceId().equals(ALL))) {
      add(new Change(ids.getAsLong(), EVERYONE, ALL, null, Action.UPDATED, Set.of()));
    }
  }

  private boolean isTimeToLook() {
    return lookedAt == null || passed(lookedAt, settings.poll());
  }

  private boolean isTimeToKeep() {
    return seen != null
        && !seen.equals(kept)
        && (keptAt == null || passed(keptAt, settings.keepWatermark()));
  }

  private boolean passed(long since, Duration time) {
    return nanos.getAsLong() - since >= time.toNanos();
  }

  private void look() {
    long started = nanos.getAsLong();
    boolean first = begin();
    boolean whole = wholeAt == null || passed(wholeAt, YOUNG);
    for (String type : types) {
      if (waiting.size() < MOST_WAITING) {
        look(type, first, whole ? settings.overlap() : shorter(settings.overlap(), YOUNG));
      }
    }
    wholeAt = whole ? Long.valueOf(started) : wholeAt;
    lookedAt = started;
    succeededAt = started;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** How long ago the server could last be looked at, in real time. */
  Duration lag() {
    return Duration.ofNanos(nanos.getAsLong() - succeededAt);
  }

  /** Whether everyone is going to be looked at, who has not been yet. */
  private boolean begin() {
    if (seen != null) {
      return false;
    }
    Map<String, Instant> begun = new TreeMap<>(watermark.read());
    boolean first = begun.isEmpty();
    for (String type : types) {
      if (!begun.containsKey(type)) {
        begun.put(type, server.newest(type).orElse(Instant.EPOCH));
      }
    }
    kept = first ? Map.of() : Map.copyOf(begun);
    seen = begun;
    if (first) {
      LOG.info("{} is swept for the first time: every patient is looked at", server.baseUrl());
      everyone();
    }
    return first;
  }

  /**
   * @param covered whatever is found is only remembered
   */
  private void look(String type, boolean covered, Duration overlap) {
    Progress progress = new Progress(seen.get(type), covered);
    Instant from = progress.latest.minus(overlap);
    try {
      server.since(type, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from, progress::page);
    } catch (Enough enough) {
      if (!progress.sorted) {
        return;
      }
    } catch (FhirStore.RefusedByStore e) {
      LOG.warn("{} cannot be swept, the full pass finds its changes: {}", type, e.getMessage());
    }
    seen.put(type, progress.latest);
  }

  /** How far the look at one type has come. */
  private final class Progress {
    private final boolean covered;
    private Instant latest;
    private Instant last = Instant.EPOCH;
    private boolean sorted = true;

    Progress(Instant latest, boolean covered) {
      this.latest = latest;
      this.covered = covered;
    }

    void page(List<Changed> page) {
      page.forEach(this::one);
      if (waiting.size() >= MOST_WAITING) {
        throw new Enough();
      }
    }

    private void one(Changed changed) {
      if (changed.at() != null) {
        sorted &= !changed.at().isBefore(last);
        last = changed.at();
        latest = last.isAfter(latest) ? last : latest;
      }
      String before = versions.put(changed.reference(), changed.version());
      if (!covered && !changed.own() && !changed.version().equals(before)) {
        Action action = before == null ? Action.CREATED : Action.UPDATED;
        add(
            new Change(
                ids.getAsLong(),
                changed.type(),
                changed.id(),
                changed.version(),
                action,
                changed.patients()));
      }
    }
  }

  /** So many wait that looking further would only fill the memory. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  private void add(Change change) {
    waiting.put(change.id(), change);
  }

  private void keep() {
    Map<String, Instant> now = new TreeMap<>(seen);
    try {
      watermark.write(now);
      kept = now;
    } catch (FhirStore.StoreUnavailable | FhirStore.RefusedByStore e) {
      LOG.warn("the watermark is not kept, a restart looks at more: {}", e.getMessage());
    }
    keptAt = nanos.getAsLong();
  }
}
