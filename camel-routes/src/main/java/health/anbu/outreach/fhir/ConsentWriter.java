package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.DerivedId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Reference;

/** Writes opt-outs; the same opt-out heard twice is one Consent. */
public final class ConsentWriter {

  private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
  private static final String POLICY = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private final ZoneId zone;

  public ConsentWriter(ZoneId zone) {
    this.zone = zone;
  }

  /** The same, empty where this opt-out has been heard already. */
  public Optional<Write> newOptOut(
      FhirStore store, String patient, String channel, Purpose about, String proof, Instant at) {
    return store.read(Consent.class, id(patient, channel, about, proof)).isPresent()
        ? Optional.empty()
        : Optional.of(optOut(patient, channel, about, proof, at));
  }

  /**
   * The patient wants nothing more on this channel.
   *
   * @param channel null for every channel
   * @param about null for every purpose
   * @param proof what it was heard from, such as the id of a receipt; no personal data
   */
  public Write optOut(String patient, String channel, Purpose about, String proof, Instant at) {
    Consent consent = new Consent();
    consent.setId(id(patient, channel, about, proof));
    consent.getMeta().addProfile(Words.profile("opt-out"));
    consent.setStatus(Consent.ConsentState.ACTIVE);
    consent.setScope(Codings.concept(SCOPE, "patient-privacy"));
    consent.addCategory(Codings.concept("http://loinc.org", "59284-0"));
    if (about != null) {
      consent.addCategory(Codings.concept(Words.PURPOSE, about.code()));
    }
    consent.setPatient(new Reference("Patient/" + patient));
    consent.setDateTimeElement(Times.dateTime(at, zone));
    consent.setPolicyRule(Codings.concept(POLICY, "OPTOUT"));
    consent.getProvision().setType(ConsentProvisionType.DENY);
    if (channel != null) {
      consent.getProvision().addCode(Codings.concept(Words.CHANNEL, channel));
    }
    return RequestWriter.put(consent, null);
  }

  private static String id(String patient, String channel, Purpose about, String proof) {
    String purpose = about == null ? "" : "|" + about.code();
    return DerivedId.of("opt-out|" + patient + "|" + channel + purpose + "|" + proof);
  }
}
