package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds a resource to the profiles of ours that it declares; everything else is plain R4.
 *
 * <p>It looks right before the commit, when references inside a transaction are already real ids; a
 * refusal rolls the whole transaction back.
 */
@Component
@Interceptor
class ProfileGate implements FhirInterceptor {

  private static final Set<String> DEFINITIONS =
      Set.of("StructureDefinition", "ValueSet", "CodeSystem");

  private final ObjectProvider<ProfileValidator> validator;
  private final ObjectProvider<ScenarioGate> scenarios;

  ProfileGate(ObjectProvider<ProfileValidator> validator, ObjectProvider<ScenarioGate> scenarios) {
    this.validator = validator;
    this.scenarios = scenarios;
  }

  @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED, order = -1)
  public void created(IBaseResource resource, RequestDetails request) {
    check(resource, request);
  }

  @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED, order = -1)
  public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
    check(after, request);
  }

  private void check(IBaseResource resource, RequestDetails request) {
    if (DEFINITIONS.contains(resource.fhirType())) {
      validator.getObject().readAnew();
    }
    List<String> profiles = ours(resource);
    if (!profiles.isEmpty() && !Internal.is(request)) {
      refuse(scenarios.getObject().tooLarge((Resource) resource));
      refuse(validator.getObject().problems(resource, profiles));
      refuse(scenarios.getObject().problems((Resource) resource));
    }
  }

  private void refuse(OperationOutcome problems) {
    if (problems.hasIssue()) {
      throw new UnprocessableEntityException(
          problems.getIssueFirstRep().getDiagnostics(), problems);
    }
  }

  private static List<String> ours(IBaseResource resource) {
    return resource.getMeta().getProfile().stream()
        .map(IPrimitiveType::getValueAsString)
        .filter(profile -> profile != null && profile.startsWith(Canonical.PROFILES))
        .toList();
  }
}
