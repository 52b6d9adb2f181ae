package health.anbu.outreach.contact;

import java.util.List;
import java.util.stream.Stream;

/** How a channel's provider can be asked whether it has a message whose outcome is open. */
public enum Lookup {
  /** It has a question of its own, for the status of a message too. */
  BY_QUERY("kakao", "sms"),
  /** The same message is sent again: by its key the provider takes it once. */
  BY_REPEAT("line"),
  /** It cannot be asked, and what is sent again arrives twice. */
  NONE;

  private final List<String> channels;

  Lookup(String... channels) {
    this.channels = List.of(channels);
  }

  public static Lookup of(String channel) {
    return Stream.of(values())
        .filter(lookup -> lookup.channels.contains(channel))
        .findFirst()
        .orElse(NONE);
  }

  /** The channels that are asked this way. */
  public List<String> channels() {
    return channels;
  }
}
