package health.anbu.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the server.
 *
 * @param issuer the OAuth issuer whose tokens are accepted
 * @param insecure true when the operator takes the risk of an open server
 */
@ConfigurationProperties("anbu.security")
record SecuritySettings(String issuer, @DefaultValue("false") boolean insecure) {

  boolean hasIssuer() {
    return issuer != null && !issuer.isBlank();
  }
}
