package health.anbu.outreach.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * At most so many messages to one person in a sliding window, over all scenarios and channels.
 * Transactional messages neither count nor wait.
 *
 * @param messages null for no cap; 0 means that none is allowed
 */
public record FrequencyCap(Integer messages, Duration window) {

  public static final FrequencyCap NONE = new FrequencyCap(null, Duration.ofDays(7));

  public FrequencyCap {
    if (messages != null && messages < 0) {
      throw new IllegalArgumentException("a frequency cap is 0 or more messages, not " + messages);
    }
    if (window == null || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("the window of a frequency cap is longer than zero");
    }
  }

  /**
   * The instant from which one more message fits; empty when it never does (a cap of 0).
   *
   * @param sent when earlier messages that count were accepted
   */
  Optional<Instant> nextFree(List<Instant> sent, Instant now) {
    if (messages == null) {
      return Optional.of(now);
    }
    if (messages == 0) {
      return Optional.empty();
    }
    List<Instant> inWindow =
        sent.stream().filter(at -> at.isAfter(now.minus(window))).sorted().toList();
    return inWindow.size() < messages
        ? Optional.of(now)
        : Optional.of(inWindow.get(inWindow.size() - messages).plus(window));
  }
}
