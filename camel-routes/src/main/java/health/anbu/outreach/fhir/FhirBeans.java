package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rest needs of HAPI without seeing its types. */
@Configuration(proxyBeanMethods = false)
public class FhirBeans {

  /** A server that hosts us brings its own. */
  @Bean
  @ConditionalOnMissingBean
  FhirContext fhirContext() {
    return FhirContext.forR4();
  }

  @Bean
  FhirPaths fhirPaths(FhirContext context) {
    return new FhirPaths(context);
  }

  @Bean
  FhirServers fhirServers(ObjectProvider<CamelContext> camel, FhirContext context) {
    return new FhirServers(camel::getObject, context);
  }

  @Bean
  OperationsServer operationsServer(FhirContext context) {
    return new OperationsServer(context);
  }
}
