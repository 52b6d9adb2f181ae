package health.anbu.outreach.route;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A clinic's account at a mail server: what the kamelet names, else what the settings say. */
public class EmailAccount {
  /** Longer than for other providers: many servers read a message for spam before they answer. */
  private static final String PATIENCE_MS = "30000";

  private ProviderEndpoints endpoints;
  private String host;
  private String port;
  private String tls;
  private String username;
  private String password;
  private String from;

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

  public void setFrom(String from) {
    this.from = from;
  }

  String host() {
    return endpoints.setting(host, "anbu.channels.email.host");
  }

  int port() {
    int usual = tls() == MailTls.TLS ? 465 : tls() == MailTls.STARTTLS ? 587 : 25;
    return endpoints.port(port, "anbu.channels.email.port", usual);
  }

  MailTls tls() {
    return MailTls.of(endpoints.setting(tls, "anbu.channels.email.tls"), MailTls.STARTTLS);
  }

  String username() {
    return endpoints.setting(username, "anbu.channels.email.username");
  }

  String password() {
    return endpoints.setting(password, "anbu.channels.email.password");
  }

  String from() {
    return endpoints.setting(from, "anbu.channels.email.from");
  }

  String domain() {
    return from().substring(from().indexOf('@') + 1);
  }

  String clinicName() {
    return endpoints.setting("", "anbu.clinic.name");
  }

  private String linkSecret() {
    return endpoints.setting("", "anbu.channels.email.link-secret");
  }

  UnsubscribeLink unsubscribe() {
    return new UnsubscribeLink(endpoints.publicUrl(), linkSecret());
  }

  Duration responseTimeout() {
    String configured = endpoints.setting("", "anbu.channels.email.response-timeout");
    return Duration.ofMillis(Long.parseLong(configured.isBlank() ? PATIENCE_MS : configured));
  }

  boolean complete() {
    return List.of(host(), from(), linkSecret()).stream().noneMatch(String::isBlank);
  }

  Clock clock() {
    return endpoints.clock();
  }
}
