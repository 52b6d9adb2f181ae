package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DecimalType;

/** Refuses what a parser takes and what behind it chokes on. */
@Interceptor
class IncomingText {

  private final FhirContext fhirContext;

  IncomingText(FhirContext fhirContext) {
    this.fhirContext = fhirContext;
  }

  @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
  public void received(RequestDetails request) {
    request.getParameters().values().stream().flatMap(Arrays::stream).forEach(IncomingText::check);
    if (request.getParameters().containsKey("_filter")) {
      throw new InvalidRequestException("_filter is not supported. Use search parameters.");
    }
    byte[] body = isJson(request) ? request.loadRequestContents() : null;
    if (body != null) {
      IncomingJson.check(body);
    }
  }

  private static void check(String parameter) {
    if (parameter != null && parameter.chars().anyMatch(IncomingJson::isControl)) {
      throw new InvalidRequestException("A parameter holds a control character. Leave it out.");
    }
  }

  /** Without a type it may be. */
  private static boolean isJson(RequestDetails request) {
    String type = request.getHeader("Content-Type");
    String known = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return !known.contains("xml")
        && !known.contains("form")
        && !"Binary".equals(request.getResourceName());
  }

  /** In XML a number is known to be one only when it is read. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void parsed(RequestDetails request) {
    IBaseResource resource = request.getResource();
    if (resource != null && !isJson(request)) {
      fhirContext
          .newTerser()
          .getAllPopulatedChildElementsOfType(resource, DecimalType.class)
          .stream()
          .map(DecimalType::getValue)
          .forEach(IncomingText::check);
    }
  }

  private static void check(BigDecimal number) {
    if (number != null && !IncomingJson.isWritable(number)) {
      throw IncomingJson.tooLong();
    }
  }
}
