package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.Contact;
import health.anbu.outreach.plan.When;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Resource;

/** Reads when a person turned to the clinic: by a message, a booking or a visit. */
final class ContactReader {

  private static final Set<EncounterStatus> CAME =
      EnumSet.of(
          EncounterStatus.ARRIVED,
          EncounterStatus.TRIAGED,
          EncounterStatus.INPROGRESS,
          EncounterStatus.ONLEAVE,
          EncounterStatus.FINISHED);

  private ContactReader() {}

  static Optional<Contact> read(Resource resource) {
    return at(resource)
        .filter(When::known)
        .map(at -> new Contact(new FhirEvidence(resource), at, about(resource)));
  }

  private static Set<Code> about(Resource resource) {
    return resource instanceof Communication message
        ? message.getCategory().stream()
            .flatMap(category -> category.getCoding().stream())
            .filter(coding -> coding.hasCode())
            .map(coding -> new Code(coding.getSystem(), coding.getCode()))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Optional<When> at(Resource resource) {
    if (resource instanceof Communication message) {
      return fromThePerson(message) ? Optional.of(at(message)) : Optional.empty();
    }
    if (resource instanceof Appointment appointment) {
      boolean meant = appointment.getStatus() != AppointmentStatus.ENTEREDINERROR;
      return meant ? Optional.of(Times.when(appointment.getCreatedElement())) : Optional.empty();
    }
    return resource instanceof Encounter encounter && CAME.contains(encounter.getStatus())
        ? Optional.of(Times.when(encounter.getPeriod()))
        : Optional.empty();
  }

  private static When at(Communication message) {
    return Times.when(
        message.hasReceived() ? message.getReceivedElement() : message.getSentElement());
  }

  /** Our own messages have no sender, and what staff wrote has another one. */
  private static boolean fromThePerson(Communication message) {
    boolean theirs =
        References.patient(message.getSender()).isPresent()
            || message.getMeta().hasProfile(Words.profile("complaint"));
    return theirs && message.getStatus() != CommunicationStatus.ENTEREDINERROR;
  }
}
