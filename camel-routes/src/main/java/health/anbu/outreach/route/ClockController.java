package health.anbu.outreach.route;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows and moves the simulated clock; there is no such thing on a real one. */
@RestController
@ConditionalOnProperty(name = "anbu.clock", havingValue = "simulated")
class ClockController {

  private final Clock clock;
  private final TimeTravel travel;

  ClockController(Clock clock, TimeTravel travel) {
    this.clock = clock;
    this.travel = travel;
  }

  /** The clock's time in the clinic's zone, and whether nothing is left to do at it. */
  record Reading(String now, boolean idle) {}

  @GetMapping("/clock")
  Reading read() {
    return reading();
  }

  /**
   * Moves forward by an ISO 8601 duration ({@code advance}: P3M, P1DT2H) or to an instant ({@code
   * instant}, with offset), through every due instant on the way; answers when idle.
   */
  @PostMapping("/clock")
  ResponseEntity<Object> move(@RequestBody Map<String, String> body) {
    try {
      Instant goal = goal(body);
      if (goal.isBefore(clock.instant())) {
        return refused("the clock never goes back: it is " + reading().now());
      }
      return travel.to(goal)
          ? ResponseEntity.ok(reading())
          : ResponseEntity.status(503)
              .body(Map.of("error", "not idle in time; the clock is at " + reading().now()));
    } catch (DateTimeException | IllegalArgumentException e) {
      return refused(
          "give {\"advance\": \"P3M\"} or {\"instant\": \"2026-06-30T09:00:00+09:00\"}: "
              + e.getMessage());
    }
  }

  private Instant goal(Map<String, String> body) {
    if (body.size() != 1) {
      throw new IllegalArgumentException("exactly one of advance and instant");
    }
    if (body.get("instant") != null) {
      return OffsetDateTime.parse(body.get("instant")).toInstant();
    }
    if (body.get("advance") == null) {
      throw new IllegalArgumentException("neither advance nor instant");
    }
    return advance(body.get("advance"));
  }

  private Instant advance(String text) {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
    Duration duration = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    return now.plus(period).plus(duration).toInstant();
  }

  private Reading reading() {
    OffsetDateTime now = clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    return new Reading(
        java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now), travel.isIdle());
  }

  private static ResponseEntity<Object> refused(String error) {
    return ResponseEntity.badRequest().body(Map.of("error", error));
  }
}
