package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.RecentChanges;
import health.anbu.outreach.fhir.RecentChanges.Changed;
import health.anbu.outreach.fhir.SweepWatermark;
import health.anbu.outreach.plan.AffectedPatients;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.Change.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox of a server that has none: what changed by its own timestamps since the last look,
 * less an overlap, because a long transaction commits behind newer ones.
 *
 * <p>How far it was looked at is told by the server's own clock, so that many changes at once are
 * not read again for as long as nothing newer comes. Versions that were seen are remembered for the
 * overlap, so that nothing is worked on twice for nothing. The watermark moves only when everything
 * before it is reconciled. Deletes leave no timestamp: the full pass finds them.
 */
final class TimestampSweep implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(TimestampSweep.class);
  private static final int MOST_WAITING = 20_000;

  /** The whole overlap is read once in this time, what is younger at every look. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** Reading the whole overlap takes no more than one part in so many of the time. */
  private static final int REST = 10;

  private static final int MOST_REMEMBERED = 200_000;

  /** A type whose change concerns everyone. */
  private static final String EVERYONE = "PlanDefinition";

  private static final String ALL = "*";

  /** A type of which each is looked at itself: staff answer dead letters by it. */
  private static final String LETTERS = "Task";

  private final RecentChanges server;
  private final SweepWatermark watermark;
  private final List<String> types;
  private final FhirServerSettings.Sweep settings;
  private final Map<Long, Change> waiting = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, String> versions = new Versions();

  /** How far each type was looked at with the whole overlap. */
  private Map<String, Instant> seen;

  /** How far each type was looked at by any look. */
  private final Map<String, Instant> glanced = new HashMap<>();

  private Map<String, Instant> kept = Map.of();
  private final LongSupplier ids;
  private final LongSupplier nanos;
  private volatile Long lookedAt;
  private Long wholeAt;
  private Duration wholeEvery = YOUNG;
  private volatile long succeededAt;
  private Long keptAt;

  /** Whether anything was worked off that the kept watermark does not cover. */
  private volatile boolean worked;

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
  public List<Change> pending(int limit) {
    if (isTimeToLook()) {
      look();
    }
    synchronized (waiting) {
      return waiting.values().stream().limit(limit).toList();
    }
  }

  /** Never waits for a look, which may take long. */
  @Override
  public void done(Collection<Long> ids) {
    if (waiting.keySet().removeAll(ids)) {
      worked = true;
    }
  }

  /** Looks before it says none: then nothing had changed when it was asked. */
  @Override
  public long depth() {
    if (waiting.isEmpty()) {
      look();
    }
    return waiting.size();
  }

  /** Somebody says that something changed: the next sweep looks at once. */
  void wake() {
    lookedAt = null;
  }

  /** Everyone is looked at again, which finds what timestamps do not show. */
  void everyone() {
    synchronized (waiting) {
      if (waiting.values().stream().noneMatch(change -> change.resourceId().equals(ALL))) {
        add(new Change(ids.getAsLong(), EVERYONE, ALL, null, Action.UPDATED, Set.of()));
      }
    }
  }

  private boolean isTimeToLook() {
    Long last = lookedAt;
    return last == null || passed(last, settings.poll());
  }

  private boolean passed(long since, Duration time) {
    return nanos.getAsLong() - since >= time.toNanos();
  }

  private synchronized void look() {
    if (seen != null && waiting.isEmpty() && isTimeToKeep()) {
      keep();
    }
    long started = nanos.getAsLong();
    Optional<Instant> now = server.now();
    Look look = new Look(now, begin(now), wholeAt == null || passed(wholeAt, wholeEvery));
    now.ifPresent(this::goBackTo);
    types.forEach(look::at);
    if (look.whole && look.finished) {
      wholeAt = started;
      wholeEvery = longer(YOUNG, Duration.ofNanos(nanos.getAsLong() - started).multipliedBy(REST));
    }
    lookedAt = started;
    succeededAt = started;
    OutreachMetrics.looked(Duration.ofNanos(nanos.getAsLong() - started));
  }

  /** Nothing was looked at that is still to come, where the server's clock was set back. */
  private void goBackTo(Instant now) {
    seen.replaceAll((type, at) -> at.isAfter(now) ? now : at);
    glanced.replaceAll((type, at) -> at.isAfter(now) ? now : at);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** After quiet hours too, so that a restart does not look at all of them again. */
  private boolean isTimeToKeep() {
    return !seen.equals(kept)
        && (worked || isFarBehind())
        && (keptAt == null || passed(keptAt, settings.keepWatermark()));
  }

  private boolean isFarBehind() {
    return kept.entrySet().stream()
        .anyMatch(
            mark ->
                mark.getValue()
                    .plus(settings.overlap())
                    .isBefore(seen.getOrDefault(mark.getKey(), mark.getValue())));
  }

  /** How long ago the server could last be looked at, in real time. */
  Duration lag() {
    return Duration.ofNanos(nanos.getAsLong() - succeededAt);
  }

  /** Whether everyone is going to be looked at, who has not been yet. */
  private boolean begin(Optional<Instant> now) {
    if (seen != null) {
      return false;
    }
    Map<String, Instant> begun = new TreeMap<>(watermark.read());
    boolean first = begun.isEmpty();
    for (String type : types) {
      if (!begun.containsKey(type)) {
        begun.put(type, now.or(() -> server.newest(type)).orElse(Instant.EPOCH));
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

  /** One look at every type. */
  private final class Look {
    private final Optional<Instant> now;
    private final boolean covered;
    private final boolean whole;
    private final Set<String> concerned = new HashSet<>();
    private boolean finished = true;

    /**
     * @param now by the server's clock, before anything was asked
     * @param covered whatever is found is only remembered
     * @param whole with all of the overlap, not only with what is young
     */
    Look(Optional<Instant> now, boolean covered, boolean whole) {
      this.now = now;
      this.covered = covered;
      this.whole = whole;
    }

    void at(String type) {
      if (waiting.size() >= MOST_WAITING) {
        finished = false;
        return;
      }
      Progress progress = new Progress(this);
      Instant latest;
      try {
        server.since(type, from(type), progress::page);
        latest = now.or(progress::latest).orElse(Instant.EPOCH);
      } catch (Enough enough) {
        finished = false;
        latest = progress.sorted ? progress.last : Instant.EPOCH;
      } catch (FhirStore.RefusedByStore e) {
        LOG.warn("{} cannot be swept, the full pass finds its changes: {}", type, e.getMessage());
        return;
      }
      reached(type, latest);
    }

    private Instant from(String type) {
      Instant safe = seen.get(type).minus(settings.overlap());
      Instant young = glanced.getOrDefault(type, seen.get(type)).minus(YOUNG);
      return later(whole ? safe : young, Instant.EPOCH);
    }

    private void reached(String type, Instant latest) {
      glanced.merge(type, latest, TimestampSweep::later);
      if (whole) {
        seen.merge(type, latest, TimestampSweep::later);
      }
    }

    /** Of one patient many records may have changed: to look at the patient once is enough. */
    private boolean isNews(Change change) {
      boolean ofPatientsOnly =
          AffectedPatients.of(change) instanceof AffectedPatients.Some
              && !change.resourceType().equals(LETTERS);
      return !ofPatientsOnly || concerned.addAll(change.patients());
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** How far the look at one type has come. */
  private final class Progress {
    private final Look look;
    private Instant latest;
    private Instant last = Instant.EPOCH;
    private boolean sorted = true;

    Progress(Look look) {
      this.look = look;
    }

    Optional<Instant> latest() {
      return Optional.ofNullable(latest);
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
        latest = latest == null ? last : later(last, latest);
      }
      String before = versions.put(changed.reference(), changed.version());
      if (!look.covered && !changed.own() && !changed.version().equals(before)) {
        Change change = change(changed, before == null ? Action.CREATED : Action.UPDATED);
        if (look.isNews(change)) {
          add(change);
        }
      }
    }
  }

  private Change change(Changed changed, Action action) {
    return new Change(
        ids.getAsLong(),
        changed.type(),
        changed.id(),
        changed.version(),
        action,
        changed.patients());
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
      worked = false;
      watermark.write(now);
      kept = now;
    } catch (FhirStore.StoreUnavailable | FhirStore.RefusedByStore e) {
      worked = true;
      LOG.warn("the watermark is not kept, a restart looks at more: {}", e.getMessage());
    }
    keptAt = nanos.getAsLong();
  }
}
