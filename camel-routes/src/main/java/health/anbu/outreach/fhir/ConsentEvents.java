package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.plan.ClinicalEvent;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads what patients agreed to or refused as events, so that what the law wants them told about it
 * is an ordinary scenario.
 */
final class ConsentEvents {

  private ConsentEvents() {}

  static List<ClinicalEvent> of(Collection<Resource> records, ZoneId zone) {
    Map<String, Consent> consents = new LinkedHashMap<>();
    records.stream()
        .filter(Consent.class::isInstance)
        .map(Consent.class::cast)
        .filter(consent -> consent.hasStatus() && consent.getProvision().hasType())
        .filter(consent -> !ConsentReader.speaksOfDataOnly(consent))
        .forEach(consent -> consents.put(consent.getIdElement().getIdPart(), consent));
    List<ConsentRecord> said =
        consents.values().stream().flatMap(c -> ConsentReader.read(c, zone).stream()).toList();
    return consents.values().stream().map(consent -> event(consent, said, zone)).toList();
  }

  private static ClinicalEvent event(Consent consent, List<ConsentRecord> said, ZoneId zone) {
    boolean overtaken =
        ConsentReader.read(consent, zone)
            .filter(ConsentRecord::permit)
            .filter(one -> said.stream().anyMatch(later -> overtakes(later, one)))
            .isPresent();
    return new ClinicalEvent(
        new FhirEvidence(consent),
        "Consent",
        consent.getIdElement().getIdPart(),
        overtaken ? Consent.ConsentState.INACTIVE.toCode() : consent.getStatus().toCode(),
        Map.of(),
        Times.when(consent.getDateTimeElement()),
        Times.when(consent.getDateTimeElement()),
        null);
  }

  /** Only the last word about the same is still to be confirmed or renewed. */
  private static boolean overtakes(ConsentRecord later, ConsentRecord one) {
    boolean newer =
        later.given() != null && one.given() != null && later.given().isAfter(one.given());
    boolean same =
        later.night() == one.night() && !Collections.disjoint(later.purposes(), one.purposes())
            || !later.permit() && later.purposes().isEmpty();
    boolean everywhere =
        later.channels().isEmpty()
            || !one.channels().isEmpty() && later.channels().containsAll(one.channels());
    return newer && same && everywhere && !later.mute();
  }
}
