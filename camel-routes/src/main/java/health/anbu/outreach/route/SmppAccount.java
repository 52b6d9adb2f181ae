package health.anbu.outreach.route;

import java.time.Clock;
import java.util.List;

/** A clinic's account at an SMSC. One bind serves all routes, so only the settings name it. */
final class SmppAccount {
  static final String CHOICE = "anbu.channels.sms.provider";

  private static final String SETTINGS = "anbu.channels.sms.smpp.";

  private final ProviderEndpoints endpoints;

  SmppAccount(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** Whether text messages go this way, and everything for it is there. */
  boolean wanted() {
    return SmppStatus.PROVIDER.equals(endpoints.setting("", CHOICE)) && complete();
  }

  boolean complete() {
    return List.of(host(), systemId(), password(), from()).stream().noneMatch(String::isBlank);
  }

  String host() {
    return setting("host");
  }

  int port() {
    return endpoints.port("", SETTINGS + "port", tls() ? 3550 : 2775);
  }

  boolean tls() {
    return "true".equalsIgnoreCase(setting("tls"));
  }

  String systemId() {
    return setting("system-id");
  }

  String password() {
    return setting("password");
  }

  String from() {
    return endpoints.setting("", "anbu.channels.sms.from");
  }

  SmppMessageIds messageIds() {
    return SmppMessageIds.of(setting("message-ids"));
  }

  Clock clock() {
    return endpoints.clock();
  }

  private String setting(String name) {
    return endpoints.setting("", SETTINGS + name);
  }
}
