package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What a person allowed or refused, read from a Consent.
 *
 * @param reference the Consent with its version, as proof
 * @param permit true for a permission, false for an opt-out
 * @param purposes what it is about; empty for an opt-out means everything
 * @param channels where it holds; empty means every channel
 * @param given when it was said, null where that is not recorded
 * @param from first instant it holds, null for always
 * @param until instant from which it no longer holds, null for no end
 */
public record ConsentRecord(
    String reference,
    boolean permit,
    Set<Purpose> purposes,
    Set<String> channels,
    Instant given,
    Instant from,
    Instant until) {

  public ConsentRecord {
    Objects.requireNonNull(reference);
    purposes = Set.copyOf(purposes);
    channels = Set.copyOf(channels);
  }

  boolean holds(Instant at) {
    return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
  }

  boolean permits(Purpose purpose, String channel, Instant at) {
    return permit && holds(at) && purposes.contains(purpose) && covers(channel);
  }

  boolean refuses(Purpose purpose, String channel, Instant at) {
    return !permit
        && holds(at)
        && (purposes.isEmpty() || purposes.contains(purpose))
        && covers(channel);
  }

  /** A permission that was given after the refusal, to just this. */
  boolean lifts(ConsentRecord refusal, Purpose purpose, String channel, Instant at) {
    return permits(purpose, channel, at)
        && given != null
        && refusal.given != null
        && given.isAfter(refusal.given);
  }

  private boolean covers(String channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
