package health.anbu.server;

import health.anbu.outreach.route.OpenToTheNetwork;
import java.net.InetAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Refuses to open patient data to a network that nobody checks. */
@Component
@ConditionalOnWebApplication
class LoopbackGuard implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

  private final ServerProperties server;
  private final SecuritySettings security;

  LoopbackGuard(ServerProperties server, SecuritySettings security) {
    this.server = server;
    this.security = security;
  }

  @Override
  public void customize(ConfigurableServletWebServerFactory factory) {
    check(server.getAddress(), security);
  }

  static void check(InetAddress address, SecuritySettings security) {
    OpenToTheNetwork.refuse(
        address,
        security.hasIssuer() || security.insecure(),
        "Set anbu.security.issuer to the OAuth issuer whose tokens count,"
            + " or anbu.security.insecure=true if you take the risk.");
  }
}
