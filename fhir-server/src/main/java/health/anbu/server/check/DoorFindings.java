package health.anbu.server.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Whether the server may listen where it is told to, and its issuer answers. */
record DoorFindings(Network network, Environment environment) {

  private static final String SUBJECT = "security";

  Finding look() {
    String issuer = environment.getProperty("anbu.security.issuer", "");
    if (!issuer.isBlank()) {
      return issuer(issuer);
    }
    if (onThisMachine()) {
      return Finding.ok(SUBJECT, "listens on this machine only, and asks for no token");
    }
    return environment.getProperty("anbu.security.insecure", Boolean.class, false)
        ? Finding.warn(SUBJECT, "open to the network without a token", "set anbu.security.issuer")
        : Finding.fail(
            SUBJECT,
            "would be open to the network, so it refuses to start",
            "set anbu.security.issuer, or server.address=127.0.0.1");
  }

  private boolean onThisMachine() {
    try {
      String address = environment.getProperty("server.address", "");
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Finding issuer(String issuer) {
    String keys = environment.getProperty("anbu.security.jwk-set-uri", "");
    String asked =
        keys.isBlank()
            ? issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration"
            : keys;
    String change = "check anbu.security.issuer, and let this machine reach it";
    try {
      int status = network.get(URI.create(asked), Map.of()).statusCode();
      return status == 200
          ? Finding.ok(SUBJECT, "tokens of " + issuer)
          : Finding.fail(SUBJECT, asked + " answers " + status, change);
    } catch (IOException | IllegalArgumentException e) {
      return Finding.fail(
          SUBJECT, asked + " does not answer: " + e.getClass().getSimpleName(), change);
    }
  }
}
