package health.anbu.outreach.route;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one Clock: the real time, or one that is moved by hand. */
@Configuration(proxyBeanMethods = false)
class ClockBeans {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "anbu.clock", havingValue = "simulated")
  static class SimulatedClockConfiguration {

    @Bean
    ClockStore clockStore(DataSource dataSource) {
      return new ClockStore(dataSource);
    }

    @Bean
    SimulatedClock clock(
        ClockStore store, OutreachSettings settings, @Value("${anbu.clock.start:}") String start) {
      Instant first =
          start.isBlank() ? Clock.systemUTC().instant() : OffsetDateTime.parse(start).toInstant();
      SimulatedClock clock =
          new SimulatedClock(store.last().orElse(first), settings.clinic().zone());
      store.keep(clock.instant());
      return clock;
    }

    @Bean
    TimeTravel timeTravel(SimulatedClock clock, ClockStore store, List<TimedWork> work) {
      return new TimeTravel(clock, store, work);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "anbu.clock", havingValue = "real", matchIfMissing = true)
  static class RealClockConfiguration {

    @Bean
    Clock clock(OutreachSettings settings) {
      return Clock.system(settings.clinic().zone());
    }
  }
}
