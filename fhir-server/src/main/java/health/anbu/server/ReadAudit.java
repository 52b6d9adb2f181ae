package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.BundleUtil;
import health.anbu.outreach.fhir.AuditTrail;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Parameters;

/**
 * Notes which patients an answer of the FHIR interface speaks of, before it is given.
 *
 * <p>HAPI's own interceptor for this (BALP) writes one event for each patient and type of every
 * answer, within the call, and hears the routes' reads as well.
 */
@Interceptor
class ReadAudit {

  private static final Set<RestOperationTypeEnum> WRITES =
      EnumSet.of(
          RestOperationTypeEnum.CREATE,
          RestOperationTypeEnum.UPDATE,
          RestOperationTypeEnum.PATCH,
          RestOperationTypeEnum.DELETE,
          RestOperationTypeEnum.VALIDATE,
          RestOperationTypeEnum.METADATA);

  private final FhirContext fhirContext;
  private final PatientReferences patients;
  private final AuditTrail trail;
  private final SecuritySettings security;

  ReadAudit(
      FhirContext fhirContext,
      PatientReferences patients,
      AuditTrail trail,
      SecuritySettings security) {
    this.fhirContext = fhirContext;
    this.patients = patients;
    this.trail = trail;
    this.security = security;
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void answered(RequestDetails request, IBaseResource answer) {
    RestOperationTypeEnum operation = request.getRestOperationType();
    if (answer == null || operation == null || WRITES.contains(operation) || !trail.isEnabled()) {
      return;
    }
    trail.saw(
        Callers.of(request, security), code(operation), what(request), shown(request, answer));
  }

  private static String code(RestOperationTypeEnum operation) {
    return operation.getCode().startsWith("extended-operation") ? "operation" : operation.getCode();
  }

  private static String what(RequestDetails request) {
    String type = request.getResourceName() == null ? "system" : request.getResourceName();
    return request.getOperation() == null ? type : type + "/" + request.getOperation();
  }

  private Set<String> shown(RequestDetails request, IBaseResource answer) {
    Set<String> shown = new TreeSet<>();
    parts(answer).forEach(part -> shown.addAll(patients.in(part)));
    if ("Patient".equals(request.getResourceName()) && request.getId() != null) {
      shown.add(request.getId().getIdPart());
    }
    return shown;
  }

  /** The trail itself shows whom somebody saw, not the patients. */
  private Stream<IBaseResource> parts(IBaseResource answer) {
    if (answer instanceof IBaseBundle bundle) {
      return BundleUtil.toListOfResources(fhirContext, bundle).stream().flatMap(this::parts);
    }
    if (answer instanceof Parameters parameters) {
      return parameters.getParameter().stream()
          .filter(Parameters.ParametersParameterComponent::hasResource)
          .flatMap(part -> parts(part.getResource()));
    }
    return answer instanceof AuditEvent ? Stream.empty() : Stream.of(answer);
  }
}
