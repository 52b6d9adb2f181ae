package health.anbu.outreach.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Everything that decides whether a due message may go now.
 *
 * @param permit what consent, law and addresses allow
 * @param channel over which it would go
 * @param zone where the person is
 * @param sendBy from this instant on the message would be too late; null for no such instant
 * @param countedSends when messages that count for the frequency cap were accepted
 * @param anyHour an answer to somebody who has just written: no hour is quiet
 * @param open the first instant from now on in the days and hours of its step
 */
public record ContactMoment(
    Permit permit,
    String channel,
    Instant now,
    ZoneId zone,
    Instant sendBy,
    JurisdictionPack pack,
    FrequencyCap cap,
    List<Instant> countedSends,
    boolean anyHour,
    Instant open) {

  /** A message that has no days or hours of its own. */
  public ContactMoment(
      Permit permit,
      String channel,
      Instant now,
      ZoneId zone,
      Instant sendBy,
      JurisdictionPack pack,
      FrequencyCap cap,
      List<Instant> countedSends,
      boolean anyHour) {
    this(permit, channel, now, zone, sendBy, pack, cap, countedSends, anyHour, now);
  }

  ZonedDateTime local() {
    return now.atZone(zone);
  }

  ChannelRule rule() {
    return pack.on(now).rule(permit.sentAs(), channel);
  }
}
