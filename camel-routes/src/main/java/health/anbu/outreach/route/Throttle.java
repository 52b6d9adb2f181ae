package health.anbu.outreach.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Lets only so many messages a minute and a day through over each channel, over all nodes and
 * restarts. Who has to wait is told a minute or a day in which there is room, so that nobody asks
 * in vain again and again.
 */
final class Throttle {

  private static final long MINUTE = 60;

  private final NamedParameterJdbcTemplate jdbc;
  private final ThrottleSettings settings;
  private final ZoneId zone;

  /**
   * @param zone whose days count
   */
  Throttle(DataSource database, ThrottleSettings settings, ZoneId zone) {
    RouteSchema.create(database);
    this.jdbc = new NamedParameterJdbcTemplate(database);
    this.settings = settings;
    this.zone = zone;
  }

  boolean limits() {
    return settings.limits();
  }

  /** Takes a place for a message now; where there is none, when there will be one. */
  Optional<Instant> take(String channel, Instant now) {
    ThrottleSettings.Limit limit = settings.of(channel);
    long day = LocalDate.ofInstant(now, zone).toEpochDay();
    long minute = Math.floorDiv(now.getEpochSecond(), MINUTE);
    if (!take(channel + ":day", day, limit.perDay())) {
      long later = promise(channel + ":day", day, limit.perDay());
      return Optional.of(LocalDate.ofEpochDay(later).atStartOfDay(zone).toInstant());
    }
    if (!take(channel + ":minute", minute, limit.perMinute())) {
      giveBack(channel + ":day", day, limit.perDay());
      long later = promise(channel + ":minute", minute, limit.perMinute());
      return Optional.of(Instant.ofEpochSecond(later * MINUTE));
    }
    return Optional.empty();
  }

  private boolean take(String lane, long slot, Integer limit) {
    return limit == null || count(lane, slot, "taken", limit);
  }

  private void giveBack(String lane, long slot, Integer limit) {
    if (limit != null) {
      jdbc.update(
          "update anbu_throttle set taken = taken - 1 where lane = :lane and slot = :slot",
          Map.of("lane", lane, "slot", slot));
    }
  }

  /** The first slot after this one that has not been promised to as many as it takes. */
  private long promise(String lane, long slot, int limit) {
    forget(lane, slot);
    while (true) {
      long next = firstWithRoom(lane, slot, limit);
      if (count(lane, next, "promised", limit)) {
        return next;
      }
    }
  }

  private long firstWithRoom(String lane, long slot, int limit) {
    Map<String, Object> values = Map.of("lane", lane, "slot", slot, "limit", limit);
    String later = " from anbu_throttle where lane = :lane and slot > :slot";
    Long room =
        jdbc.queryForObject(
            "select min(slot)" + later + " and promised < :limit", values, Long.class);
    if (room != null) {
      return room;
    }
    Long last = jdbc.queryForObject("select max(slot)" + later, values, Long.class);
    return last == null ? slot + 1 : last + 1;
  }

  /** One statement, so that two nodes never both get the last place. */
  private boolean count(String lane, long slot, String what, int limit) {
    Map<String, Object> values = Map.of("lane", lane, "slot", slot, "limit", limit);
    String add =
        "update anbu_throttle set %1$s = %1$s + 1 where lane = :lane and slot = :slot and %1$s < :limit"
            .formatted(what);
    if (jdbc.update(add, values) == 1) {
      return true;
    }
    try {
      jdbc.update(
          "insert into anbu_throttle (lane, slot, taken, promised) values (:lane, :slot, 0, 0)",
          values);
    } catch (DuplicateKeyException e) {
      // It is there, and full or just made by another node.
    }
    return jdbc.update(add, values) == 1;
  }

  private void forget(String lane, long before) {
    jdbc.update(
        "delete from anbu_throttle where lane = :lane and slot < :before",
        Map.of("lane", lane, "before", before));
  }
}
