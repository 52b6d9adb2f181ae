package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person told a messenger, not us: that nothing more is wanted from the clinic there.
 *
 * @param eventId the provider's id of this event; the same for every copy of it
 * @param from the person's number or user id on the channel
 * @param about null for everything
 */
public record ChannelOptOut(
    String channel, String provider, String eventId, String from, Purpose about, Instant at) {

  public ChannelOptOut {
    Texts.require(channel, "channel");
    Texts.require(provider, "provider");
    Texts.require(eventId, "eventId");
    Texts.require(from, "from");
    Objects.requireNonNull(at, "at");
  }

  /** Only ids: numbers do not belong in a log. */
  @Override
  public String toString() {
    return "ChannelOptOut[" + provider + " " + eventId + " on " + channel + "]";
  }
}
