package health.anbu.outreach.route;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * For each caller a bucket of tokens that fills evenly over a minute. Of so many callers that
 * memory would be a matter, those heard of longest ago are forgotten.
 */
final class TokenBuckets {

  private static final double MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST = 20_000;

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new Recent();

  /** What was left at a moment. */
  private record Bucket(double tokens, long at) {}

  private static final class Recent extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST;
    }
  }

  /**
   * @param perMinute 0 for no limit
   * @param nanos real time: nobody waits by the Clock
   */
  TokenBuckets(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  /** Takes a token; how long until there is one, zero where it was taken. */
  synchronized Duration take(String caller) {
    Duration wait = wait(caller);
    if (wait.isZero() && perMinute > 0) {
      buckets.put(caller, new Bucket(left(caller) - 1, nanos.getAsLong()));
    }
    return wait;
  }

  /** How long until there is a token, without taking it. */
  synchronized Duration wait(String caller) {
    double left = perMinute == 0 ? 1 : left(caller);
    return left >= 1
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - left) * MINUTE / perMinute));
  }

  private double left(String caller) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.getOrDefault(caller, new Bucket(perMinute, now));
    return Math.min(perMinute, bucket.tokens() + (now - bucket.at()) * perMinute / MINUTE);
  }
}
