package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person wrote to the clinic through a channel.
 *
 * @param providerId the provider's id of this message; the same for every copy of it
 * @param from the sender's number as the provider gave it, E.164 where it is one, or user id or
 *     e-mail address
 * @param optOut true if the provider itself took the words as an opt-out and blocks further
 *     messages
 * @param automatic true if it says itself that a machine sent it: never an opt-out, never answered
 */
public record InboundMessage(
    String channel,
    String provider,
    String providerId,
    String from,
    String to,
    String text,
    Instant at,
    boolean optOut,
    boolean automatic) {

  public InboundMessage {
    Texts.require(channel, "channel");
    Texts.require(provider, "provider");
    Texts.require(providerId, "providerId");
    Texts.require(from, "from");
    Texts.require(to, "to");
    text = Texts.orEmpty(text);
    Objects.requireNonNull(at, "at");
  }

  public InboundMessage(
      String channel,
      String provider,
      String providerId,
      String from,
      String to,
      String text,
      Instant at,
      boolean optOut) {
    this(channel, provider, providerId, from, to, text, at, optOut, false);
  }

  /** Only ids: numbers and texts do not belong in a log. */
  @Override
  public String toString() {
    return "InboundMessage[" + provider + " " + providerId + " on " + channel + "]";
  }
}
