package health.anbu.outreach.fhir;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.TriggerDefinition;

/** Of which types the anchor of a scenario can be, and which statuses those have. */
final class AnchorTypes {

  private AnchorTypes() {}

  static Set<String> of(PlanDefinitionActionComponent anchor) {
    Set<String> types = new TreeSet<>();
    for (TriggerDefinition trigger : anchor.getTrigger()) {
      types.addAll(named(trigger.getName()));
      trigger.getData().stream()
          .filter(DataRequirement::hasType)
          .forEach(data -> types.add(data.getType()));
    }
    return types.isEmpty() ? Set.of("Patient") : types;
  }

  private static List<String> named(String event) {
    return switch (event == null ? "" : event) {
      case "" -> List.of();
      case "first-contact" -> List.of("Appointment", "Communication", "Encounter");
      case "last-visit" -> List.of("Encounter");
      default -> List.of("Patient");
    };
  }

  /** A status that the type does not have would never start anything. */
  static void refuseUnknown(String type, Collection<String> statuses) throws FhirPaths.Refused {
    Set<String> known = statuses(type);
    for (String status : statuses) {
      if (!known.isEmpty() && !known.contains(status)) {
        throw new FhirPaths.Refused(
            "no %s has the status '%s': use one of %s"
                .formatted(type, status, String.join(", ", known)));
      }
    }
  }

  private static Set<String> statuses(String type) {
    return switch (type) {
      case "Encounter" ->
          codes(Arrays.stream(EncounterStatus.values()).map(s -> s.toCode()).toList());
      case "Appointment" ->
          codes(Arrays.stream(AppointmentStatus.values()).map(s -> s.toCode()).toList());
      case "Consent" -> codes(Arrays.stream(ConsentState.values()).map(s -> s.toCode()).toList());
      case "Procedure" ->
          codes(Arrays.stream(ProcedureStatus.values()).map(s -> s.toCode()).toList());
      default -> Set.of();
    };
  }

  private static Set<String> codes(List<String> codes) {
    return codes.stream()
        .filter(code -> code != null && !code.equals("?"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
