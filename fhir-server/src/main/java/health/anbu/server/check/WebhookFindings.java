package health.anbu.server.check;

import java.io.IOException;
import java.net.URI;

/** Whether providers find us: an unsigned webhook must come through to us and be refused. */
record WebhookFindings(Network network, boolean live) {

  private static final String SUBJECT = "webhooks";

  Finding of(String publicUrl) {
    if (publicUrl.isBlank()) {
      String what = "anbu.public-url is not set: no receipt comes in, lost ones are asked for";
      String change = "set it to the address by which the world reaches this server";
      return live ? Finding.fail(SUBJECT, what, change) : Finding.warn(SUBJECT, what, change);
    }
    try {
      return ask(URI.create(publicUrl.replaceFirst("/+$", "") + "/webhooks/twilio/status"));
    } catch (IllegalArgumentException e) {
      return Finding.fail(SUBJECT, "anbu.public-url is no address", "write https://...");
    } catch (IOException e) {
      return Finding.fail(
          SUBJECT,
          publicUrl + " does not answer: " + e.getClass().getSimpleName(),
          "start the server, and let /webhooks/ through the proxy and the firewall");
    }
  }

  private Finding ask(URI address) throws IOException {
    int status = network.post(address).statusCode();
    if (status != 403 && status != 429) {
      return Finding.fail(
          SUBJECT,
          address + " answers " + status + ", where we refuse an unsigned webhook with 403",
          "forward /webhooks/ to this server");
    }
    return "https".equals(address.getScheme()) || !live
        ? Finding.ok(SUBJECT, address + " leads here")
        : Finding.warn(SUBJECT, address + " is not encrypted", "let the proxy speak https");
  }
}
