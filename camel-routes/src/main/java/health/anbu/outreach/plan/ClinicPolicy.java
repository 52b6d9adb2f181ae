package health.anbu.outreach.plan;

import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What a clinic decided for all its scenarios.
 *
 * @param optOutNumber a number whose call costs the patient nothing; null for none
 * @param channelOrder preferred first
 * @param goLive anchors dated before it start nothing; null for no such instant
 */
public record ClinicPolicy(
    String name,
    String phone,
    String optOutNumber,
    String language,
    ZoneId zone,
    JurisdictionPack pack,
    List<String> channelOrder,
    FrequencyCap cap,
    Instant goLive) {

  public ClinicPolicy {
    Objects.requireNonNull(zone);
    Objects.requireNonNull(pack);
    channelOrder = List.copyOf(channelOrder);
  }
}
