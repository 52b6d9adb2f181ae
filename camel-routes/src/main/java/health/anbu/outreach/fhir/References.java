package health.anbu.outreach.fhir;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** Where references point, read from their text alone. */
final class References {

  private References() {}

  static Optional<String> id(Reference reference, String type) {
    if (reference == null || !reference.hasReference()) {
      return Optional.empty();
    }
    var id = reference.getReferenceElement();
    return type.equals(id.getResourceType()) ? Optional.of(id.getIdPart()) : Optional.empty();
  }

  /** The patient, or who is none yet. */
  static Optional<String> patient(Reference reference) {
    return id(reference, "Patient").or(() -> Inquirers.of(reference));
  }

  /** The patients a resource belongs to; an appointment may have several. */
  static Set<String> patients(Resource resource) {
    Set<String> patients = new LinkedHashSet<>();
    subjects(resource).forEach(subject -> patient(subject).ifPresent(patients::add));
    return patients;
  }

  private static Stream<Reference> subjects(Resource resource) {
    if (resource instanceof Encounter encounter) {
      return Stream.of(encounter.getSubject());
    }
    if (resource instanceof Procedure procedure) {
      return Stream.of(procedure.getSubject());
    }
    if (resource instanceof Appointment appointment) {
      return appointment.getParticipant().stream().map(p -> p.getActor());
    }
    if (resource instanceof Consent consent) {
      return Stream.of(consent.getPatient());
    }
    if (resource instanceof RelatedPerson related) {
      return Stream.of(related.getPatient());
    }
    if (resource instanceof CommunicationRequest request) {
      return Stream.of(request.getSubject());
    }
    if (resource instanceof Communication communication) {
      return Stream.of(communication.getSubject());
    }
    return resource instanceof Flag flag ? Stream.of(flag.getSubject()) : Stream.empty();
  }

  static Optional<String> referredBy(Resource resource) {
    return ((DomainResource) resource)
        .getExtensionsByUrl(Words.extension("referred-by")).stream()
            .map(Extension::getValue)
            .filter(Reference.class::isInstance)
            .map(Reference.class::cast)
            .findFirst()
            .flatMap(References::patient);
  }
}
