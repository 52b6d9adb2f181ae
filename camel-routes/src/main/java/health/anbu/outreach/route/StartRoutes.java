package health.anbu.outreach.route;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;

/**
 * Starts sweeping and dispatching once the server is ready, and stops dispatching first when the
 * node goes down.
 */
@Order(100)
final class StartRoutes implements ApplicationRunner, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(StartRoutes.class);

  private final RouteFiles files;
  private final HighWater highWater;
  private final RestoreSettings restore;
  private final Timers timers;
  private final OutreachSettings settings;
  private volatile boolean running;

  StartRoutes(
      RouteFiles files,
      HighWater highWater,
      RestoreSettings restore,
      Timers timers,
      OutreachSettings settings) {
    this.files = files;
    this.highWater = highWater;
    this.restore = restore;
    this.timers = timers;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    highWater.start(restore.from());
    files.load();
    timers.start();
    running = true;
    LOG.info("outreach is running in mode {}", settings.mode().name().toLowerCase());
  }

  boolean isReady() {
    return running;
  }

  @Override
  public void start() {
    // The runner starts: only then is the server ready.
  }

  @Override
  public void stop() {
    running = false;
    timers.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
