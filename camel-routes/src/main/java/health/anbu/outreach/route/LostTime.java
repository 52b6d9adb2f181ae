package health.anbu.outreach.route;

import health.anbu.outreach.plan.RequestRecord;
import java.time.Duration;
import java.time.Instant;

/**
 * The time between a back-up and its restoration: what was sent in it is not in our records.
 *
 * @param from the last sign of life that the database holds
 * @param until when it was noticed
 */
record LostTime(Instant from, Instant until) {

  /** So long the sources may take to write again what was lost, and it is planned anew. */
  private static final Duration WRITTEN_AGAIN = Duration.ofDays(7);

  boolean mayHaveSent(RequestRecord request, Instant now) {
    return covers(request) || matters(now);
  }

  /** It was due then, or before. */
  boolean covers(RequestRecord request) {
    return !request.due().isAfter(until);
  }

  boolean matters(Instant now) {
    return now.isBefore(until.plus(WRITTEN_AGAIN));
  }

  /** A message of that time may have had another due instant than the one that is known now. */
  Instant since(RequestRecord request) {
    return request.due().isBefore(from) ? request.due() : from;
  }

  @Override
  public String toString() {
    return from + " " + until;
  }

  static LostTime parse(String text) {
    String[] parts = text.split(" ");
    return new LostTime(Instant.parse(parts[0]), Instant.parse(parts[1]));
  }
}
