package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/**
 * Refuses to overwrite an outreach request without If-Match, so that a node with an old plan cannot
 * make a withdrawn request active again.
 */
@Component
@Interceptor
class OutreachKeyGuard implements FhirInterceptor {

  private static final String VERSIONED = "anbu.versioned";

  /** HAPI takes the version off the resource before it asks; the Bundle still has it. */
  @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
  public void note(IBaseBundle bundle, RequestDetails request) {
    if (bundle instanceof Bundle entries && request != null) {
      request.getUserData().put(VERSIONED, versioned(entries));
    }
  }

  @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
  public void check(IBaseResource before, IBaseResource after, RequestDetails request) {
    if (before instanceof CommunicationRequest existing
        && !existing.isDeleted()
        && hasOutreachKey(existing)
        && !isVersioned(after, request)) {
      throw new PreconditionFailedException(
          "CommunicationRequest/%s is an outreach request that exists: read it again and send its version in If-Match"
              .formatted(existing.getIdElement().getIdPart()));
    }
  }

  private static boolean hasOutreachKey(CommunicationRequest request) {
    return request.getIdentifier().stream()
        .anyMatch(identifier -> Canonical.OUTREACH_KEY.equals(identifier.getSystem()));
  }

  private static boolean isVersioned(IBaseResource resource, RequestDetails request) {
    if (request == null) {
      return false;
    }
    return request.getRestOperationType() == RestOperationTypeEnum.PATCH
        || request.getHeader(Constants.HEADER_IF_MATCH) != null
        || request.getUserData().get(VERSIONED) instanceof Set<?> ids
            && ids.contains(resource.getIdElement().getIdPart());
  }

  private static Set<String> versioned(Bundle bundle) {
    return bundle.getEntry().stream()
        .filter(OutreachKeyGuard::isVersioned)
        .map(entry -> new IdType(entry.getRequest().getUrl()).getIdPart())
        .collect(Collectors.toSet());
  }

  private static boolean isVersioned(BundleEntryComponent entry) {
    return entry.getRequest().hasIfMatch() && entry.getRequest().getMethod() == HTTPVerb.PUT
        || entry.getRequest().getMethod() == HTTPVerb.PATCH;
  }
}
