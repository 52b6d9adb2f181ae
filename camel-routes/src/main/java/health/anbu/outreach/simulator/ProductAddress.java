package health.anbu.outreach.simulator;

import health.anbu.outreach.route.ProviderEndpoints;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The product as its providers know it: where its webhooks are and the credentials agreed on. */
@Simulated
@Component
class ProductAddress {
  private final ProviderEndpoints endpoints;

  ProductAddress(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  URI webhook(String path) {
    return URI.create(endpoints.publicUrl() + path);
  }

  /** A simulator calls nobody but the product. */
  boolean isOurs(String url) {
    return url.startsWith(endpoints.publicUrl() + "/") && url.matches("[!-~]{1,2000}");
  }

  String kakao(String name) {
    return endpoints.setting("", "anbu.channels.kakao." + name);
  }

  String line(String name) {
    return endpoints.setting("", "anbu.channels.line." + name);
  }

  String whatsapp(String name) {
    return endpoints.setting("", "anbu.channels.whatsapp." + name);
  }

  String email(String name) {
    return endpoints.setting("", "anbu.channels.email." + name);
  }

  String sms(String name) {
    return endpoints.setting("", "anbu.channels.sms." + name);
  }
}
