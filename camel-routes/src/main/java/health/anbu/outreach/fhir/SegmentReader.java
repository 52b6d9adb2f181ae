package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.Condition;
import health.anbu.outreach.plan.PatientTraits;
import health.anbu.outreach.plan.Segment;
import health.anbu.outreach.plan.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Group.GroupCharacteristicComponent;
import org.hl7.fhir.r4.model.Range;

/** Compiles a Group of profile segment into a question about one patient. */
final class SegmentReader {

  private static final Set<String> PATIENT = Set.of("Patient");

  private final FhirPaths paths;

  SegmentReader(FhirPaths paths) {
    this.paths = paths;
  }

  Segment read(Group group) throws FhirPaths.Refused {
    String reference = "Group/" + group.getIdElement().getIdPart();
    List<Condition> characteristics = new ArrayList<>();
    for (GroupCharacteristicComponent characteristic : group.getCharacteristic()) {
      characteristics.add(characteristic(reference, characteristic));
    }
    for (var criteria : Extensions.of(group, "segment-criteria")) {
      String expression =
          Extensions.expression(criteria)
              .map(e -> e.getExpression())
              .orElseThrow(() -> new FhirPaths.Refused(reference + " has criteria without text"));
      try {
        characteristics.add(aboutThePatient(paths.condition(expression, PATIENT)));
      } catch (FhirPaths.Refused e) {
        throw e.in(reference + ", the criteria");
      }
    }
    if (characteristics.isEmpty()) {
      throw new FhirPaths.Refused(
          reference + " has neither characteristic nor segment-criteria: it would be everybody");
    }
    return new Segment(reference, characteristics);
  }

  /** Whatever a scenario counts from, a segment asks about the patient. */
  private static Condition aboutThePatient(Condition condition) {
    return new Condition() {
      @Override
      public String expression() {
        return condition.expression();
      }

      @Override
      public Answer test(Situation s) {
        return condition.test(new Situation(s.facts(), s.facts().evidence(), s.now(), s.zone()));
      }
    };
  }

  private static Condition characteristic(
      String reference, GroupCharacteristicComponent characteristic) throws FhirPaths.Refused {
    String code = characteristic.getCode().getCodingFirstRep().getCode();
    Predicate<PatientTraits> asked = trait(reference, code, characteristic);
    boolean wanted = !characteristic.getExclude();
    return new Condition() {
      @Override
      public String expression() {
        return code;
      }

      @Override
      public Answer test(Situation situation) {
        PatientTraits traits =
            new PatientTraits(situation.facts(), situation.now(), situation.zone());
        return asked.test(traits) == wanted ? Answer.TRUE : Answer.FALSE;
      }
    };
  }

  private static Predicate<PatientTraits> trait(
      String reference, String code, GroupCharacteristicComponent characteristic)
      throws FhirPaths.Refused {
    switch (code == null ? "" : code) {
      case "treatment-type":
        Set<Code> treatments = codes(reference, characteristic);
        return traits -> traits.treatedWith(treatments);
      case "visit-frequency":
        return visits(reference, characteristic);
      case "satisfaction":
        Set<String> felt = bare(reference, characteristic);
        return traits -> felt.contains(traits.satisfaction());
      case "referral-potential":
        Set<String> potential = bare(reference, characteristic);
        return traits -> potential.contains(traits.referralPotential());
      case "journey-stage":
        Set<String> stages = bare(reference, characteristic);
        return traits -> stages.contains(traits.stage().code());
      default:
        throw new FhirPaths.Refused(
            reference
                + " has the characteristic '"
                + code
                + "': use treatment-type, visit-frequency, satisfaction, referral-potential or"
                + " journey-stage");
    }
  }

  private static Predicate<PatientTraits> visits(
      String reference, GroupCharacteristicComponent characteristic) throws FhirPaths.Refused {
    if (!(characteristic.getValue() instanceof Range range)) {
      throw new FhirPaths.Refused(
          reference + ", visit-frequency: give the visits of twelve months as valueRange");
    }
    int low = range.hasLow() ? range.getLow().getValue().intValue() : 0;
    int high = range.hasHigh() ? range.getHigh().getValue().intValue() : Integer.MAX_VALUE;
    return traits -> traits.visitsInAYear() >= low && traits.visitsInAYear() <= high;
  }

  private static Set<String> bare(String reference, GroupCharacteristicComponent characteristic)
      throws FhirPaths.Refused {
    return codes(reference, characteristic).stream().map(Code::code).collect(Collectors.toSet());
  }

  private static Set<Code> codes(String reference, GroupCharacteristicComponent characteristic)
      throws FhirPaths.Refused {
    if (!(characteristic.getValue() instanceof CodeableConcept concept) || !concept.hasCoding()) {
      throw new FhirPaths.Refused(
          reference
              + ", "
              + characteristic.getCode().getCodingFirstRep().getCode()
              + ": give its codes as valueCodeableConcept, any of which may hold");
    }
    return concept.getCoding().stream()
        .map(coding -> new Code(coding.getSystem(), coding.getCode()))
        .collect(Collectors.toSet());
  }
}
