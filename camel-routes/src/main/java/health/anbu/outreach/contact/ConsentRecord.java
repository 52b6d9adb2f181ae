package health.anbu.outreach.contact;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
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
 * @param until instant from which it no longer holds, null for no end: a refusal with an end is a
 *     mute
 * @param confirmed when it was last confirmed, null for never
 * @param night that it is about advertising at night, and about nothing else
 * @param source the document that shows it, null where none is recorded
 */
public record ConsentRecord(
    String reference,
    boolean permit,
    Set<Purpose> purposes,
    Set<String> channels,
    Instant given,
    Instant from,
    Instant until,
    Instant confirmed,
    boolean night,
    String source) {

  public ConsentRecord {
    Objects.requireNonNull(reference);
    purposes = Set.copyOf(purposes);
    channels = Set.copyOf(channels);
  }

  /** A consent as it was given, by day. */
  public ConsentRecord(
      String reference,
      boolean permit,
      Set<Purpose> purposes,
      Set<String> channels,
      Instant given,
      Instant from,
      Instant until) {
    this(reference, permit, purposes, channels, given, from, until, null, false, null);
  }

  boolean holds(Instant at) {
    return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
  }

  boolean permits(Purpose purpose, String channel, Instant at) {
    return permit && !night && holds(at) && purposes.contains(purpose) && covers(channel);
  }

  boolean permitsNight(String channel, Instant at) {
    return permit && night && holds(at) && covers(channel);
  }

  /** Whether it was given or confirmed recently enough; without a date nobody can tell. */
  boolean fresh(Period renewal, Instant at) {
    if (renewal == null) {
      return true;
    }
    Instant last =
        given == null || confirmed != null && confirmed.isAfter(given) ? confirmed : given;
    return last != null && at.isBefore(last.atZone(ZoneOffset.UTC).plus(renewal).toInstant());
  }

  /** A refusal for a while. */
  public boolean mute() {
    return !permit && until != null;
  }

  /** Whether it refused just this at that instant. */
  public boolean refuses(Purpose purpose, String channel, Instant at) {
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
