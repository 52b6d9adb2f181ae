package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;

/**
 * That a person has let the clinic in again where they had told a messenger to keep it out.
 *
 * @param eventId the provider's id of this event
 * @param from the person's number or user id on the channel
 */
public record ChannelReturn(
    String channel, String provider, String eventId, String from, Instant at) {

  public ChannelReturn {
    Texts.require(channel, "channel");
    Texts.require(provider, "provider");
    Texts.require(eventId, "eventId");
    Texts.require(from, "from");
    Objects.requireNonNull(at, "at");
  }

  /** Only ids: numbers do not belong in a log. */
  @Override
  public String toString() {
    return "ChannelReturn[" + provider + " " + eventId + " on " + channel + "]";
  }
}
