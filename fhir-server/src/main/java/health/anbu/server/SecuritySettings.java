package health.anbu.server;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the server.
 *
 * @param issuer the OAuth issuer whose tokens are accepted
 * @param jwkSetUri where its keys are; found by the issuer's own metadata when absent
 * @param audience a token must name one of these; empty for any
 * @param insecure true when the operator takes the risk of an open server
 * @param routes subjects of the tokens of the plugin's own processes beside this server
 */
@ConfigurationProperties("anbu.security")
record SecuritySettings(
    String issuer,
    String jwkSetUri,
    @DefaultValue List<String> audience,
    @DefaultValue("false") boolean insecure,
    @DefaultValue List<String> routes) {

  SecuritySettings {
    if (isSet(jwkSetUri) && !isSet(issuer)) {
      throw new IllegalArgumentException(
          "anbu.security.jwk-set-uri needs anbu.security.issuer: whose tokens are these keys for?");
    }
  }

  boolean hasIssuer() {
    return isSet(issuer);
  }

  boolean hasJwkSetUri() {
    return isSet(jwkSetUri);
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
