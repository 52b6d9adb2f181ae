package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.anbu.outreach.fhir.AuditWriter;
import health.anbu.outreach.fhir.Words;
import health.anbu.outreach.route.AuditSettings;
import java.time.Clock;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Notes who completed a review or any other task of the staff's, in the same transaction: what
 * follows from it follows from somebody's decision.
 */
@Component
@Interceptor
class CompletionAudit implements FhirInterceptor {

  private final ObjectProvider<DaoRegistry> daos;
  private final PatientReferences patients;
  private final SecuritySettings security;
  private final AuditSettings settings;
  private final Clock clock;

  CompletionAudit(
      ObjectProvider<DaoRegistry> daos,
      PatientReferences patients,
      SecuritySettings security,
      AuditSettings settings,
      Clock clock) {
    this.daos = daos;
    this.patients = patients;
    this.security = security;
    this.settings = settings;
    this.clock = clock;
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
  public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
    if (settings.enabled()
        && !Internal.is(request)
        && before instanceof Task was
        && after instanceof Task task
        && was.getStatus() != TaskStatus.COMPLETED
        && task.getStatus() == TaskStatus.COMPLETED) {
      code(task).ifPresent(code -> write(task, code, request));
    }
  }

  private void write(Task task, String code, RequestDetails request) {
    AuditEvent event =
        AuditWriter.completion(
            Callers.of(request, security),
            task.getIdElement().getIdPart(),
            code,
            patients.in(task),
            clock.instant());
    daos.getObject().getResourceDao(AuditEvent.class).update(event, Internal.request());
  }

  private static Optional<String> code(Task task) {
    return task.getCode().getCoding().stream()
        .filter(coding -> Words.TASK_CODE.equals(coding.getSystem()))
        .map(Coding::getCode)
        .findFirst();
  }
}
