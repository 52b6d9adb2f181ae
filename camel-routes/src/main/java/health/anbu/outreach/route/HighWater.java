package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Notices that the database is older than what this node remembers outside of it: that a back-up
 * was restored, and that messages went out of which it knows nothing.
 *
 * <p>A mark that only rises is kept in the database and in a file. Where the file is ahead, or is
 * not there, the time since the database's own mark is lost time.
 */
final class HighWater implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(HighWater.class);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final HighWaterStore store;
  private final HighWaterFile file;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(HighWater::daemon);
  private Mark mark;
  private volatile LostTime lost;

  /**
   * How far a database has come.
   *
   * @param database a name that it got when it was new
   */
  record Mark(String database, long height, Instant at) {

    Mark raised(Instant now) {
      return new Mark(database, height + 1, now);
    }

    @Override
    public String toString() {
      return database + " " + height + " " + at;
    }

    static Mark parse(String text) {
      String[] parts = text.strip().split(" ");
      return new Mark(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2]));
    }
  }

  HighWater(HighWaterStore store, HighWaterFile file, Clock clock) {
    this.store = store;
    this.file = file;
    this.clock = clock;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "high-water");
    thread.setDaemon(true);
    return thread;
  }

  /** What may be missing in our records, while that matters. */
  Optional<LostTime> lostTime() {
    return Optional.ofNullable(lost).filter(time -> time.matters(clock.instant()));
  }

  /**
   * Compares, before anything is sent, and from now on shows that this node lives.
   *
   * @param restoredFrom the operator's word that a back-up of then was restored, else null
   */
  void start(Instant restoredFrom) {
    compare(restoredFrom);
    thread.scheduleWithFixedDelay(
        this::showLife, SIGN_OF_LIFE.toSeconds(), SIGN_OF_LIFE.toSeconds(), TimeUnit.SECONDS);
  }

  private synchronized void compare(Instant restoredFrom) {
    Optional<Mark> known = store.mark();
    lost = store.lostTime().orElse(null);
    mark = known.orElseGet(() -> store.begin(clock.instant()));
    Optional<Mark> remembered = file.read(mark.database());
    remembered.ifPresent(this::timeNeverGoesBack);
    boolean behind =
        remembered
            .map(seen -> seen.height() > mark.height())
            .orElse(known.isPresent() && !isAlive(mark));
    if (behind && file.isKept()) {
      lose(mark.at());
      mark = new Mark(mark.database(), height(remembered), mark.at());
      store.keep(mark);
    }
    if (restoredFrom != null && (lost == null || restoredFrom.isBefore(lost.from()))) {
      lose(restoredFrom);
    }
    raise();
  }

  /** Another node raised it just now: this one is new here. */
  private boolean isAlive(Mark stored) {
    return stored.at().isAfter(clock.instant().minus(SIGN_OF_LIFE.multipliedBy(3)));
  }

  private long height(Optional<Mark> remembered) {
    return Math.max(mark.height(), remembered.map(Mark::height).orElse(0L));
  }

  private void timeNeverGoesBack(Mark seen) {
    if (clock instanceof SimulatedClock simulated) {
      simulated.moveTo(seen.at());
    }
  }

  private void lose(Instant from) {
    Instant now = clock.instant();
    Instant earlier = lostTime().map(LostTime::from).filter(t -> t.isBefore(from)).orElse(from);
    lost = new LostTime(earlier, now);
    store.keep(lost);
    LOG.warn(
        "the database was restored, or its file in the data folder is missing: what may have gone"
            + " out since {} is asked for at the providers before it is sent",
        earlier);
  }

  /** Called before messages go out: what goes out afterwards is above the mark of any back-up. */
  synchronized void beforeSending() {
    try {
      raise();
    } catch (DataAccessException | TransactionException e) {
      throw new FhirStore.StoreUnavailable("the high-water mark cannot be kept", e);
    }
  }

  private synchronized void showLife() {
    try {
      raise();
    } catch (RuntimeException e) {
      LOG.debug("the database does not answer: {}", e.toString());
    }
  }

  /** Other nodes raise it, too; lower than what was seen means that it was restored meanwhile. */
  private void raise() {
    Mark stored = store.mark().orElseGet(() -> store.begin(clock.instant()));
    if (mark != null && stored.height() < mark.height()) {
      lose(stored.at());
      stored = new Mark(stored.database(), mark.height(), stored.at());
    }
    mark = stored.raised(clock.instant());
    store.keep(mark);
    file.write(mark);
  }

  /** The last sign of life, so that a back-up of a node that was stopped lacks nothing. */
  @Override
  public void destroy() {
    thread.shutdownNow();
    if (mark != null) {
      showLife();
    }
  }
}
