package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.fhir.api.ExtraParameters;

/** Camel's {@code fhir:} endpoints of one server, called with what their methods take. */
final class FhirEndpoints {

  private static final String HEADER = "CamelFhir.";

  private final Supplier<CamelContext> camel;
  private final FhirContext fhir;
  private final FhirServer server;
  private final String client;
  private final AtomicReference<Instant> date = new AtomicReference<>();
  private ProducerTemplate template;

  FhirEndpoints(Supplier<CamelContext> camel, FhirContext fhir, FhirServer server) {
    this.camel = camel;
    this.fhir = fhir;
    this.server = server;
    this.client = "fhir-client-" + server.name();
  }

  private synchronized ProducerTemplate template() {
    if (template == null) {
      CamelContext context = camel.get();
      context.getRegistry().bind(client, IGenericClient.class, client());
      template = context.createProducerTemplate();
    }
    return template;
  }

  /** A factory of its own: the one of the FhirContext is shared with whoever hosts us. */
  private IGenericClient client() {
    ApacheRestfulClientFactory factory = new ApacheRestfulClientFactory(fhir);
    factory.setConnectTimeout((int) server.connectTimeout().toMillis());
    factory.setConnectionRequestTimeout((int) server.readTimeout().toMillis());
    factory.setSocketTimeout((int) server.readTimeout().toMillis());
    factory.setPoolMaxPerRoute(server.connections());
    factory.setPoolMaxTotal(server.connections());
    factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
    IGenericClient client = factory.newGenericClient(server.baseUrl());
    client.setEncoding(EncodingEnum.JSON);
    client.registerInterceptor(new Headers(date));
    if (!server.accessToken().isBlank()) {
      client.registerInterceptor(new BearerTokenAuthInterceptor(server.accessToken()));
    }
    return client;
  }

  /** When the server answered last, as its header said; to the second. */
  Optional<Instant> date() {
    return Optional.ofNullable(date.get());
  }

  /**
   * A search parameter that a server does not know must not make it answer with everything; and
   * what we write ourselves is no news to us.
   */
  private record Headers(AtomicReference<Instant> date) implements IClientInterceptor {

    @Override
    public void interceptRequest(IHttpRequest request) {
      if ("GET".equals(request.getHttpVerbName())) {
        request.addHeader("Prefer", "handling=strict");
      } else {
        request.addHeader(FhirServer.BY_ROUTES, "true");
      }
    }

    @Override
    public void interceptResponse(IHttpResponse response) {
      response.getHeaders("date").stream().findFirst().ifPresent(this::remember);
    }

    private void remember(String text) {
      try {
        date.set(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
      } catch (DateTimeParseException e) {
        date.set(null);
      }
    }
  }

  /**
   * @param method such as {@code search/searchByUrl}
   * @param arguments of the method, by name
   * @throws RuntimeException what the server or the connection gave
   */
  <T> T call(Class<T> answer, String method, Map<String, Object> arguments) {
    Exchange done =
        template()
            .send(
                "fhir:%s?fhirVersion=R4&client=#%s".formatted(method, client),
                exchange -> exchange.getMessage().setHeaders(headers(arguments)));
    Exception failure = done.getException();
    if (failure != null) {
      throw failure instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(failure);
    }
    return done.getMessage().getBody(answer);
  }

  private static Map<String, Object> headers(Map<String, Object> arguments) {
    Map<String, Object> headers = new HashMap<>();
    arguments.forEach((name, value) -> headers.put(HEADER + name, value));
    // Camel takes its parameters out of the map.
    Map<ExtraParameters, Object> fresh = new EnumMap<>(ExtraParameters.class);
    fresh.put(
        ExtraParameters.CACHE_CONTROL_DIRECTIVE, new CacheControlDirective().setNoCache(true));
    headers.put(HEADER + "extraParameters", fresh);
    return headers;
  }
}
