package health.anbu.outreach.route;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The mailbox for replies and bounces: what the kamelet names, else what the settings say. */
public class InboxAccount {
  private static final String SETTINGS = "anbu.channels.email.inbound.";

  private static final Duration USUAL_PERIOD = Duration.ofSeconds(30);

  private ProviderEndpoints endpoints;
  private String host;
  private String port;
  private String tls;
  private String username;
  private String password;

  public void setEndpoints(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  public void setHost(String host) {
    this.host = host;
  }

  public void setPort(String port) {
    this.port = port;
  }

  public void setTls(String tls) {
    this.tls = tls;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  String host() {
    return endpoints.setting(host, SETTINGS + "host");
  }

  int port() {
    return endpoints.port(port, SETTINGS + "port", tls() == MailTls.TLS ? 993 : 143);
  }

  MailTls tls() {
    return MailTls.of(endpoints.setting(tls, SETTINGS + "tls"), MailTls.TLS);
  }

  String username() {
    return endpoints.setting(username, SETTINGS + "username");
  }

  String password() {
    return endpoints.setting(password, SETTINGS + "password");
  }

  /** Off while nobody named a mailbox, or the simulated one has never been written to. */
  boolean complete() {
    return List.of(host(), username(), password()).stream().noneMatch(String::isBlank)
        && port() > 0;
  }

  /** How long to wait between two looks, in real time. */
  Duration period() {
    String configured = endpoints.setting("", SETTINGS + "period");
    return configured.isBlank() ? USUAL_PERIOD : Duration.ofMillis(Long.parseLong(configured));
  }

  Clock clock() {
    return endpoints.clock();
  }
}
