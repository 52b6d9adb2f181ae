package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.CodeSet;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Which messages are about something that others must not learn: the record is labelled so, or its
 * code is in the value set sensitive-treatment, which a clinic makes its own.
 *
 * @param treatments null where the clinic's value set cannot be read: then every one counts
 */
record SensitiveTreatments(CodeSet treatments) {

  static final String VALUE_SET = Words.BASE + "/ValueSet/sensitive-treatment";

  private static final String CONFIDENTIALITY =
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  private static final Set<String> RESTRICTED = Set.of("R", "V");

  /** Sensitivity is labelled with codes of this system: PSY, HIV, SEX and others. */
  private static final String SENSITIVITY = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  static SensitiveTreatments none() {
    return new SensitiveTreatments(new CodeSet(Set.of(), Set.of()));
  }

  /**
   * The anchor, its visit or another record of that visit is labelled. A label of the patient's own
   * record says who may open that, not what a message is about.
   */
  boolean concern(PatientFacts facts, PlannedMessage message) {
    Resource anchor = FhirEvidence.of(message.anchor());
    return !(anchor instanceof Patient) && labelled(anchor)
        || sameVisit(facts, message.anchor().reference()).anyMatch(this::isSensitive);
  }

  private Stream<ClinicalEvent> sameVisit(PatientFacts facts, String anchor) {
    Set<String> visits =
        facts.events().stream()
            .filter(event -> event.reference().equals(anchor) && event.encounter() != null)
            .map(ClinicalEvent::encounter)
            .collect(Collectors.toSet());
    return facts.events().stream()
        .filter(event -> event.reference().equals(anchor) || visits.contains(event.encounter()));
  }

  private boolean isSensitive(ClinicalEvent event) {
    return labelled(FhirEvidence.of(event.evidence()))
        || event.codes().values().stream().flatMap(Set::stream).anyMatch(this::listed)
        || treatments == null && !event.codes().isEmpty();
  }

  private boolean listed(Code code) {
    return treatments != null && treatments.contains(code);
  }

  private static boolean labelled(Resource resource) {
    return resource.getMeta().getSecurity().stream().anyMatch(SensitiveTreatments::label);
  }

  private static boolean label(Coding coding) {
    return CONFIDENTIALITY.equals(coding.getSystem())
        ? RESTRICTED.contains(coding.getCode())
        : SENSITIVITY.equals(coding.getSystem());
  }
}
