package health.anbu.server;

import static health.anbu.outreach.plan.Change.Action.CREATED;
import static health.anbu.outreach.plan.Change.Action.DELETED;
import static health.anbu.outreach.plan.Change.Action.UPDATED;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.anbu.outreach.plan.Change;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.stereotype.Component;

/** Writes down, inside the write transaction, every change that may alter somebody's plan. */
@Component
@Interceptor
class ChangeRecorder implements FhirInterceptor {

  private static final Set<String> RELEVANT =
      Set.of(
          "Patient",
          "RelatedPerson",
          "Encounter",
          "Procedure",
          "Appointment",
          "Consent",
          "Communication",
          "CommunicationRequest",
          "Flag",
          "Task",
          "PlanDefinition",
          "ActivityDefinition",
          "ConceptMap",
          "Organization",
          "HealthcareService",
          "Group",
          "QuestionnaireResponse");

  /** Who may own a step: only that they are gone is news. */
  private static final Set<String> OWNERS = Set.of("Practitioner", "PractitionerRole");

  private static final Set<String> CONSEQUENTIAL = Set.of("Consent", "Flag");

  /** What routes beside us write; whoever else sends their header hides nothing of a record. */
  private static final Set<String> WRITTEN_BESIDE =
      Set.of("Communication", "CommunicationRequest", "Task");

  private static final String SEGMENT = Canonical.PROFILES + "segment-group";
  private static final Set<String> COMPLAINTS =
      Set.of(Canonical.PROFILES + "complaint", Canonical.PROFILES + "complaint-task");

  private final PatientReferences patients;
  private final JdbcOutbox outbox;
  private final SecuritySettings security;

  ChangeRecorder(PatientReferences patients, JdbcOutbox outbox, SecuritySettings security) {
    this.security = security;
    this.patients = patients;
    this.outbox = outbox;
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
  public void created(IBaseResource resource, RequestDetails request) {
    record(CREATED, null, resource, request);
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
  public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
    record(UPDATED, before, after, request);
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
  public void deleted(IBaseResource resource, RequestDetails request) {
    record(DELETED, null, resource, request);
  }

  private void record(
      Change.Action action, IBaseResource before, IBaseResource after, RequestDetails request) {
    if (isNews(after, request) || action == DELETED && OWNERS.contains(after.fhirType())) {
      outbox.add(
          after.fhirType(),
          after.getIdElement().getIdPart(),
          after.getIdElement().getVersionIdPart(),
          action,
          patients.in(before, after));
    }
  }

  /**
   * What the routes write themselves they know already, but for what other plans follow from: an
   * opt-out, a tier, a complaint. Those stand in the outbox until they are reconciled, so that a
   * kill in between loses nothing.
   */
  private boolean isNews(IBaseResource resource, RequestDetails request) {
    return RELEVANT.contains(resource.fhirType())
        && (!resource.fhirType().equals("Group") || declares(resource, SEGMENT))
        && (!isByRoutes(resource, request)
            || CONSEQUENTIAL.contains(resource.fhirType())
            || isComplaint(resource));
  }

  /** Hosted in this process, or beside it. */
  private boolean isByRoutes(IBaseResource resource, RequestDetails request) {
    return Internal.is(request)
        || request != null
            && WRITTEN_BESIDE.contains(resource.fhirType())
            && RoutesBeside.wrote(request, security);
  }

  /** The words, and the task: while it is open it mutes, and closing it lifts that. */
  private static boolean isComplaint(IBaseResource resource) {
    return Set.of("Communication", "Task").contains(resource.fhirType())
        && COMPLAINTS.stream().anyMatch(profile -> declares(resource, profile));
  }

  private static boolean declares(IBaseResource resource, String profile) {
    return resource.getMeta().getProfile().stream()
        .anyMatch(declared -> profile.equals(declared.getValue()));
  }
}
