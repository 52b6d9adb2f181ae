package health.anbu.outreach.route;

import health.anbu.outreach.plan.Throttling;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many messages may go over each channel.
 *
 * @param perMinute null for no limit
 * @param perDay null for no limit
 * @param channels limits of single channels, each instead of the general ones
 */
record ThrottleSettings(
    Integer perMinute, Integer perDay, @DefaultValue Map<String, Limit> channels) {

  /** null for no limit. */
  record Limit(Integer perMinute, Integer perDay) {}

  ThrottleSettings {
    channels = channels == null ? Map.of() : Map.copyOf(channels);
    requirePositive(perMinute);
    requirePositive(perDay);
    channels.values().forEach(limit -> requirePositive(limit.perMinute()));
    channels.values().forEach(limit -> requirePositive(limit.perDay()));
  }

  Limit of(String channel) {
    return channels.getOrDefault(channel, new Limit(perMinute, perDay));
  }

  /** The same limit for a projection. */
  Throttling.Limit projected(String channel) {
    Limit limit = of(channel);
    return new Throttling.Limit(limit.perMinute(), limit.perDay());
  }

  boolean limits() {
    return perMinute != null || perDay != null || !channels.isEmpty();
  }

  private static void requirePositive(Integer limit) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException(
          "anbu.throttle lets at least one message through; to send none, use another anbu.mode");
    }
  }
}
