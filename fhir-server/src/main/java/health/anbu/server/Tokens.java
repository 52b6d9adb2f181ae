package health.anbu.server;

import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks signature, issuer, time and audience of bearer tokens. */
final class Tokens {

  private static final List<SignatureAlgorithm> ALGORITHMS =
      List.of(
          SignatureAlgorithm.RS256,
          SignatureAlgorithm.RS384,
          SignatureAlgorithm.RS512,
          SignatureAlgorithm.PS256,
          SignatureAlgorithm.ES256,
          SignatureAlgorithm.ES384);

  private Tokens() {}

  /** The issuer is asked at the first token, so that it need not be up when the server starts. */
  static JwtDecoder decoder(SecuritySettings settings) {
    JwtDecoder asked = new SupplierJwtDecoder(() -> ready(settings));
    return token -> {
      try {
        return asked.decode(token);
      } catch (JwtDecoderInitializationException e) {
        throw new JwtException("the issuer does not answer", e);
      }
    };
  }

  private static JwtDecoder ready(SecuritySettings settings) {
    NimbusJwtDecoder decoder = keys(settings).build();
    decoder.setJwtValidator(validator(settings));
    return decoder;
  }

  private static NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder keys(SecuritySettings settings) {
    return settings.hasJwkSetUri()
        ? NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri())
            .jwsAlgorithms(known -> known.addAll(ALGORITHMS))
        : NimbusJwtDecoder.withIssuerLocation(settings.issuer());
  }

  private static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings) {
    OAuth2TokenValidator<Jwt> issuer = JwtValidators.createDefaultWithIssuer(settings.issuer());
    return settings.audience().isEmpty()
        ? issuer
        : new DelegatingOAuth2TokenValidator<>(issuer, audience(settings.audience()));
  }

  private static OAuth2TokenValidator<Jwt> audience(List<String> accepted) {
    return new JwtClaimValidator<List<String>>(
        JwtClaimNames.AUD, named -> named != null && named.stream().anyMatch(accepted::contains));
  }
}
