package health.anbu.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Marks the beans that HAPI calls while it stores; each is registered once. */
interface FhirInterceptor {

  /** Hands every interceptor to HAPI. */
  @Component
  class Registration {

    Registration(IInterceptorService service, List<FhirInterceptor> interceptors) {
      interceptors.forEach(service::registerInterceptor);
    }
  }
}
