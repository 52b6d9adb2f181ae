package health.anbu.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** An OAuth issuer with a key of its own, found as real ones are: by its metadata. */
final class TestIssuer implements AutoCloseable {

  private final HttpServer http;
  private final RSAKey key = newKey();

  TestIssuer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    publish("/.well-known/openid-configuration", metadata());
    publish("/keys", new JWKSet(key.toPublicJWK()).toString());
    http.start();
  }

  String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  private String metadata() {
    return """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","subject_types_supported":["public"]}"""
        .formatted(url());
  }

  private void publish(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    http.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  String token(String scope) {
    return sign(claims(scope).build(), key);
  }

  String tokenOfSomebodyElse(String scope) {
    return sign(claims(scope).build(), newKey());
  }

  String expiredToken(String scope) {
    return sign(claims(scope).expirationTime(in(Duration.ofHours(-1))).build(), key);
  }

  String tokenFor(String audience, String scope) {
    return sign(claims(scope).audience(audience).build(), key);
  }

  String tokenFromAnotherIssuer(String scope) {
    return sign(claims(scope).issuer("https://elsewhere.example").build(), key);
  }

  private JWTClaimsSet.Builder claims(String scope) {
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .subject("ehr")
        .audience("anbu")
        .claim("scope", scope)
        .expirationTime(in(Duration.ofMinutes(5)));
  }

  private static Date in(Duration time) {
    return Date.from(Instant.ofEpochMilli(System.currentTimeMillis()).plus(time));
  }

  private static String sign(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
