package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By which codes of other systems a treatment of ours may be recorded. */
final class TreatmentCodes {

  static final TreatmentCodes NONE = new TreatmentCodes(Map.of());

  private static final Logger LOG = LoggerFactory.getLogger(TreatmentCodes.class);
  private static final String MAP = Words.BASE + "/ConceptMap/treatment-to-snomed";

  /** What is wider than our treatment may be another one. */
  private static final Set<ConceptMapEquivalence> THE_SAME_OR_A_KIND_OF_IT =
      Set.of(
          ConceptMapEquivalence.EQUAL,
          ConceptMapEquivalence.EQUIVALENT,
          ConceptMapEquivalence.NARROWER,
          ConceptMapEquivalence.SPECIALIZES);

  private final Map<Code, List<Code>> others;

  private TreatmentCodes(Map<Code, List<Code>> others) {
    this.others = others;
  }

  static TreatmentCodes read(FhirStore store) {
    try {
      return of(
          store.search(Query.of("ConceptMap").where("url", MAP).where("status", "active")).stream()
              .map(ConceptMap.class::cast)
              .toList());
    } catch (FhirStore.RefusedByStore e) {
      LOG.warn("this server keeps no other codes of treatments: {}", e.getMessage());
      return NONE;
    }
  }

  static TreatmentCodes of(List<ConceptMap> maps) {
    Map<Code, List<Code>> others = new HashMap<>();
    for (ConceptMap map : maps) {
      for (ConceptMapGroupComponent group : map.getGroup()) {
        for (SourceElementComponent treatment : group.getElement()) {
          others
              .computeIfAbsent(
                  new Code(group.getSource(), treatment.getCode()), code -> new ArrayList<>())
              .addAll(targets(group, treatment));
        }
      }
    }
    return new TreatmentCodes(others);
  }

  private static List<Code> targets(
      ConceptMapGroupComponent group, SourceElementComponent treatment) {
    return treatment.getTarget().stream()
        .filter(TargetElementComponent::hasCode)
        .filter(target -> THE_SAME_OR_A_KIND_OF_IT.contains(target.getEquivalence()))
        .map(target -> new Code(group.getTarget(), target.getCode()))
        .toList();
  }

  /** The other codes that mean this treatment, or a kind of it. */
  List<Code> meaning(Code treatment) {
    return others.getOrDefault(treatment, List.of());
  }
}
