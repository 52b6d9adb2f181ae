package health.anbu.outreach;

import health.anbu.outreach.fhir.OperationsServer;
import health.anbu.outreach.fhir.OutreachOperations;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only a process of its own needs; hosted, the server brings its own. */
@Configuration(proxyBeanMethods = false)
class Alone {

  /** The operations at {@code /fhir}, such as {@code /fhir/Patient/[id]/$explain-outreach}. */
  @Bean
  ServletRegistrationBean<HttpServlet> operationsServlet(
      OperationsServer server, ObjectProvider<OutreachOperations> operations) {
    ServletRegistrationBean<HttpServlet> servlet =
        new ServletRegistrationBean<>(
            server.servlet(operations.orderedStream().toList()), "/fhir/*");
    servlet.setName("operations");
    return servlet;
  }

  /** Nobody is asked for a token here, so nobody beyond this machine is let in. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackOnly(
      ServerProperties server, @Value("${anbu.security.insecure:false}") boolean insecure) {
    return factory -> check(server.getAddress(), insecure);
  }

  static void check(InetAddress address, boolean insecure) {
    if (!insecure && (address == null || !address.isLoopbackAddress())) {
      throw new OpenToTheNetwork(address);
    }
  }

  /** The routes would listen beyond this machine without knowing who calls. */
  static final class OpenToTheNetwork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OpenToTheNetwork(InetAddress address) {
      super(
          "server.address is %s, which is not this machine alone"
              .formatted(address == null ? "not set" : address.getHostAddress()));
    }
  }

  /** Says it in two lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<OpenToTheNetwork> {

    @Override
    protected FailureAnalysis analyze(Throwable root, OpenToTheNetwork cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "The routes alone check no tokens. Let a reverse proxy on this machine pass on the"
              + " webhooks and check the rest, or set anbu.security.insecure=true if you take the"
              + " risk.",
          cause);
    }
  }
}
