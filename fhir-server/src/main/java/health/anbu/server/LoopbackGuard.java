package health.anbu.server;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
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
    boolean onlyThisMachine = address != null && address.isLoopbackAddress();
    if (!onlyThisMachine && !security.hasIssuer() && !security.insecure()) {
      throw new OpenToTheNetwork(address);
    }
  }

  /** The server would listen beyond this machine without knowing who calls. */
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
          "Set anbu.security.issuer to the OAuth issuer whose tokens count,"
              + " or anbu.security.insecure=true if you take the risk.",
          cause);
    }
  }
}
