package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Surroundings;
import health.anbu.outreach.plan.Surroundings.ComplaintSpan;
import health.anbu.outreach.plan.Surroundings.Guardian;
import health.anbu.outreach.plan.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Reads what stands around a patient: guardians, complaints, where they live. */
final class SurroundingsReader {

  /** Who was born before was of age everywhere when this was written. */
  private static final LocalDate PERHAPS_A_CHILD = LocalDate.of(2005, 1, 1);

  /** Guardian, parents by birth, law and care: they answer for a child. */
  private static final List<String> IN_CHARGE =
      List.of(
          "GUARD", "PRN", "MTH", "FTH", "NMTH", "NFTH", "NPRN", "ADOPTP", "ADOPTM", "ADOPTF",
          "PRNFOST", "MTHFOST", "FTHFOST", "STPPRN", "STPMTH", "STPFTH", "GRPRN", "GRMTH", "GRFTH");

  private static final Set<TaskStatus> CLOSED =
      Set.of(TaskStatus.COMPLETED, TaskStatus.CANCELLED, TaskStatus.REJECTED, TaskStatus.FAILED);

  private final PatientReader patients;
  private final ClinicPlaces places;

  SurroundingsReader(PatientReader patients, ClinicPlaces places) {
    this.patients = patients;
    this.places = places;
  }

  static boolean perhapsAChild(Patient patient) {
    LocalDate born = PatientReader.bornBy(patient);
    return born != null && !born.isBefore(PERHAPS_A_CHILD);
  }

  Surroundings read(
      Patient patient,
      List<Resource> about,
      Function<String, Communication> complaints,
      Set<String> sharing) {
    String clinic = References.id(patient.getManagingOrganization(), "Organization").orElse(null);
    return new Surroundings(
        patients.country(patient),
        guardians(patient, about),
        about.stream()
            .filter(Task.class::isInstance)
            .flatMap(task -> span((Task) task, complaints).stream())
            .sorted(Comparator.comparing(ComplaintSpan::from))
            .toList(),
        clinic,
        sharing.stream().sorted().toList(),
        places.of(clinic).days(),
        PatientReader.bornBy(patient));
  }

  /**
   * By how near they stand to the child, then by id, so that the order of reading is irrelevant.
   */
  private List<Guardian> guardians(Patient patient, List<Resource> about) {
    String country = patients.country(patient);
    return about.stream()
        .filter(RelatedPerson.class::isInstance)
        .map(RelatedPerson.class::cast)
        .filter(person -> !person.hasActive() || person.getActive())
        .filter(person -> nearness(person).isPresent())
        .sorted(
            Comparator.comparing((RelatedPerson person) -> nearness(person).orElseThrow())
                .thenComparing(person -> person.getIdElement().getIdPart()))
        .map(
            person ->
                new Guardian(
                    new FhirEvidence(person).versioned(),
                    patients.addresses(person.getTelecom(), country),
                    language(person),
                    until(person)))
        .toList();
  }

  private static When until(RelatedPerson person) {
    return person.getPeriod().hasEnd() ? Times.end(person.getPeriod().getEndElement()) : null;
  }

  private static Optional<Integer> nearness(RelatedPerson person) {
    return person.getRelationship().stream()
        .flatMap(relationship -> relationship.getCoding().stream())
        .map(Coding::getCode)
        .map(IN_CHARGE::indexOf)
        .filter(index -> index >= 0)
        .min(Comparator.naturalOrder());
  }

  private static String language(RelatedPerson person) {
    return person.getCommunication().stream()
        .sorted(Comparator.comparing(communication -> !communication.getPreferred()))
        .map(communication -> communication.getLanguage().getCodingFirstRep().getCode())
        .filter(code -> code != null && !code.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static Optional<ComplaintSpan> span(
      Task task, Function<String, Communication> complaints) {
    boolean complaint =
        References.id(task.getFocus(), "Communication")
            .map(complaints)
            .filter(SurroundingsReader::isComplaint)
            .isPresent();
    if (!complaint || !task.hasAuthoredOn() || task.getStatus() == TaskStatus.ENTEREDINERROR) {
      return Optional.empty();
    }
    return Optional.of(
        new ComplaintSpan(
            new FhirEvidence(task).versioned(),
            task.getAuthoredOn().toInstant(),
            CLOSED.contains(task.getStatus()) ? closed(task) : null));
  }

  private static boolean isComplaint(Communication communication) {
    return communication.getCategory().stream()
        .flatMap(category -> category.getCoding().stream())
        .anyMatch(c -> Words.FEEDBACK.equals(c.getSystem()) && "complaint".equals(c.getCode()));
  }

  private static Instant closed(Task task) {
    if (task.getExecutionPeriod().hasEnd()) {
      return task.getExecutionPeriod().getEnd().toInstant();
    }
    return task.hasLastModified()
        ? task.getLastModified().toInstant()
        : Optional.ofNullable(task.getMeta().getLastUpdated())
            .map(java.util.Date::toInstant)
            .orElseGet(() -> task.getAuthoredOn().toInstant());
  }
}
