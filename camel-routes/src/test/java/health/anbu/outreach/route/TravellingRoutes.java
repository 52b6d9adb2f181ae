package health.anbu.outreach.route;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Routes of their own for tests in which days pass: for the others it stays the same night. */
@TestPropertySource(properties = "anbu.clinic.shared-number=household")
@Import(TravellingRoutes.Own.class)
abstract class TravellingRoutes extends RunningRoutes {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** The clock is kept with the timers, in the database. */
  static class Own {
    @Bean
    DataSource dataSource() {
      return DataSourceBuilder.create().url("jdbc:h2:mem:travelling;DB_CLOSE_DELAY=-1").build();
    }
  }

  @Autowired Clock clock;

  LocalDate today() {
    return clock.instant().atZone(SEOUL).toLocalDate();
  }

  /** In the clinic's time, such as 10:00. */
  void until(LocalDate day, String time) {
    post("/clock", json(Map.of("instant", day + "T" + time + ":00+09:00")));
  }
}
