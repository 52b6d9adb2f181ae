package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads Consents. A permission counts only where it names one of our purposes; a refusal counts
 * also where another system wrote it in words of its own, for then it refuses everything.
 */
final class ConsentReader {

  private ConsentReader() {}

  static Optional<ConsentRecord> read(Resource resource, ZoneId zone) {
    if (!(resource instanceof Consent consent)
        || consent.getStatus() != Consent.ConsentState.ACTIVE
        || !consent.getProvision().hasType()) {
      return Optional.empty();
    }
    boolean permit = consent.getProvision().getType() == ConsentProvisionType.PERMIT;
    Set<Purpose> purposes = purposes(consent);
    boolean night = permit && purposes.isEmpty() && night(consent);
    boolean saysNothing = permit ? purposes.isEmpty() && !night : speaksOfDataOnly(consent);
    if (saysNothing || permit && (hasExceptions(consent) || hasModifiers(consent))) {
      return Optional.empty();
    }
    Period period = consent.getProvision().getPeriod();
    return Optional.of(
        new ConsentRecord(
            new FhirEvidence(consent).versioned(),
            permit,
            purposes,
            channels(consent),
            given(consent, zone),
            start(period, zone),
            end(period, zone),
            confirmed(consent, zone),
            night,
            source(consent)));
  }

  /** What a permission takes back again is not read, so the whole of it does not count. */
  private static boolean hasExceptions(Consent consent) {
    return consent.getProvision().getProvision().stream()
        .anyMatch(exception -> exception.getType() == ConsentProvisionType.DENY);
  }

  /** They may turn a permission into something else; a refusal stays one, that is the safe side. */
  private static boolean hasModifiers(Consent consent) {
    return consent.hasModifierExtension() || consent.getProvision().hasModifierExtension();
  }

  private static boolean night(Consent consent) {
    return codings(consent.getCategory().stream())
        .anyMatch(c -> Words.CONSENT.equals(c.getSystem()) && "night-ad".equals(c.getCode()));
  }

  /** When the patient last said again that it holds. */
  private static Instant confirmed(Consent consent, ZoneId zone) {
    return consent.getVerification().stream()
        .filter(verification -> verification.getVerified())
        .map(verification -> Times.when(verification.getVerificationDateElement()))
        .filter(When::known)
        .map(when -> when.in(zone).toInstant())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The document that shows what was said; a text within the Consent is the Consent itself. */
  private static String source(Consent consent) {
    if (consent.hasSourceReference() && consent.getSourceReference().hasReference()) {
      return consent.getSourceReference().getReference();
    }
    return consent.hasSourceAttachment() && consent.getSourceAttachment().hasUrl()
        ? consent.getSourceAttachment().getUrl()
        : null;
  }

  /** A refusal to share data or to take part in research says nothing about being written to. */
  static boolean speaksOfDataOnly(Consent consent) {
    return codings(Stream.of(consent.getScope()))
        .anyMatch(scope -> Set.of("research", "treatment", "adr").contains(scope.getCode()));
  }

  private static Set<Purpose> purposes(Consent consent) {
    return codings(consent.getCategory().stream())
        .filter(coding -> Words.PURPOSE.equals(coding.getSystem()))
        .flatMap(coding -> Purpose.of(coding.getCode()).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> channels(Consent consent) {
    return codings(consent.getProvision().getCode().stream())
        .filter(coding -> Words.CHANNEL.equals(coding.getSystem()))
        .map(Coding::getCode)
        .collect(Collectors.toSet());
  }

  private static Stream<Coding> codings(Stream<CodeableConcept> concepts) {
    return concepts.flatMap(concept -> concept.getCoding().stream());
  }

  private static Instant given(Consent consent, ZoneId zone) {
    When given = Times.when(consent.getDateTimeElement());
    return given.known() ? given.in(zone).toInstant() : null;
  }

  private static Instant start(Period period, ZoneId zone) {
    When start = Times.start(period.getStartElement());
    return start.known() ? start.in(zone).toInstant() : null;
  }

  /** An end that is a day, a month or a year includes all of it. */
  private static Instant end(Period period, ZoneId zone) {
    When end = Times.end(period.getEndElement());
    return end.known() ? end.endIn(zone).toInstant() : null;
  }
}
