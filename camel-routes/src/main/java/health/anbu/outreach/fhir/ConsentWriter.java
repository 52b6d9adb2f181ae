package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.DerivedId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;

/** Writes opt-outs; the same opt-out heard twice is one Consent. */
public final class ConsentWriter {

  private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
  private static final String POLICY = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private final ZoneId zone;

  public ConsentWriter(ZoneId zone) {
    this.zone = zone;
  }

  /** How a person said it; only what was said the same way takes it back. */
  public enum Told {
    BY_CHANNEL(Words.TOLD_BY_CHANNEL),
    BY_WORD(Words.TOLD_BY_WORD);

    private final String system;

    Told(String system) {
      this.system = system;
    }
  }

  /** The same, empty where this opt-out has been heard already. */
  public Optional<Write> newOptOut(
      FhirStore store,
      Told told,
      String patient,
      String channel,
      Purpose about,
      String proof,
      Instant at) {
    if (store.read(Consent.class, id(patient, channel, about, proof)).isPresent()) {
      return Optional.empty();
    }
    Consent consent = consent(patient, channel, about, proof, at);
    consent.addIdentifier().setSystem(told.system).setValue(proof);
    return Optional.of(RequestWriter.put(consent, null));
  }

  /**
   * Ends what these people had said in this way before: it stays in the records, as a refusal that
   * is over. Nothing else that they refused is touched.
   *
   * @param people patients, and those who are none yet
   * @param channel it was about; null for those about every channel
   */
  public List<Write> takenBack(
      FhirStore store, Told told, Collection<String> people, String channel, Instant at) {
    return consents(store, people)
        .filter(consent -> consent.getStatus() == Consent.ConsentState.ACTIVE)
        .filter(consent -> consent.getProvision().getType() == ConsentProvisionType.DENY)
        .filter(consent -> !consent.getProvision().getPeriod().hasEnd())
        .filter(consent -> !consent.getDateTime().toInstant().isAfter(at))
        .filter(c -> c.getIdentifier().stream().anyMatch(i -> told.system.equals(i.getSystem())))
        .filter(consent -> Objects.equals(channel, channel(consent)))
        .map(consent -> ended(consent, at))
        .toList();
  }

  private static Stream<Consent> consents(FhirStore store, Collection<String> people) {
    Set<String> patients = new TreeSet<>(people);
    patients.removeIf(Inquirers::is);
    Set<String> inquirers = new TreeSet<>(people);
    inquirers.removeAll(patients);
    return Stream.of(
            patients.isEmpty() ? null : Query.of("Consent").where("patient", patients),
            inquirers.isEmpty() ? null : Inquirers.about("Consent", inquirers))
        .filter(Objects::nonNull)
        .flatMap(query -> store.search(query).stream())
        .map(Consent.class::cast);
  }

  private static String channel(Consent consent) {
    return consent.getProvision().getCodeFirstRep().getCodingFirstRep().getCode();
  }

  private Write ended(Consent before, Instant at) {
    Consent consent = before.copy();
    consent.getProvision().getPeriod().setEndElement(Times.dateTime(at, zone));
    return RequestWriter.put(consent, before.getMeta().getVersionId());
  }

  /**
   * The patient wants nothing more on this channel.
   *
   * @param channel null for every channel
   * @param about null for every purpose
   * @param proof what it was heard from, such as the id of a receipt; no personal data
   */
  public Write optOut(String patient, String channel, Purpose about, String proof, Instant at) {
    return RequestWriter.put(consent(patient, channel, about, proof, at), null);
  }

  private Consent consent(String patient, String channel, Purpose about, String proof, Instant at) {
    Consent consent = new Consent();
    consent.setId(id(patient, channel, about, proof));
    consent.getMeta().addProfile(Words.profile("opt-out"));
    consent.setStatus(Consent.ConsentState.ACTIVE);
    consent.setScope(Codings.concept(SCOPE, "patient-privacy"));
    consent.addCategory(Codings.concept("http://loinc.org", "59284-0"));
    if (about != null) {
      consent.addCategory(Codings.concept(Words.PURPOSE, about.code()));
    }
    Inquirers.mark(patient).ifPresent(consent::addIdentifier);
    consent.setPatient(Inquirers.reference(patient));
    consent.setDateTimeElement(Times.dateTime(at, zone));
    consent.setPolicyRule(Codings.concept(POLICY, "OPTOUT"));
    consent.getProvision().setType(ConsentProvisionType.DENY);
    if (channel != null) {
      consent.getProvision().addCode(Codings.concept(Words.CHANNEL, channel));
    }
    return consent;
  }

  private static String id(String patient, String channel, Purpose about, String proof) {
    String purpose = about == null ? "" : "|" + about.code();
    return DerivedId.of("opt-out|" + patient + "|" + channel + purpose + "|" + proof);
  }
}
