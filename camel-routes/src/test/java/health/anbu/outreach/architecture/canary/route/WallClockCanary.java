package health.anbu.outreach.architecture.canary.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;

/** Breaks the rule of the clock in every way it names; nobody runs it. */
class WallClockCanary {

  Instant instant() {
    return Instant.now();
  }

  LocalDate localDate() {
    return LocalDate.now();
  }

  LocalDate inZone() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Date date() {
    return new Date();
  }

  void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  Supplier<Instant> methodReference() {
    return Instant::now;
  }
}
