package health.anbu.outreach.route;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the pages with personal data are served: on this machine alone, or where the operator has
 * said so. They ask for no token, so an OAuth issuer alone does not open them.
 */
record PageAccess(boolean allowed) {

  /**
   * @param enabled true or false settles it; absent for the loopback address only
   */
  @ConfigurationProperties("anbu.pages")
  record Setting(Boolean enabled) {}

  /**
   * @param insecure the operator takes the risk of a server that is open to the network
   */
  @ConfigurationProperties("anbu.security")
  record Risk(@DefaultValue("false") boolean insecure) {}

  static PageAccess of(Setting setting, Risk risk, ServerProperties server) {
    if (setting.enabled() != null) {
      return new PageAccess(setting.enabled());
    }
    boolean onlyThisMachine =
        server.getAddress() != null && server.getAddress().isLoopbackAddress();
    return new PageAccess(onlyThisMachine || risk.insecure());
  }
}
