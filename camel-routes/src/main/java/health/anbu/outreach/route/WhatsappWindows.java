package health.anbu.outreach.route;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who has written over WhatsApp within a day, and so may be answered in free words.
 *
 * <p>It is kept in memory only: whoever is not known to have written gets the approved template,
 * which is allowed at any time.
 */
@Component("whatsappWindows")
public class WhatsappWindows {
  /** A little less than WhatsApp's 24 hours, for the way there. */
  private static final Duration OPEN = Duration.ofHours(24).minusMinutes(10);

  private final Map<String, Instant> written = new ConcurrentHashMap<>();

  void wrote(String number, Instant at) {
    written.merge(number, at, (a, b) -> a.isAfter(b) ? a : b);
    written.values().removeIf(earlier -> !open(earlier, at));
  }

  boolean open(String number, Instant now) {
    Instant last = written.get(number);
    return last != null && open(last, now);
  }

  private static boolean open(Instant last, Instant now) {
    return last.plus(OPEN).isAfter(now);
  }
}
