package health.anbu.outreach.route;

import java.time.Clock;

/** Where a mail server is and who we are there: what the kamelet names, else what settings say. */
public abstract class MailServer {
  private final String settings;
  private final MailTls usualTls;
  private ProviderEndpoints endpoints;
  private String host;
  private String port;
  private String tls;
  private String username;
  private String password;

  MailServer(String settings, MailTls usualTls) {
    this.settings = settings;
    this.usualTls = usualTls;
  }

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

  /** The port of the protocol where none is named. */
  abstract int usualPort(MailTls tls);

  String host() {
    return setting(host, "host");
  }

  int port() {
    return endpoints.port(port, settings + "port", usualPort(tls()));
  }

  MailTls tls() {
    return MailTls.of(setting(tls, "tls"), usualTls);
  }

  String username() {
    return setting(username, "username");
  }

  String password() {
    return setting(password, "password");
  }

  Clock clock() {
    return endpoints.clock();
  }

  ProviderEndpoints endpoints() {
    return endpoints;
  }

  String setting(String property, String name) {
    return endpoints.setting(property, settings + name);
  }
}
