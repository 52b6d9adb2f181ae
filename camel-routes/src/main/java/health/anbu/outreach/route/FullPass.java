package health.anbu.outreach.route;

import java.time.ZoneId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/**
 * Looks at everyone every night, by real time: that finds deletes and what timestamps missed. The
 * same after a start without timers, because they are only an index.
 */
@Order(95)
final class FullPass implements ApplicationRunner {

  private final Sweeps sweeps;
  private final Timers timers;
  private final String cron;
  private final ZoneId zone;
  private final ThreadPoolTaskScheduler nights = new ThreadPoolTaskScheduler();

  FullPass(Sweeps sweeps, Timers timers, String cron, ZoneId zone) {
    this.sweeps = sweeps;
    this.timers = timers;
    this.cron = cron;
    this.zone = zone;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (sweeps.isEmpty()) {
      return;
    }
    nights.setThreadNamePrefix("full-pass-");
    nights.setDaemon(true);
    nights.initialize();
    nights.schedule(sweeps::everyone, new CronTrigger(cron, zone));
    if (timers.nextDue().isEmpty()) {
      sweeps.everyone();
    }
  }

  void stop() {
    nights.shutdown();
  }
}
