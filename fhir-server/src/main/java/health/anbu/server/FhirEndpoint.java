package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.provider.ValueSetOperationProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.anbu.outreach.fhir.AuditTrail;
import health.anbu.outreach.fhir.OutreachOperations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR REST interface at {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class FhirEndpoint {

  static final String PATH = "/fhir";

  /** Plain providers with this qualifier are published as operations of the server. */
  static final String OPERATION = "fhirOperation";

  @Bean
  FhirApi fhirApi(
      FhirContext fhirContext,
      ResourceProviderFactory resourceProviders,
      JpaSystemProvider<?, ?> systemProvider,
      ValueSetOperationProvider valueSets,
      DatabaseBackedPagingProvider paging,
      IFhirSystemDao<?, ?> systemDao,
      JpaStorageSettings settings,
      ISearchParamRegistry searchParameters,
      IValidationSupport validationSupport,
      @Qualifier(OPERATION) ObjectProvider<Object> operations,
      ObjectProvider<OutreachOperations> outreach,
      PatientReferences patients,
      AuditTrail trail,
      SecuritySettings security) {
    // What cannot be stored is refused, not dropped.
    fhirContext.setParserErrorHandler(new StrictErrorHandler());
    // It keeps an interceptor service of its own: one shared with the store is called twice.
    RestfulServer server = new QuietServer(fhirContext);
    server.setServerName("Anbu");
    server.setServerVersion(version());
    server.setImplementationDescription("Anbu, outreach for any EHR");
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setETagSupport(ETagSupportEnum.ENABLED);
    server.registerInterceptor(new QuietFailures());
    server.registerInterceptor(new IncomingText(fhirContext));
    server.registerInterceptor(new ReadAudit(fhirContext, patients, trail, security));
    server.registerInterceptor(new StaleVersions());
    server.setPagingProvider(paging);
    server.registerProviders(resourceProviders.createProviders());
    server.registerProvider(systemProvider);
    server.registerProvider(valueSets);
    operations.orderedStream().forEach(server::registerProvider);
    outreach.orderedStream().forEach(server::registerProvider);
    server.setServerConformanceProvider(
        new Capabilities(server, systemDao, settings, searchParameters, validationSupport));
    return new FhirApi(server);
  }

  @Bean
  ServletRegistrationBean<FhirServlet> fhirServlet(
      ObjectProvider<FhirApi> api, Readiness readiness) {
    ServletRegistrationBean<FhirServlet> servlet =
        new ServletRegistrationBean<>(new FhirServlet(api, readiness), PATH + "/*");
    servlet.setName("fhir");
    return servlet;
  }

  /** Says nothing about what it is made of. */
  private static final class QuietServer extends RestfulServer {
    private static final long serialVersionUID = 1L;

    QuietServer(FhirContext fhirContext) {
      super(fhirContext);
    }

    @Override
    protected String createPoweredByHeader() {
      return null;
    }
  }

  private static String version() {
    String version = FhirEndpoint.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
