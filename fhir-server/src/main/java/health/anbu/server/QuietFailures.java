package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;

/** Tells a caller nothing of the inside when the server itself fails; the log has it. */
@Interceptor
class QuietFailures {

  /** Null leaves the answer as it is: it says what the caller can change. */
  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException answer(RequestDetails request, Throwable failure) {
    return isForTheCaller(failure) ? null : quiet(request, failure);
  }

  private static boolean isForTheCaller(Throwable failure) {
    return failure instanceof DataFormatException
        || failure instanceof BaseServerResponseException answer
            && (answer.getStatusCode() != InternalErrorException.STATUS_CODE
                || answer.getOperationOutcome() != null);
  }

  private static InternalErrorException quiet(RequestDetails request, Throwable failure) {
    return new InternalErrorException(
        "The server failed at this request, which is not the caller's fault. Its log says why,"
            + " under request "
            + (request == null ? "unknown" : request.getRequestId()),
        failure);
  }
}
