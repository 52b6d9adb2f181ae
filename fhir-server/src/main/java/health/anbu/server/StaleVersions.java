package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;

/** Answers a write on a version that has passed with 412, as FHIR says, where HAPI says 409. */
@Interceptor
class StaleVersions {

  /** Null leaves the answer as it is. */
  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException answer(RequestDetails request, Throwable failure) {
    return failure instanceof ResourceVersionConflictException
            && request != null
            && request.getHeader(Constants.HEADER_IF_MATCH) != null
        ? new PreconditionFailedException(failure.getMessage())
        : null;
  }
}
