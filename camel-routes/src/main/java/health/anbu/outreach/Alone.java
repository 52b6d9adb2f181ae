package health.anbu.outreach;

import health.anbu.outreach.fhir.OperationsServer;
import health.anbu.outreach.fhir.OutreachOperations;
import health.anbu.outreach.route.OpenToTheNetwork;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
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
    OpenToTheNetwork.refuse(
        address,
        insecure,
        "The routes alone check no tokens. Let a reverse proxy on this machine pass on the webhooks"
            + " and check the rest, or set anbu.security.insecure=true if you take the risk.");
  }
}
