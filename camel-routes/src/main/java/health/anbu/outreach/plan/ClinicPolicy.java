package health.anbu.outreach.plan;

import health.anbu.outreach.calendar.WorkingDays;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.SharedNumber;
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
 * @param postalAddress where the clinic is, as advertising by e-mail has to say; null for unknown
 * @param workingDays on which days somebody is there
 * @param sharedNumber what is said on a number that several patients have
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
    Instant goLive,
    String postalAddress,
    WorkingDays workingDays,
    SharedNumber sharedNumber) {

  public ClinicPolicy {
    Objects.requireNonNull(zone);
    Objects.requireNonNull(pack);
    Objects.requireNonNull(workingDays);
    Objects.requireNonNull(sharedNumber);
    channelOrder = List.copyOf(channelOrder);
  }

  /** A clinic that says nothing of anybody on a number that several have. */
  public ClinicPolicy(
      String name,
      String phone,
      String optOutNumber,
      String language,
      ZoneId zone,
      JurisdictionPack pack,
      List<String> channelOrder,
      FrequencyCap cap,
      Instant goLive,
      String postalAddress,
      WorkingDays workingDays) {
    this(
        name,
        phone,
        optOutNumber,
        language,
        zone,
        pack,
        channelOrder,
        cap,
        goLive,
        postalAddress,
        workingDays,
        SharedNumber.NEUTRAL);
  }

  /** A clinic that has not said where it is. */
  public ClinicPolicy(
      String name,
      String phone,
      String optOutNumber,
      String language,
      ZoneId zone,
      JurisdictionPack pack,
      List<String> channelOrder,
      FrequencyCap cap,
      Instant goLive) {
    this(
        name,
        phone,
        optOutNumber,
        language,
        zone,
        pack,
        channelOrder,
        cap,
        goLive,
        null,
        WorkingDays.usual(pack.code()));
  }

  /** The days on which somebody is there for this patient. */
  public WorkingDays workingDays(PatientFacts facts) {
    return workingDays.with(facts.surroundings().days());
  }

  /** What holds for a message to this patient: the law here and where they live. */
  public JurisdictionPack law(PatientFacts facts) {
    return pack.towards(facts.surroundings().country());
  }
}
