package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ClinicalEvent;
import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.When;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/** Reads Encounter, Procedure and Appointment as the events that scenarios count from. */
final class EventReader {

  private EventReader() {}

  static ClinicalEvent read(Resource resource) {
    if (resource instanceof Encounter encounter) {
      return encounter(encounter);
    }
    return resource instanceof Procedure procedure
        ? procedure(procedure)
        : appointment((Appointment) resource);
  }

  private static ClinicalEvent encounter(Encounter encounter) {
    String id = encounter.getIdElement().getIdPart();
    Map<String, Set<Code>> codes = new HashMap<>();
    codes.put("type", codes(encounter.getType()));
    codes.put("code", codes(encounter.getType()));
    codes.put("reasonCode", codes(encounter.getReasonCode()));
    codes.put("serviceType", codes(List.of(encounter.getServiceType())));
    codes.put(
        "class",
        Set.of(new Code(encounter.getClass_().getSystem(), encounter.getClass_().getCode())));
    return new ClinicalEvent(
        new FhirEvidence(encounter),
        "Encounter",
        id,
        encounter.hasStatus() ? encounter.getStatus().toCode() : "",
        codes,
        Times.when(encounter.getPeriod()),
        Times.when(encounter.getPeriod().getEndElement()),
        id);
  }

  private static ClinicalEvent procedure(Procedure procedure) {
    Map<String, Set<Code>> codes = new HashMap<>();
    codes.put("code", codes(List.of(procedure.getCode())));
    codes.put("reasonCode", codes(procedure.getReasonCode()));
    codes.put("category", codes(List.of(procedure.getCategory())));
    return new ClinicalEvent(
        new FhirEvidence(procedure),
        "Procedure",
        procedure.getIdElement().getIdPart(),
        procedure.hasStatus() ? procedure.getStatus().toCode() : "",
        codes,
        Times.when(procedure.getPerformed()),
        Times.when(procedure.getPerformed()),
        References.id(procedure.getEncounter(), "Encounter").orElse(null));
  }

  private static ClinicalEvent appointment(Appointment appointment) {
    Map<String, Set<Code>> codes = new HashMap<>();
    codes.put("serviceType", codes(appointment.getServiceType()));
    codes.put("code", codes(appointment.getServiceType()));
    codes.put("appointmentType", codes(List.of(appointment.getAppointmentType())));
    codes.put("reasonCode", codes(appointment.getReasonCode()));
    return new ClinicalEvent(
        new FhirEvidence(appointment),
        "Appointment",
        appointment.getIdElement().getIdPart(),
        appointment.hasStatus() ? appointment.getStatus().toCode() : "",
        codes,
        appointment.hasStart()
            ? new When.Exact(appointment.getStart().toInstant())
            : When.unknown(),
        appointment.hasEnd() ? new When.Exact(appointment.getEnd().toInstant()) : When.unknown(),
        null);
  }

  private static Set<Code> codes(List<CodeableConcept> concepts) {
    return concepts.stream()
        .flatMap(concept -> concept.getCoding().stream())
        .filter(coding -> coding.hasCode())
        .map(coding -> new Code(coding.getSystem(), coding.getCode()))
        .collect(Collectors.toSet());
  }
}
