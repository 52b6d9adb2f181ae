package health.anbu.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A port for the world outside: webhooks, the wake-up and intake, and nothing else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("anbu.public.port")
@EnableConfigurationProperties(PublicPort.Settings.class)
class PublicPort {

  private static final List<PathPattern> SERVED =
      List.of(
          pattern("/webhooks/{*rest}"), pattern("/wake-up/{*rest}"), pattern("/intake/{*rest}"));

  private final Settings settings;

  PublicPort(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param address where to listen; where the server does when absent
   */
  @ConfigurationProperties("anbu.public")
  record Settings(int port, InetAddress address) {}

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> publicConnector(
      ServerProperties server) {
    InetAddress address = settings.address() == null ? server.getAddress() : settings.address();
    return tomcat -> {
      Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
      connector.setPort(settings.port());
      if (address != null) {
        connector.setProperty("address", address.getHostAddress());
      }
      tomcat.addAdditionalTomcatConnectors(connector);
    };
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> nothingElseIsPublic() {
    FilterRegistrationBean<OncePerRequestFilter> filter =
        new FilterRegistrationBean<>(new NothingElse());
    filter.setOrder(PlainPaths.ORDER + 1);
    return filter;
  }

  private final class NothingElse extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (request.getLocalPort() == settings.port() && !isServed(request)) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      } else {
        chain.doFilter(request, response);
      }
    }
  }

  private static boolean isServed(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return SERVED.stream().anyMatch(served -> served.matches(path));
  }

  private static PathPattern pattern(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }
}
